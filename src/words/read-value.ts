import { addFlags } from '../model/codes/add-flags.js';
import type { Flag } from '../model/codes/flag-codes.js';
import type { ColumnSpec } from '../model/template.js';
import { parseCell } from './parse-cell.js';
import { countUnitIn, moneyUnitIn, type PrintedUnit } from './read-unit.js';
import { shiftDecimal } from './shift-decimal.js';

/** What a printed cell means in its column. */
interface ValueReading {
  state: 'number' | 'blank' | 'unreadable';
  value: number | null;
  unit: string | null;
  flags: Flag[];
  /** Why the number may not be believed; empty when it was read without ambiguity. */
  doubts: Flag[];
}

const UNREADABLE: ValueReading = {
  state: 'unreadable',
  value: null,
  unit: null,
  flags: ['unreadable'],
  doubts: ['unreadable'],
};

/** Digits of several cells that ran together; as a number it would lose the last ones. */
const isTooLarge = (value: number): boolean => Math.abs(value) > Number.MAX_SAFE_INTEGER;

/** Where a unit is printed around a cell. */
export interface UnitsAround {
  /** In the unit column of its row, or behind the label of the row. */
  row?: string | null;
  heading?: string | null;
  /** Over the table, or in a note below it. */
  caption?: string | null;
}

/**
 * Reads the text of a cell in the light of its column: amounts become yuan, counts must be whole numbers. The unit is the
 * one that stands nearest; one that is not understood makes the number doubtful.
 * @param rowUnit what the form says of the row
 */
export function readValue(
  text: string,
  column: ColumnSpec,
  around: UnitsAround | null,
  rowUnit?: string,
): ValueReading {
  const cell = parseCell(text);
  if (cell.kind === 'blank') return { state: 'blank', value: null, unit: null, flags: [], doubts: [] };
  if (cell.kind === 'placeholder') {
    return { state: 'blank', value: null, unit: null, flags: ['placeholder'], doubts: [] };
  }
  if (cell.kind === 'text') return UNREADABLE;
  const formText = rowUnit ?? column.printedIn;
  const formUnit = formText === undefined ? null : moneyUnitIn(formText);
  const isMoney = column.unit === 'CNY' || formUnit !== null;
  const reading = isMoney
    ? readAmount(cell, around ?? {}, formUnit)
    : readCount(cell, column, around ?? {}, rowUnit);
  if (isTooLarge(reading.value!)) return UNREADABLE;
  return { ...reading, flags: addFlags([...cell.flags, ...reading.flags], ...reading.doubts) };
}

type NumberCell = Extract<ReturnType<typeof parseCell>, { kind: 'number' }>;

function readAmount(cell: NumberCell, around: UnitsAround, formUnit: PrintedUnit | null): ValueReading {
  const printed = cell.unit ? moneyUnitIn(cell.unit) : null;
  const named = printed ?? nearest(around, moneyUnitIn) ?? (isCountRow(around) ? UNKNOWN : formUnit);
  const power = named?.power ?? 0;
  const value = shiftDecimal(cell.digits, power) + 0;
  const doubts: Flag[] = cell.flags.filter((flag) => flag === 'separator-doubtful');
  if (cell.unit && !printed) doubts.push('unit-unexpected');
  if (value < 0) doubts.push('sign-unexpected');
  if ((named?.kind ?? 'unknown') === 'unknown' && value !== 0) doubts.push('unit-unknown');
  return { state: 'number', value, unit: 'CNY', flags: power > 0 ? ['unit-converted'] : [], doubts };
}

function readCount(
  cell: NumberCell,
  column: ColumnSpec,
  around: UnitsAround,
  rowUnit: string | undefined,
): ValueReading {
  const named = cell.unit ? null : nearest(around, countUnitIn);
  const power = named?.power ?? 0;
  const value = shiftDecimal(cell.digits, power) + 0;
  const doubts: Flag[] = cell.flags.filter((flag) => flag === 'separator-doubtful');
  const isMoneyRow = around.row ? moneyUnitIn(around.row)?.kind === 'money' : false;
  if ((cell.unit && /[十百千万亿元]/u.test(cell.unit)) || (isMoneyRow && value !== 0))
    doubts.push('unit-unexpected');
  if (!Number.isInteger(value) && !column.fractional) doubts.push('not-an-integer');
  if (value < 0 && !column.signed) doubts.push('sign-unexpected');
  if (named?.kind === 'unknown' && value !== 0) doubts.push('unit-unknown');
  return {
    state: 'number',
    value,
    unit: rowUnit ?? null,
    flags: power > 0 ? ['unit-converted'] : [],
    doubts,
  };
}

const UNKNOWN: PrintedUnit = { kind: 'unknown', power: 0 };

/** The unit column of the row of an amount names pieces. */
const isCountRow = ({ row }: UnitsAround): boolean => row != null && countUnitIn(row) !== null;

/** The unit with the most authority. The row and the heading stand equally near: if they differ, nobody knows. */
function nearest(
  { row, heading, caption }: UnitsAround,
  unitIn: (text: string) => PrintedUnit | null,
): PrintedUnit | null {
  const [byRow, byHeading] = [row, heading].map((text) => (text ? unitIn(text) : null));
  if (byRow && byHeading && (byRow.power !== byHeading.power || byRow.kind !== byHeading.kind))
    return UNKNOWN;
  return byRow ?? byHeading ?? (caption ? unitIn(caption) : null);
}
