import { isFigureText } from '../../../src/layout/page/chunks.js';
import { characterColumns, type DisplayColumns, displayColumns } from './display-columns.js';
import type { Line } from './lines.js';
import { type TextCell, type TextTable, textTable } from './text-table.js';

/**
 * Cells that a program filled up with spaces to the width of their column, on whichever side: nothing stands between two
 * columns on any line, and a line is as long as its cells:
 *
 *   （三）不予公开    1.属于国家秘密    0   1       1     a line ends where a column ends
 *     2.其他法律          0          2   0   2         the label above reaches down, and the cells move to the left
 */

const COLUMNS_MIN = 3;
const ROWS_MIN = 2;
const LINES_MAX = 400;
/** Other signs part the cells of such a line; a comma between thousands does not. */
const OTHER_DELIMITER = /[|\t]|,[",]|",|,\d{0,2},/u;
/** Of a gap of one space can't be told whether a column stands in a wider one. */
const GAP_MIN = 2;

/** What parts two columns parts their figures too: these are lines of figures with single spaces. */
const TWO_FIGURES = /(?<!\S)\d[\d,.]*\s+\d[\d,.]*(?!\S)/u;

interface Column {
  from: number;
  to: number;
}

interface Row {
  cells: Line[];
  /** Cells up to the last one that holds words. */
  labels: number;
  hasNumber: boolean;
}

/** The table that begins at the line `from`. Null where none does. */
export function readGutterColumns(
  _: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  // A run of lines is looked at once, where it begins.
  if (wordsOf(lines[from]!) < 2 || (from > 0 && wordsOf(lines[from - 1]!) > 1)) return null;
  const { printed, end } = runFrom(lines, from);
  if (!printed.some(({ text }) => /(?<!\S)\d+(?!\S)/u.test(text))) return null;
  if (printed.some(({ text }) => OTHER_DELIMITER.test(text))) return null;
  for (const measure of [characterColumns, (text: string) => displayColumns(text, 2)]) {
    const rows = rowsOf(printed, measure);
    if (!rows) continue;
    return { table: tableOf(rows, printed), end };
  }
  return null;
}

/** Where cells moved to the left of merged labels, the figures go back into their columns, and no heading stands over one. */
function tableOf(rows: readonly Row[], printed: readonly Line[]): TextTable {
  const numbered = rows.filter(({ hasNumber }) => hasNumber);
  const labels = numbered.reduce((most, row) => Math.max(most, row.labels), 0);
  const width = numbered.reduce((most, row) => Math.max(most, row.cells.length - row.labels), 0);
  const isEven = numbered.every((row) => row.cells.length - row.labels === width);
  const isMoved = numbered.some((row) => row.labels < labels);
  const cells = rows.flatMap((row, at): TextCell[] => {
    const place = (column: number, pieces: Line[], colSpan = 1) => ({
      row: at,
      column,
      rowSpan: 1,
      colSpan,
      pieces,
    });
    if (!isEven || !isMoved) return row.cells.map((cell, column) => place(column, [cell]));
    if (!row.hasNumber) return [place(0, row.cells, labels + width)];
    return row.cells.map((cell, i) => place(i < row.labels ? i : i + labels - row.labels, [cell]));
  });
  return textTable(cells, printed, isEven ? 'rectangle' : 'ragged');
}

const wordsOf = ({ text }: Line): number => text.match(/\S+/gu)?.length ?? 0;

/** Lines up to an empty one. A program that parts its rows leaves lines of spaces between them, as long as the line above. */
function runFrom(lines: readonly Line[], from: number): { printed: Line[]; end: number } {
  const isParted = isSpaceUnder(lines, from + 1);
  const printed: Line[] = [];
  let end = from;
  for (let at = from; at < lines.length && printed.length < LINES_MAX; at += isParted ? 2 : 1) {
    if (lines[at]!.text.trim() === '' || (isParted && !isSpaceUnder(lines, at + 1))) break;
    printed.push(lines[at]!);
    end = at + 1;
  }
  return { printed, end };
}

const isSpaceUnder = (lines: readonly Line[], at: number): boolean =>
  lines[at] !== undefined &&
  lines[at].text.trim() === '' &&
  lines[at].text.length === lines[at - 1]!.text.length;

function rowsOf(lines: readonly Line[], measure: (text: string) => DisplayColumns): Row[] | null {
  const measured = lines.map(({ text }) => measure(text));
  const columns = withEmptyColumns(columnsOf(measured.filter((_, i) => wordsOf(lines[i]!) > 1)));
  if (columns.length < COLUMNS_MIN) return null;
  const isOneLength = measured.every(({ width }) => width === measured[0]!.width);
  const ends = new Set(columns.map(({ to }) => to));
  const isFilled = lines.every((line, i) => wordsOf(line) < 2 || ends.has(measured[i]!.width));
  if (!isOneLength && !isFilled) return null;
  const rows = lines.map((line, i) => rowOf(line, measured[i]!, columns));
  const numbered = rows.filter(({ hasNumber }) => hasNumber);
  if (numbered.length === 0 || rows.length < ROWS_MIN) return null;
  if (rows.some(({ cells }) => cells.some(({ text }) => TWO_FIGURES.test(text)))) return null;
  const labels = numbered.reduce((most, row) => Math.max(most, row.labels), 0);
  if (isOneLength && labels > 1 && wrapsLabels(rows)) return null;
  // Behind its figures, a row whose cells moved to the left is filled up.
  const width = columns.length - labels;
  for (const row of numbered) {
    const rest = row.cells.splice(row.labels + width);
    if (rest.some(({ text }) => text.trim() !== '') || !isInOrder(row)) return null;
  }
  return rows;
}

/** Where something stands on one of the lines, from gap to gap. */
function columnsOf(lines: readonly DisplayColumns[]): Column[] {
  const width = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const columns: Column[] = [];
  let isOpen = false;
  for (let at = 0; at < width; at++) {
    const isFilled = lines.some((line) => line.at(at).trim() !== '');
    if (isFilled && !isOpen) columns.push({ from: at, to: at });
    if (isFilled) columns.at(-1)!.to = at + 1;
    isOpen = isFilled;
  }
  return columns;
}

/** The fullest cell of a column fills it: all gaps are alike, and between two gaps in one stands a column without a width. */
function withEmptyColumns(columns: readonly Column[]): Column[] {
  const gapBefore = (at: number): number => columns[at]!.from - columns[at - 1]!.to;
  const gap = columns.reduce((least, _, at) => (at > 0 ? Math.min(least, gapBefore(at)) : least), Infinity);
  if (gap < GAP_MIN) return [...columns];
  return columns.flatMap((column, at) => {
    const gaps = at > 0 ? gapBefore(at) / gap : 1;
    const empty = Number.isInteger(gaps) ? gaps - 1 : 0;
    const place = (i: number): Column => {
      const from = columns[at - 1]!.to + gap * (i + 1);
      return { from, to: from };
    };
    return [...Array.from({ length: empty }, (_, i) => place(i)), column];
  });
}

/** The cells of a line as far as it reaches. A lone word is a caption, which may reach over the gaps. */
function rowOf(line: Line, measured: DisplayColumns, columns: readonly Column[]): Row {
  const reached = columns.filter(({ from }) => from < measured.width);
  const cells = wordsOf(line) < 2 ? [line] : reached.map(({ from, to }) => cut(line, measured, from, to));
  const labels = cells.findLastIndex(({ text }) => text.trim() !== '' && !isFigureText(text.trim())) + 1;
  const hasNumber = cells.slice(labels).some(({ text }) => /\d/u.test(text));
  return { cells, labels, hasNumber };
}

function cut({ text, start }: Line, { offset }: DisplayColumns, from: number, to: number): Line {
  const [begin, end] = [offset(from), offset(to)];
  return { text: text.slice(begin, end), start: start + begin, end: start + end };
}

/** Pages that a program drew go on with a label on lines of their own, below its figures. */
const wrapsLabels = (rows: readonly Row[]): boolean =>
  rows
    .slice(rows.findIndex(({ hasNumber }) => hasNumber))
    .some(({ cells, labels }) => cells.slice(labels).every(({ text }) => text.trim() === ''));

const isInOrder = ({ cells, labels }: Row): boolean =>
  cells.slice(0, labels).every(({ text }) => !/\d/u.test(text) || !isFigureText(text.trim()));
