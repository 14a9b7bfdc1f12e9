import { type FoldCharacters, foldLabel, labelSimilarity } from '../../words/label-text.js';
import type { OfficialColumn } from '../official-labels.js';
import type { PhysicalRow, Token } from '../token.js';
import { columnByElimination } from './column-by-elimination.js';

/** What the heading above a row says of its columns. */
export interface ColumnEvidence {
  /** Rectangles: grid column -> column id, when every column of the form was found. */
  map: Map<number, string> | null;
  /** The form's columns in the order in which the heading prints them; null where it does not name them all. */
  order: string[] | null;
  /** The heading names a column twice and another not at all, or names them in no order that holds. */
  contradicts: boolean;
  /** The heading names several columns and leaves out one that the form has. */
  isShort: boolean;
  /** Texts of the heading cells by column id, as printed. */
  printed: Map<string, string>;
  /** Rectangles: grid column -> heading, for columns that the form does not have. */
  foreign: ReadonlyMap<number, string>;
}

const NO_FOREIGN: ReadonlyMap<number, string> = new Map();

/** The names that a heading may print, prepared once for all rows of a group. */
interface HeadingNames {
  columns: OfficialColumn[];
  /** Folded labels that contain a column's name and are none (法人或其他组织). */
  others: string[];
  /** All of them, the longest first; id is null for those that are no column. */
  names: { name: string; id: string | null }[];
  /** What labels were found to name. */
  found: Map<string, string[]>;
}

export function headingNames(columns: OfficialColumn[], others: string[]): HeadingNames {
  const names = [
    ...columns.flatMap((column) =>
      column.cores.map((name) => ({ name, id: column.spec.id as string | null })),
    ),
    ...others.map((name) => ({ name, id: null })),
  ].sort((a, b) => b.name.length - a.name.length);
  return { columns, others, names, found: new Map() };
}

const COLUMN_SCORE_MIN = 0.7;
/** A heading stands at most this many rows above the values that it names. */
const HEADING_ROWS_MAX = 80;

function columnSimilarity(core: string, column: OfficialColumn): number {
  return Math.max(...column.cores.map((official) => labelSimilarity(core, official)));
}

/**
 * Reads the heading of a row: the nearest rows above it that name its columns.
 */
export function columnEvidence(
  rows: PhysicalRow[],
  at: number,
  names: HeadingNames,
  fold: FoldCharacters,
): ColumnEvidence {
  const row = rows[at]!;
  const heading = headingRows(rows, at, names, fold);
  const inGrid = row.form === 'rectangle' ? heading.filter((h) => h.block === row.block) : [];
  const map = inGrid.length > 0 ? mapGridColumns(inGrid, names.columns, fold) : null;
  if (map) {
    const { columns, printed, foreign } = map;
    return { map: columns, order: null, contradicts: false, isShort: false, printed, foreign };
  }
  // The nearest heading that names them all; tables repeat the names of their neighbours.
  let tokens = withoutOwnLabel(row);
  let best = printedOrder(tokens, names, fold);
  for (const above of [...heading].reverse()) {
    if (best.order || best.contradicts) break;
    tokens = [...withoutOwnLabel(above), ...tokens];
    best = printedOrder(tokens, names, fold);
  }
  return { map: null, ...best, foreign: NO_FOREIGN };
}

/** In running text a heading stands in one piece with the label of the first row; shorter pieces are labels. */
const RUNNING_LABEL_MAX = 16;

/** The last label of a row with numbers is its own: 3.其他 is no column. */
function withoutOwnLabel(row: PhysicalRow): Token[] {
  if (row.form === 'running') return row.labels.filter((label) => label.text.length > RUNNING_LABEL_MAX);
  return isHeading(row) ? row.labels : row.labels.slice(0, -1);
}

/** A heading shorter than its table is padded with empty cells; placeholders are no data either. */
function isHeading(row: PhysicalRow): boolean {
  const hasDigits = row.values.some((token) => token.kind !== 'blank' && /\d/u.test(token.text));
  return !hasDigits && row.values.length < Math.max(row.labels.length, 1);
}

/** Names of columns with the empty cells that their spans left: as many of these as the form has columns are no row of blanks. */
function namesAlone({ labels, values }: PhysicalRow, names: HeadingNames, fold: FoldCharacters): boolean {
  if (labels.length < NAMES_MIN || values.some((token) => token.kind !== 'blank')) return false;
  const cores = labels.map(({ text }) => foldLabel(text, fold).core);
  const namesColumn = (core: string) => namesIn(core, names).length > 0;
  return cores.some(namesColumn) && cores.every((core) => namesColumn(core) || names.others.includes(core));
}

/** Rows whose heading was joined to their own label: a few pieces more than a label has. */
const JOINED_HEADING_MIN = 4;

/** The nearest run of heading rows above, with rows that were joined to their heading. */
function headingRows(
  rows: PhysicalRow[],
  at: number,
  names: HeadingNames,
  fold: FoldCharacters,
): PhysicalRow[] {
  const found: PhysicalRow[] = [];
  let isBegun = false;
  for (let i = at - 1; i >= 0 && at - i <= HEADING_ROWS_MAX; i--) {
    const row = rows[i]!;
    const isJoined: boolean = !isBegun && isJoinedToHeading(row, names, fold);
    if (isHeading(row) || isJoined || namesAlone(row, names, fold)) found.unshift(row);
    else if (isBegun) break;
    else if (found.length > 0 && row.values.length > 0) {
      if (!found.every((label) => isRowOfBlanks(label, rows[at]!, names, fold))) break;
      found.length = 0;
    }
    // What stands above the row that was joined to the last line of its heading are the other lines.
    isBegun ||= isJoined && !isHeading(row) && row.form !== 'running';
  }
  return found;
}

/** A row whose cells are all empty looks like a heading where two labels stand before them; it names no column. */
function isRowOfBlanks(
  row: PhysicalRow,
  below: PhysicalRow,
  names: HeadingNames,
  fold: FoldCharacters,
): boolean {
  if (row.form !== 'rectangle' || row.block !== below.block) return false;
  return row.labels.every((label) => namesIn(foldLabel(label.text, fold).core, names).length === 0);
}

/** Many pieces before the values, or one line that names several columns before the row's own label. */
function isJoinedToHeading(row: PhysicalRow, names: HeadingNames, fold: FoldCharacters): boolean {
  if (row.form === 'rectangle') return false;
  if (row.form === 'running' || row.labels.length >= JOINED_HEADING_MIN) return true;
  return row.labels
    .slice(0, -1)
    .some((label) => namesIn(foldLabel(label.text, fold).core, names).length >= NAMES_MIN);
}

/** Columns to the right that repeat a heading cell: a span that was written out in each of its columns. */
function repeatedBeside(lowest: Map<number, Token>, column: number): number[] {
  const text = lowest.get(column)!.text;
  const found: number[] = [];
  for (let c = column + 1; lowest.get(c)?.text === text; c++) found.push(c);
  return found;
}

/**
 * The lowest heading cell of each grid column. Where it only repeats the one on its left, and a name of the form stands above it, the
 * name counts: a tool filled the cell below it from the wrong side.
 */
function lowestNames(heading: PhysicalRow[], isName: (text: string) => boolean): Map<number, Token> {
  const stacks = new Map<number, Token[]>();
  for (const token of heading.flatMap((row) => row.labels)) {
    if (token.column === undefined) continue;
    for (let c = token.column; c < token.column + (token.colSpan ?? 1); c++)
      stacks.set(c, [...(stacks.get(c) ?? []), token]);
  }
  const lowest = new Map<number, Token>();
  for (const [c, stack] of stacks) {
    const [above, last] = [stack.at(-2), stack.at(-1)!];
    const isFilled = stacks.get(c - 1)?.at(-1)?.text === last.text && above && above.text !== last.text;
    const isOther = stacks.get(c - 1)?.at(-2)?.text !== above?.text;
    lowest.set(c, isFilled && isOther && isName(above.text) ? above : last);
  }
  return lowest;
}

function mapGridColumns(heading: PhysicalRow[], columns: OfficialColumn[], fold: FoldCharacters) {
  const lowest = lowestNames(heading, (text) => {
    const { core } = foldLabel(text, fold);
    return columns.some(({ cores }) => cores.includes(core));
  });
  const found = new Map<number, string>();
  const printed = new Map<string, string>();
  const missing: OfficialColumn[] = [];
  for (const column of columns) {
    let best: { c: number; score: number; token: Token } | null = null;
    for (const [c, token] of lowest) {
      if (found.has(c)) continue;
      const score = columnSimilarity(foldLabel(token.text, fold).core, column);
      if (score >= COLUMN_SCORE_MIN && (!best || score > best.score)) best = { c, score, token };
    }
    if (!best) {
      if (!column.spec.optional) missing.push(column);
      if (missing.length > 1) return null;
      continue;
    }
    found.set(best.c, column.spec.id);
    for (const c of repeatedBeside(lowest, best.c)) if (!found.has(c)) found.set(c, column.spec.id);
    printed.set(column.spec.id, best.token.text);
  }
  // Words of a heading that borders cut in two name no column of their own.
  const isPartOfName = (text: string) => {
    const { core } = foldLabel(text, fold);
    return columns.some(({ cores }) => cores.some((name) => name.includes(core)));
  };
  const [lost] = missing;
  if (!lost) return { columns: found, printed, foreign: foreignColumns(lowest, found, isPartOfName) };
  const order = columns.map(({ spec }) => spec.id);
  const textAt = (c: number) => (lowest.has(c) ? foldLabel(lowest.get(c)!.text, fold).core : undefined);
  const column = columnByElimination(found, order, { id: lost.spec.id, cores: lost.cores }, textAt);
  if (column === null) return null;
  found.set(column, lost.spec.id);
  printed.set(lost.spec.id, lowest.get(column)!.text);
  return { columns: found, printed, foreign: foreignColumns(lowest, found, isPartOfName) };
}

/** Columns with a heading of their own that is none of the form's. */
const foreignColumns = (
  lowest: ReadonlyMap<number, Token>,
  found: ReadonlyMap<number, string>,
  isPartOfName: (text: string) => boolean,
): ReadonlyMap<number, string> =>
  new Map(
    [...lowest]
      .filter(([column, { text, colSpan = 1 }]) => colSpan === 1 && !found.has(column) && !isPartOfName(text))
      .map(([column, { text }]) => [column, text.trim()]),
  );

/**
 * The order in which a flattened heading names the columns. The total column spans the levels of the heading and may be
 * named anywhere; it is printed last.
 */
function printedOrder(tokens: Token[], heading: HeadingNames, fold: FoldCharacters) {
  const { columns } = heading;
  const named = tokens.flatMap((token) => namesIn(foldLabel(token.text, fold).core, heading));
  const printed = new Map<string, string>();
  for (const token of tokens) {
    const core = foldLabel(token.text, fold).core;
    const column = columns.find((c) => columnSimilarity(core, c) >= COLUMN_SCORE_MIN);
    if (column) printed.set(column.spec.id, token.text);
  }
  const required = columns.filter((c) => !c.spec.optional).map((c) => c.spec.id);
  const hasTotal = required.includes('total');
  // A name that spans the lines of a heading is written on each of them by tools that know no spans.
  const sequence = named
    .filter((id) => id !== 'total' && required.includes(id))
    .filter((id, i, all) => id !== all[i - 1]);
  const distinct = [...new Set(sequence)];
  const isComplete =
    distinct.length + (hasTotal ? 1 : 0) === required.length && (!hasTotal || named.includes('total'));
  // A heading repeated at a page break names them all again, in the same order.
  const isRepetition = sequence.every((id, i) => id === distinct[i % distinct.length]);
  const contradicts = isRepetition ? false : isComplete || distinct.length > 1;
  const order = isComplete && isRepetition ? [...distinct, ...(hasTotal ? ['total'] : [])] : null;
  return { order, contradicts, isShort: distinct.length > 1 && !isComplete, printed };
}

/** Columns that a folded label names: one, or several where the borders between them were lost. */
function namesIn(core: string, heading: HeadingNames): string[] {
  const known = heading.found.get(core);
  if (known) return known;
  const found = readNames(core, heading);
  heading.found.set(core, found);
  return found;
}

function readNames(core: string, { columns, others, names }: HeadingNames): string[] {
  const whole = columns.find((column) => column.cores.includes(core));
  if (whole) return [whole.spec.id];
  const found: string[] = [];
  for (let at = 0; at < core.length; ) {
    const hit = names.find(({ name }) => core.startsWith(name, at));
    if (hit?.id) found.push(hit.id);
    at += hit ? hit.name.length : 1;
  }
  if (found.length >= NAMES_MIN) return found;
  const similar = columns.find((column) => columnSimilarity(core, column) >= COLUMN_SCORE_MIN);
  return similar && !others.includes(core) ? [similar.spec.id] : [];
}

/** A short name inside another text is a coincidence (其他 in 其他对外管理服务事项); several in a row are a heading without borders. */
const NAMES_MIN = 2;
