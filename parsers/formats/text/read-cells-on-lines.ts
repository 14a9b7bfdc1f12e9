import { parseCell } from '../../../src/words/parse-cell.js';
import type { Line } from './lines.js';
import { type TextTable, tableOfRows } from './text-table.js';

/**
 * A cell a line, where merged cells are written out in every place, so that all rows have as many cells:
 *
 *   第二十条第（一）项        one cell over four columns
 *   第二十条第（一）项
 *   第二十条第（一）项
 *   第二十条第（一）项
 *   规章                      a row of four
 *   0
 *                             an empty line is an empty cell; or one stands between any two cells
 *   0
 *
 * How many cells a row has is what cuts the lines into rows that have their labels before their figures.
 */

const WIDTH_MIN = 2;
const WIDTH_MAX = 24;
/** So many rows with figures at least. */
const FIGURE_ROWS_MIN = 2;
/** More lines of headings follow each other in no table. */
const HEADINGS_MAX = 8;
const ROWS_MAX = 300;
/** A longer line is none of a cell. */
const CELL_CHARS_MAX = 160;

type Kind = 'label' | 'value' | 'blank' | 'other';

/** The table that begins at the line `from`. Null where its first line is not written twice, or no width cuts it into rows. */
export function readCellsOnLines(
  _: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  const step = stepFrom(lines, from);
  if (step === 0) return null;
  const best = bestRows(lines, from, step);
  if (!best) return null;
  const rows = withoutNext(lines, from, step, best);
  if (rows.length === 0) return null;
  const end = from + (rows.length * rows[0]!.length - 1) * step + 1;
  return { table: tableOfRows(rows, lines.slice(from, end)), end };
}

/** The rows of the width that takes up most lines. */
function bestRows(lines: readonly Line[], from: number, step: 1 | 2): Line[][] | null {
  let best: Line[][] | null = null;
  for (let width = WIDTH_MIN; width <= WIDTH_MAX; width++) {
    const rows = rowsOfWidth(lines, from, step, width);
    if (rows && (!best || isFuller(rows, best))) best = rows;
  }
  return best;
}

/** More lines make rows; of as many, fewer places of headings are empty. */
const isFuller = (rows: readonly (readonly Line[])[], other: readonly (readonly Line[])[]): boolean =>
  cellCount(rows) > cellCount(other) ||
  (cellCount(rows) === cellCount(other) && blankCount(rows) < blankCount(other));

const blankCount = (rows: readonly (readonly Line[])[]): number =>
  rows
    .map((row) => row.map(({ text }) => kindOf(text)))
    .filter((kinds) => !kinds.includes('value'))
    .reduce((count, kinds) => count + kinds.filter((kind) => kind === 'blank').length, 0);

const cellCount = (rows: readonly (readonly Line[])[]): number => rows.length * rows[0]!.length;

/** Another table may begin without a word, and its first lines look like rows of this width: the one that goes further has them. */
function withoutNext(lines: readonly Line[], from: number, step: 1 | 2, rows: Line[][]): Line[][] {
  const width = rows[0]!.length;
  for (let cell = width; cell < cellCount(rows); cell++) {
    const row = Math.floor(cell / width);
    const at = from + cell * step;
    // Where a row begins, its own label may be written twice.
    const isOwn = cell % width === 0 && !rows[row]!.every(({ text }) => kindOf(text) === 'label');
    const isSame = lines[at - step]!.text.trim() === lines[at]!.text.trim();
    if (isOwn || isSame || stepFrom(lines, at) !== step) continue;
    const next = bestRows(lines, at, step);
    if (next && next[0]!.length !== width && cellCount(next) > cellCount(rows) - cell)
      return withoutHeadings(rows.slice(0, row));
  }
  return rows;
}

/** Headings behind the last row of figures are those of another table, or no headings. */
function withoutHeadings(rows: Line[][]): Line[][] {
  const last = rows.findLastIndex((row) => row.some(({ text }) => kindOf(text) !== 'label'));
  return rows.slice(0, last + 1);
}

/** How many lines lie from cell to cell: the first cell is written again on the next line, or behind an empty one. 0 where it is not. */
function stepFrom(lines: readonly Line[], from: number): 0 | 1 | 2 {
  const first = lines[from]!.text.trim();
  if (kindOf(first) !== 'label') return 0;
  if (lines[from + 1]?.text.trim() === first) return 1;
  return lines[from + 1]?.text.trim() === '' && lines[from + 2]?.text.trim() === first ? 2 : 0;
}

function rowsOfWidth(lines: readonly Line[], from: number, step: 1 | 2, width: number): Line[][] | null {
  const rows: Line[][] = [];
  let figureRows = 0;
  let labelsEnd: number | null = null;
  let headings = 0;
  for (let at = from; rows.length < ROWS_MAX; at += width * step) {
    const row = rowAt(lines, at, step, width);
    const kinds = row?.map(({ text }) => kindOf(text)) ?? [];
    const words = kinds.lastIndexOf('label') + 1;
    const figures = kinds.filter((kind) => kind === 'value').length;
    // A row of figures has its label before them, unless only headings stand above it.
    const isRow =
      kinds.length > 0 &&
      !kinds.includes('other') &&
      // Where a label spans rows, the places below it may be empty.
      kinds.slice(kinds.indexOf('label'), words).every((kind) => kind === 'label') &&
      kinds.slice(0, Math.max(0, kinds.indexOf('label'))).every((kind) => kind === 'blank') &&
      (words > 0 || (figureRows === 0 && figures > 0)) &&
      // Under headings that are written out, figures begin in one column.
      (figures === 0 || labelsEnd === null || words === labelsEnd);
    if (!row || !isRow) break;
    rows.push(row);
    headings = figures > 0 ? 0 : headings + 1;
    if (headings > HEADINGS_MAX) break;
    if (figures > 0) {
      figureRows++;
      labelsEnd = words;
    }
    if (words === 0) break;
  }
  const isAlone = figureRows === 1 && rows.length > 1 && kindOf(rows.at(-1)![0]!.text) !== 'label';
  const isTable =
    figureRows >= FIGURE_ROWS_MIN || (isAlone && rows.slice(0, -1).every(endsInLabel) && isHeading(rows[0]!));
  return isTable ? withoutHeadings(rows) : null;
}

/** Empty places behind the labels of a heading may be cells of the figures below: where one row of figures is all, nothing tells. */
const endsInLabel = (row: readonly Line[]): boolean => kindOf(row.at(-1)!.text) === 'label';

/** Over the only row of figures, which has no label, stand at least two cells that are written out. */
const isHeading = (row: readonly Line[]): boolean => {
  const texts = row.map(({ text }) => text.trim());
  return new Set(texts).size > 1 && new Set(texts).size * 2 <= texts.length;
};

/** The cells of a row. Null where the lines end, or something stands between two cells. */
function rowAt(lines: readonly Line[], from: number, step: 1 | 2, width: number): Line[] | null {
  const row: Line[] = [];
  for (let i = 0; i < width; i++) {
    const at = from + i * step;
    const line = lines[at];
    if (!line || (step === 2 && (lines[at - 1]?.text.trim() ?? '') !== '')) return null;
    row.push(line);
  }
  return row;
}

function kindOf(text: string): Kind {
  const cell = text.trim();
  if (cell.length > CELL_CHARS_MAX || /[。；\t|]/u.test(cell)) return 'other';
  const { kind } = parseCell(cell);
  return kind === 'text' ? 'label' : kind === 'blank' ? 'blank' : 'value';
}
