import { expandSpans, type PlacedCell } from './expand-spans.js';
import { type HtmlElement, stackChildren, textOf } from './html-tree.js';
import { spanOfCell, type TableRow } from './table-rows.js';

/** A stretch of rows that is a table of data, or one that only arranges text on the page. */
export interface TablePart {
  kind: 'grid' | 'flow';
  /** Their `groupEnd` counts from the first row of the part. */
  rows: TableRow[];
}

/** A cell of data is seldom longer; a note below a table may be. */
const SHORT_CHARS_MAX = 60;
const PROSE_CHARS_MIN = 400;
const PROSE_LINES_MIN = 3;
const PROSE_LINES_CHARS_MIN = 200;
const PROSE_BESIDE_CHARS_MIN = 600;

/** Knows which tables hold data. Each is judged once. */
interface TableJudge {
  /** The table's stretches of data and of layout, in order. */
  partsOf(table: HtmlElement, rows: TableRow[]): TablePart[];
  /** Does a table of data stand inside this element? */
  holdsData(element: HtmlElement): boolean;
}

const charsOf = (cell: HtmlElement): number => cell.facts?.textChars ?? 0;
const linesOf = (cell: HtmlElement): number => cell.facts?.lines ?? 0;

function isProse(cell: HtmlElement, alone: boolean): boolean {
  const chars = charsOf(cell);
  if (!alone) return chars >= PROSE_BESIDE_CHARS_MIN && linesOf(cell) >= PROSE_LINES_MIN;
  return chars >= PROSE_CHARS_MIN || (chars >= PROSE_LINES_CHARS_MIN && linesOf(cell) >= PROSE_LINES_MIN);
}

/** Tables right below an element, not those inside other tables. */
function nearestTables(element: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const stack: HtmlElement[] = [];
  stackChildren(stack, element);
  while (stack.length > 0) {
    const child = stack.pop()!;
    if (child.facts === null || child.facts.drop !== null) continue;
    if (child.tag === 'table') found.push(child);
    else if (child.facts.tables > 0) stackChildren(stack, child);
  }
  return found;
}

const placeCells = (rows: TableRow[]): PlacedCell<{ element: HtmlElement }>[] =>
  expandSpans(
    rows.map((row) => ({
      cells: row.cells.map((element) => ({
        element,
        rowSpan: spanOfCell(element, 'rowspan'),
        colSpan: spanOfCell(element, 'colspan'),
      })),
      groupEnd: row.groupEnd,
    })),
  ).cells;

/** Do these rows form a table of data: more than one column with text, or a column of numbers? */
function isGrid(rows: TableRow[]): boolean {
  const placed = placeCells(rows);
  const filled = placed.filter(({ cell }) => charsOf(cell.element) > 0);
  if (filled.length === 0) return false;
  const columns = new Set(filled.map((cell) => cell.column));
  const wide = rows.filter((row) => row.cells.length >= 2).length;
  if (columns.size >= 2 && wide >= 1) return true;
  // An empty form: labels on the left, nothing filled in.
  if (wide >= 3 && columns.has(0)) return true;
  const numbers = filled.filter(({ cell }) =>
    /^\s*[-+]?\d[\d,.]*\s*$/.test(textOf(cell.element, 200)),
  ).length;
  return (
    rows.length >= 3 && numbers >= 1 && filled.every(({ cell }) => charsOf(cell.element) <= SHORT_CHARS_MAX)
  );
}

/** Rows that a cell hangs into from above; there the table can't be parted. */
function heldRows(rows: TableRow[]): boolean[] {
  const held = rows.map(() => false);
  let reach = 0;
  const placed = placeCells(rows);
  let next = 0;
  rows.forEach((_, index) => {
    held[index] = index < reach;
    for (; next < placed.length && placed[next]!.row === index; next++) {
      reach = Math.max(reach, index + placed[next]!.rowSpan);
    }
  });
  return held;
}

const isBlank = (row: TableRow): boolean => row.cells.every((cell) => charsOf(cell) === 0);

/** Parts a table where a row begins or ends to arrange text. A blank row belongs to what stands above it. */
function partRows(rows: TableRow[], arranges: (row: TableRow) => boolean): TablePart[] {
  const held = heldRows(rows);
  const parts: TablePart[] = [];
  let flowing = false;
  let offset = 0;
  rows.forEach((row, index) => {
    const last = parts.at(-1);
    if (!held[index] && !isBlank(row)) flowing = arranges(row);
    const kind = flowing ? 'flow' : 'grid';
    if (last?.kind !== kind) offset = index;
    const rebased = { ...row, groupEnd: row.groupEnd - offset };
    if (last?.kind === kind) last.rows.push(rebased);
    else parts.push({ kind, rows: [rebased] });
  });
  return parts.map((part) => (part.kind === 'grid' && !isGrid(part.rows) ? { ...part, kind: 'flow' } : part));
}

/** Makes a judge. It asks its own verdict on inner tables; the parser's depth limit bounds that. */
export function createTableJudge(rowsOf: (table: HtmlElement) => TableRow[]): TableJudge {
  const verdicts = new Map<HtmlElement, TablePart[]>();
  const holders = new Map<HtmlElement, boolean>();

  const holdsData = (element: HtmlElement): boolean => {
    if ((element.facts?.tables ?? 0) === 0) return false;
    const known = holders.get(element);
    if (known !== undefined) return known;
    const found = nearestTables(element).some((table) => {
      const parts = partsOf(table, rowsOf(table));
      return parts.some((part) => part.kind === 'grid' || part.rows.some((row) => row.cells.some(holdsData)));
    });
    holders.set(element, found);
    return found;
  };

  /** Does the row arrange text or tables, rather than hold data? */
  const arranges = (row: TableRow): boolean => {
    const filled = row.cells.filter((cell) => charsOf(cell) > 0);
    if (filled.some((cell) => isProse(cell, filled.length === 1))) return true;
    const inner = filled.filter(holdsData);
    if (inner.length === 0) return false;
    const own = filled.filter((cell) => !inner.includes(cell) && charsOf(cell) <= SHORT_CHARS_MAX);
    return own.length < 2;
  };

  const partsOf = (table: HtmlElement, rows: TableRow[]): TablePart[] => {
    const parts = verdicts.get(table) ?? partRows(rows, arranges);
    verdicts.set(table, parts);
    return parts;
  };
  return { partsOf, holdsData };
}
