import type { CellStyle } from './cell-look.js';
import { attributeIn, type OpenedElement, walkPart } from './package-relations.js';
import { keyOf, placeOf } from './place-of.js';
import { addToFormat, type ConditionalFormat, emptyFormat } from './read-conditional-formats.js';

interface Condition {
  areas: string;
  kind: string;
  operator: string;
  formulas: string[];
  format: ConditionalFormat;
}

interface SheetCell {
  row: number;
  column: number;
  text: string;
  isNumber: boolean;
  style: CellStyle | undefined;
}

/** What the parts of a sheet say of how much of a cell is seen. */
interface SheetFacts {
  cells: SheetCell[];
  conditions: Condition[];
  /** Columns with a width of their own, in digits. */
  widths: { from: number; to: number; width: number }[];
  /** Rows lower than any print. */
  lowRows: Set<number>;
  /** The first cells of merged ones: those are wider than their column. */
  merged: Set<number>;
}

const CONDITIONS_MAX = 300;
const AREAS_MAX = 200;
const WIDTHS_MAX = 1000;
/** Points. */
const ROW_HEIGHT_MIN = 6;

/**
 * Cells of which a reader may see something else than the number that the file keeps: conditions show them by another format or
 * in the colour of their ground, or their column or row is too small (a column shows ### then).
 */
export function cellsInDoubt(
  part: Uint8Array | undefined,
  styles: readonly CellStyle[],
  formats: readonly ConditionalFormat[],
): number[] {
  const { cells, conditions, widths, lowRows, merged } = readFacts(part, styles, formats);
  const telling = conditions.slice(0, CONDITIONS_MAX).map((condition) => ({
    ...condition,
    inside: areaOf(condition.areas),
  }));
  const isNarrow = ({ row, column, text, isNumber, style }: SheetCell): boolean => {
    const own = widths.find(({ from, to }) => column >= from && column <= to);
    const isTooWide = own !== undefined && text.length > own.width + 0.5 && isNumber;
    return isTooWide && style?.shrinks !== true && !merged.has(keyOf(row, column));
  };
  const doubtful = cells.filter(
    (cell) =>
      cell.style?.isOdd === true ||
      isNarrow(cell) ||
      lowRows.has(cell.row) ||
      telling.some((condition) => condition.inside(cell) && mayHide(condition, cell)),
  );
  return doubtful.map(({ row, column }) => keyOf(row, column));
}

/** Does a condition hold for a cell, as far as can be told, and change what is seen of it? */
function mayHide({ format, kind, operator, formulas }: Condition, { text, isNumber, style }: SheetCell) {
  const ground = format.fill ?? style?.fill ?? 'FFFFFF';
  if (!format.changes && format.color !== ground) return false;
  const [first, second] = formulas.map((formula) => (formula.trim() === '' ? Number.NaN : Number(formula)));
  if (kind !== 'cellIs' || !isNumber || first === undefined || Number.isNaN(first)) return true;
  const value = Number(text);
  const last = second ?? Number.NaN;
  const holds: Record<string, boolean> = {
    lessThan: value < first,
    lessThanOrEqual: value <= first,
    greaterThan: value > first,
    greaterThanOrEqual: value >= first,
    equal: value === first,
    notEqual: value !== first,
    between: Number.isNaN(last) || (value >= first && value <= last),
    notBetween: Number.isNaN(last) || value < first || value > last,
  };
  return holds[operator] ?? true;
}

/** Is a cell in one of the areas, "B9:C12 D4"? */
function areaOf(areas: string): (cell: SheetCell) => boolean {
  const boxes = areas
    .trim()
    .split(/\s+/u)
    .slice(0, AREAS_MAX)
    .flatMap((area) => {
      const [from, to] = area.replaceAll('$', '').split(':');
      const [first, last] = [placeOf(from ?? ''), placeOf(to ?? from ?? '')];
      return first && last ? [{ first, last }] : [];
    });
  return ({ row, column }) =>
    boxes.some(
      ({ first, last }) => row >= first[0] && row <= last[0] && column >= first[1] && column <= last[1],
    );
}

type Handler = (element: OpenedElement) => void;

function readFacts(
  part: Uint8Array | undefined,
  styles: readonly CellStyle[],
  formats: readonly ConditionalFormat[],
): SheetFacts {
  const facts: SheetFacts = {
    cells: [],
    conditions: [],
    widths: [],
    lowRows: new Set(),
    merged: new Set(),
  };
  const unplaced: Condition[] = [];
  const open: string[] = [];
  let text = '';
  let areas = '';
  let cell: SheetCell | null = null;
  let condition: Condition | null = null;
  const numberIn = (element: OpenedElement, name: string) => Number(attributeIn(element, name));
  const handlers: Record<string, Handler> = {
    col(element) {
      const [from, to, width] = ['min', 'max', 'width'].map((name) => numberIn(element, name));
      if (facts.widths.length < WIDTHS_MAX && width! >= 0)
        facts.widths.push({ from: from! - 1, to: to! - 1, width: width! });
    },
    row(element) {
      if (numberIn(element, 'ht') < ROW_HEIGHT_MIN) facts.lowRows.add(numberIn(element, 'r') - 1);
    },
    c(element) {
      const place = placeOf(attributeIn(element, 'r') ?? '');
      const isNumber = /^n?$/u.test(attributeIn(element, 't') ?? '');
      const style = styles[numberIn(element, 's') || 0];
      cell = place && { row: place[0], column: place[1], text: '', isNumber, style };
    },
    mergeCell(element) {
      const first = placeOf((attributeIn(element, 'ref') ?? '').split(':')[0]!);
      if (first) facts.merged.add(keyOf(...first));
    },
    conditionalFormatting(element) {
      areas = attributeIn(element, 'sqref') ?? '';
    },
    cfRule(element) {
      const format = formats[numberIn(element, 'dxfId')] ?? emptyFormat();
      const [kind = '', operator = ''] = [attributeIn(element, 'type'), attributeIn(element, 'operator')];
      condition = { areas, kind, operator, formulas: [], format: { ...format } };
      facts.conditions.push(condition);
      if (areas === '') unplaced.push(condition);
    },
    dataBar: showsNoValue,
    iconSet: showsNoValue,
  };
  /** Bars and pictures in the place of the number. */
  function showsNoValue(element: OpenedElement) {
    if (condition && attributeIn(element, 'showValue') === '0') condition.format.changes = true;
  }
  walkPart(part, {
    open(element) {
      text = '';
      handlers[element.name]?.(element);
      if (condition && open.includes('dxf')) addToFormat(condition.format, element, open);
      open.push(element.name);
    },
    text(given) {
      text += given;
    },
    close(name) {
      open.pop();
      if (name === 'v' && cell) cell.text = text;
      else if (name === 'c' && cell) {
        if (cell.text !== '') facts.cells.push(cell);
        cell = null;
      } else if ((name === 'formula' || name === 'f') && condition) condition.formulas.push(text);
      // Conditions of later programs name their areas behind them.
      else if (name === 'sqref') for (const one of unplaced.splice(0)) one.areas = text;
    },
  });
  return facts;
}
