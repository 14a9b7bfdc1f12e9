import { addFlags } from '../../model/codes/add-flags.js';
import type { Flag } from '../../model/codes/flag-codes.js';
import type { CellAddress, ColumnSpec, Identity } from '../../model/template.js';
import { parseCell } from '../../words/parse-cell.js';
import type { ColumnEvidence } from '../columns/column-map.js';
import { type Slot, slotOf } from '../slot.js';
import type { Token } from '../token.js';
import { enumerateCuts } from './enumerate-cuts.js';
import { type RowSums, rowSums } from './row-sums.js';

/** The cells that one printed row fills, in the order in which they are printed. */
export interface RowCells {
  addresses: readonly CellAddress[];
  /** The column of each address. */
  columns: readonly ColumnSpec[];
}

/** Where the printed values of one row may stand: one placement when it is certain, several when it is not. */
export interface Placement extends RowCells {
  placements: Slot[][];
  /** All placements that the printed values allow, before any identity was asked. */
  rivals: Slot[][];
  /** No placement keeps the row's own sums: the row is wrong somewhere, and no other sum may decide it. */
  isUnbalanced: boolean;
  /** Identities that chose among placements. */
  spent: string[];
  /** Printed values that no column takes. */
  leftovers: Token[];
  flags: Flag[];
}

/** Values by the columns that the heading names. Null where the heading does not say, or a value stands elsewhere. */
export function placeByHeading(values: Token[], cells: RowCells, evidence: ColumnEvidence): Placement | null {
  if (!evidence.map) return null;
  const slots = new Map<string, Slot>();
  for (const token of values) {
    const covered: string[] = [];
    for (let c = token.column!; c < token.column! + (token.colSpan ?? 1); c++) {
      const id = evidence.map.get(c);
      if (id) covered.push(id);
    }
    if (token.kind !== 'blank' && covered.length === 0) return null;
    const isShared = new Set(covered).size > 1 && holdsFigure(token.text);
    const slot: Slot = { ...slotOf(token), ...(isShared && { isShared }) };
    for (const id of covered) {
      const before = slots.get(id);
      if (before && before.text !== '' && before.text !== slot.text) return null;
      if (!before || before.text === '') slots.set(id, slot);
    }
  }
  // A cell that is not there is not an empty cell: the row is short, and its values may stand under the wrong heading.
  const placed = cells.addresses.map((address) => slots.get(address.column));
  return placed.every((slot) => slot !== undefined) ? certain(cells, placed) : null;
}

/** Fewer values than cells, because one is merged over several of them: together they are as wide as the row. */
export function placeBySpans(values: Token[], cells: RowCells): Placement | null {
  const widths = values.map(({ colSpan = 1 }) => colSpan);
  const width = cells.addresses.length;
  if (values.length >= width || widths.reduce((sum, one) => sum + one, 0) !== width) return null;
  const slots = values.flatMap((token, i): Slot[] => {
    const isShared = widths[i]! > 1 && token.kind !== 'blank' && holdsFigure(token.text);
    return Array<Slot>(widths[i]!).fill({ ...slotOf(token), ...(isShared && { isShared }) });
  });
  return certain(cells, slots);
}

/** A sign for nothing that stands over several cells is said of each of them; a figure is the number of none. */
const holdsFigure = (text: string): boolean => parseCell(text).kind !== 'placeholder';

/** The placement that leaves no choice. */
export const certain = (cells: RowCells, slots: Slot[]): Placement => ({
  ...cells,
  placements: [slots],
  rivals: [slots],
  isUnbalanced: false,
  spent: [],
  leftovers: [],
  flags: [],
});

export interface OrderRules extends RowCells {
  /** Identities whose cells all lie in this row. */
  identities: readonly Identity[];
  /** May an empty cell have left no trace between digits that are glued together? */
  blanksInRuns: boolean;
  /** Do other rows of the table end in as many empty cells, so that these belong to no column? */
  isPadded: (length: number) => boolean;
  /** Where no sum across rows could tell: may the one figure that is missing be a total? */
  mayLackTotal?: boolean;
  /** Is the row printed with a cell less than its neighbours? */
  isShort: boolean;
  /** Are empty cells printed here, and one cell fewer than the form has? The lost one may have held any number. */
  isCellLost?: boolean;
}

/** Only sure when another identity confirms it. */
export const NEEDS_CONFIRMATION = 'needs-confirmation';

/** Values by their order: as many as cells, or else every placement that keeps the row's own identities. */
export function placeByOrder(printed: Token[], rules: OrderRules): Placement {
  const width = rules.addresses.length;
  const cells: RowCells = { addresses: rules.addresses, columns: rules.columns };
  const windows = windowsOf(printed, width);
  const values = windows[0] ?? printed;
  const isWhole = printed.length === width || rules.isPadded(printed.length);
  const inner = printed.length === width ? withoutPadding(printed, rules) : null;
  if (windows.length === 1 && isWhole && !inner) return certain(cells, values.map(slotOf));
  const sums = rowSums(rules);
  const full = printed.length <= width ? fullCuts(values, rules) : [];
  const rivals =
    windows.length > 1 && isWhole
      ? windows.map((window) => window.map(slotOf))
      : printed.length > width
        ? withoutSome(printed, width)
        : inner
          ? distinctSlots([printed.map(slotOf), ...cuts(inner, fullCuts(inner, rules), rules, sums)])
          : cuts(printed, full, rules, sums);
  const unsummed = fullCutsOffSum(full, sums);
  const [only, another] = unsummed;
  if (only && !another) return { ...certain(cells, only), isUnbalanced: true };
  const isWrong = unsummed.length > 0;
  const strict = new Set(isWrong ? [] : rivals.filter(sums.areKept));
  const kept =
    strict.size > 0
      ? rivals.filter((slots) => strict.has(slots) || mayHaveLost(slots, printed, rules, sums))
      : [];
  const placements = kept.length > 0 ? kept : rivals;
  return {
    ...cells,
    placements,
    rivals,
    isUnbalanced: rules.identities.length > 0 && kept.length === 0,
    // Nor is a sum asked again, as if the lost cell were empty, that this cell may have kept.
    spent:
      strict.size > 0 && strict.size < rivals.length ? rules.identities.map((identity) => identity.id) : [],
    leftovers: placements.length === 0 ? values.filter((t) => t.kind !== 'blank') : [],
    flags: addFlags(
      [],
      rivals.length > 1 && 'placed-by-identity',
      // Where empty cells leave no trace in runs of digits, a row's own sum may hold by accident.
      rivals.length > 1 && rules.blanksInRuns && NEEDS_CONFIRMATION,
    ),
  };
}

/**
 * A row that lost a cell and begins with an empty one, which then is as likely the end of its label. Its other values; null
 * where all is well.
 */
function withoutPadding(printed: Token[], { isShort }: OrderRules): Token[] | null {
  const [first, ...others] = printed;
  return isShort && first?.kind === 'blank' && others.some((t) => t.kind !== 'blank') ? others : null;
}

/** One placement for every different row of texts. */
function distinctSlots(placements: Slot[][]): Slot[][] {
  const textOf = (slots: Slot[]) => slots.map((slot) => slot.text?.trim() ?? '').join('|');
  return [...new Map([...placements].reverse().map((slots) => [textOf(slots), slots])).values()].reverse();
}

/** @param full the cuts of these values that fill every cell */
function cuts(values: Token[], full: Slot[][] | null, rules: OrderRules, sums: RowSums): Slot[][] {
  if (full === null) return [];
  if (full.some(sums.areKept)) return full;
  const { width, decimals } = sizesOf(rules);
  return enumerateCuts(values, { width, decimals, blanksLeaveNoTrace: true }) ?? [];
}

/**
 * Cuts of glued digits that fill every cell: where one keeps the row's sum, it needs no empty cells to explain it. Without
 * a sum, 11 in two cells may be 1 and 1 as well as 11 and an empty one. Null where there are too many.
 */
function fullCuts(values: Token[], rules: OrderRules): Slot[][] | null {
  if (rules.identities.length === 0 || rules.blanksInRuns || !values.some((t) => t.kind === 'run')) return [];
  return enumerateCuts(values, { ...sizesOf(rules), blanksLeaveNoTrace: false });
}

const sizesOf = ({ addresses, columns }: OrderRules) => ({
  width: addresses.length,
  decimals: new Set(columns.flatMap((column, i) => (column.unit ? [i] : []))),
});

/**
 * Digits enough for every cell, in a table that shows no empty cell without a trace, and no full cut adds up: a figure is
 * wrong. A cut with empty cells could keep its sum by accident (2000020 as 20 and 20), and in all rows alike. Where one
 * full cut is all there is, the figures stand as it says.
 */
const fullCutsOffSum = (full: Slot[][] | null, sums: RowSums): Slot[][] =>
  full === null || full.some(sums.areKept) ? [] : full;

/** Every run of `width` values that leaves only blanks out at the ends: a closing pipe, an empty parent, a spanned label. */
function windowsOf(values: Token[], width: number): Token[][] {
  const isBlank = (token: Token) => token.kind === 'blank';
  const windows: Token[][] = [];
  for (let from = 0; from + width <= values.length; from++) {
    if (values.slice(0, from).every(isBlank) && values.slice(from + width).every(isBlank)) {
      windows.push(values.slice(from, from + width));
    }
  }
  const distinct = new Map(windows.map((window) => [window.map((t) => t.text.trim()).join('|'), window]));
  return [...distinct.values()];
}

/** More values than these were not doubled by accident: the row is something else. */
const SURPLUS_MAX = 2;
/** Empty cells before the values may be what is left of a label's span; this many of them are none too many. */
const PADDING_MAX = 2;

const blanksBefore = (values: Token[]): number => values.findIndex((t) => t.kind !== 'blank');

/**
 * More values than cells: one or two were doubled or strayed in. All ways to leave them out. Where exactly `width` values
 * are printed and none of them stands there twice in a row, the blanks are what is too many.
 */
function withoutSome(values: Token[], width: number): Slot[][] {
  const surplus = values.length - width;
  const printed = values.filter((t) => t.kind !== 'blank');
  const hasTwin = values.some((t, i) => t.kind !== 'blank' && t.text === values[i + 1]?.text);
  const surplusMax = SURPLUS_MAX + Math.min(blanksBefore(values), PADDING_MAX);
  if (printed.length === width && (!hasTwin || surplus > surplusMax)) return [printed.map(slotOf)];
  if (surplus > surplusMax) return [];
  const found = new Map<string, Slot[]>();
  const leave = (start: number, left: number, kept: Token[]): void => {
    if (left === 0) {
      const slots = [...kept, ...values.slice(start)].map(slotOf);
      const key = slots.map((s) => s.text).join('|');
      if (!found.has(key)) found.set(key, slots);
      return;
    }
    for (let i = start; i <= values.length - left; i++) {
      leave(i + 1, left - 1, [...kept, ...values.slice(start, i)]);
    }
  };
  leave(0, surplus, []);
  return [...found.values()];
}

/** May the cell that shows no trace have held what the sums ask for? */
const mayHaveLost = (slots: Slot[], printed: Token[], rules: OrderRules, sums: RowSums): boolean =>
  (rules.mayLackTotal === true &&
    printed.length === rules.addresses.length - 1 &&
    printed.every((t) => t.kind === 'value') &&
    sums.lackOnlyTotal(slots)) ||
  (rules.isCellLost === true && sums.mayBeKept(slots));
