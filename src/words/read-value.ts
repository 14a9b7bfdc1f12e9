import type { Flag } from '../model/codes/flag-codes.js';
import type { ColumnSpec } from '../model/template.js';
import { parseCell } from './parse-cell.js';
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

const YUAN_POWER: Record<string, number> = { 元: 0, 万元: 4, 亿元: 8 };

/** The unit that a heading names for its column: 采购总金额（万元，保留四位小数）. */
export function unitOfHeading(heading: string): '元' | '万元' | '亿元' | null {
  const match = /(亿元|万元|元)/u.exec(heading);
  return (match?.[1] as '元' | '万元' | '亿元' | undefined) ?? null;
}

/**
 * Reads the text of a cell in the light of its column: amounts become yuan, counts must be whole numbers.
 * @param heading the column's heading as printed, if there is one; a unit named there goes before the form's own.
 */
export function readValue(
  text: string,
  column: ColumnSpec,
  heading: string | null,
  rowUnit?: string,
): ValueReading {
  const cell = parseCell(text);
  if (cell.kind === 'blank') return { state: 'blank', value: null, unit: null, flags: [], doubts: [] };
  if (cell.kind === 'placeholder') {
    return { state: 'blank', value: null, unit: null, flags: ['placeholder'], doubts: [] };
  }
  if (cell.kind === 'text') return UNREADABLE;
  const flags = [...cell.flags];
  const doubts: Flag[] = flags.filter((flag) => flag === 'separator-doubtful');
  const amountUnit = rowUnit === '元' || rowUnit === '万元' ? rowUnit : undefined;
  if (column.unit === 'CNY' || amountUnit) {
    const printed = cell.unit && cell.unit in YUAN_POWER ? cell.unit : null;
    const named =
      printed ?? (heading ? unitOfHeading(heading) : null) ?? amountUnit ?? column.printedIn ?? null;
    const power = named ? YUAN_POWER[named]! : 0;
    const value = shiftDecimal(cell.digits, power) + 0;
    if (isTooLarge(value)) return UNREADABLE;
    if (power > 0) flags.push('unit-converted');
    if (cell.unit && !printed) doubts.push('unit-unexpected');
    if (value < 0) doubts.push('sign-unexpected');
    for (const doubt of doubts) if (!flags.includes(doubt)) flags.push(doubt);
    if (!named && value !== 0) {
      flags.push('unit-unknown');
      doubts.push('unit-unknown');
    }
    return { state: 'number', value, unit: 'CNY', flags, doubts };
  }
  if (isTooLarge(cell.value)) return UNREADABLE;
  if (cell.unit && /[万亿元]/u.test(cell.unit)) doubts.push('unit-unexpected');
  if (!Number.isInteger(cell.value) && !column.fractional) doubts.push('not-an-integer');
  if (cell.value < 0 && !column.signed) doubts.push('sign-unexpected');
  for (const doubt of doubts) if (!flags.includes(doubt)) flags.push(doubt);
  return { state: 'number', value: cell.value, unit: rowUnit ?? null, flags, doubts };
}
