import type { Grid } from '../../../src/model/parsed-document.js';
import { gridFromRanges, type Range } from './grid-from-ranges.js';
import type { Line } from './lines.js';

/**
 * Pipe text as scrapers leave it:
 *
 *   规章 | 0 | 0 | 0 |          a row a line, the last cell closed
 *   | 规章 | 0 | 0 | 0 |        a pipe at both ends
 *   规章 |                      a cell a line
 *   规章 / | / 0 / | / 0        a bare pipe between the lines
 *   其他 | 5 | 0 |              broken at an empty cell: the blank stands between the two pipes
 *   | 5 |
 *   | 其他 | 5 |                broken inside an empty cell: rows begin at the margin, and this line does not
 *     | 5 |
 */

const SEPARATOR = /^\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*\|?\s*$/u;
const BARE = /^\s*\|\s*$/u;

export const isPipeLine = (line: Line): boolean => line.text.includes('|');

/** Cells of one line: the text between its pipes. A closing pipe opens no cell; an opening one does unless `stripFirst`. */
function cellsOfLine(line: Line, stripFirst: boolean): Range[] {
  const cells: Range[] = [];
  let start = line.start;
  for (let i = 0; i < line.text.length; i++) {
    if (line.text[i] !== '|') continue;
    cells.push({ start, end: line.start + i });
    start = line.start + i + 1;
  }
  if (line.text.slice(start - line.start).trim() !== '') cells.push({ start, end: line.end });
  if (stripFirst && line.text.trimStart().startsWith('|')) cells.shift();
  return cells;
}

/** A line such as |---|---| says that the line above it is a table's head. */
export const isSeparatorLine = (line: Line): boolean =>
  line.text.includes('|') && line.text.includes('--') && SEPARATOR.test(line.text);

/** Lines of a Markdown region, one grid for every separator line in it. */
export function readMarkdownTables(text: string, lines: Line[]): Grid[] {
  const tables: Line[][] = [];
  lines.forEach((line, i) => {
    if (isSeparatorLine(line)) return;
    const next = lines[i + 1];
    if (tables.length === 0 || (next && isSeparatorLine(next))) tables.push([]);
    tables.at(-1)!.push(line);
  });
  return tables.map((table) => {
    const rows = table.map((line) => cellsOfLine(line, true));
    const regular = rows.every((row) => row.length === rows[0]!.length);
    return gridFromRanges(text, rows, regular ? 'rectangle' : 'ragged');
  });
}

/** Lines of a flattened region; they include every plain line that belongs to a cell. */
export function readPipeRegion(text: string, lines: Line[]): Grid {
  const pipes = lines.filter(isPipeLine);
  const opened = pipes.filter((l) => l.text.trimStart().startsWith('|') && !BARE.test(l.text)).length;
  const stripFirst = opened >= 0.8 * pipes.length;
  const closes = pipes.filter((l) => l.text.trimEnd().endsWith('|')).length >= 0.5 * pipes.length;
  const isIndented = rowsAtMargin(lines);
  const rows = lines.some((line) => BARE.test(line.text) && !isIndented(line))
    ? barePipeRows(lines)
    : lineRows(lines, stripFirst, closes, isIndented);
  return gridFromRanges(text, rows, isEven(rows) ? 'rectangle' : 'ragged');
}

/** Where every row has as many cells as its heading, each stands in its column. A cell a line is no row. */
const isEven = (rows: readonly Range[][]): boolean =>
  rows.length >= EVEN_ROWS_MIN &&
  rows[0]!.length > 1 &&
  rows.every(({ length }) => length === rows[0]!.length);
const EVEN_ROWS_MIN = 3;

/** Where rows begin with a pipe at the margin, a pipe behind spaces goes on with a row. */
function rowsAtMargin(lines: readonly Line[]): (line: Line) => boolean {
  const atMargin = lines.filter(({ text }) => text.startsWith('|') && text.trim() !== '|').length;
  return ({ text }) => atMargin >= EVEN_ROWS_MIN && lines[0]!.text.startsWith('|') && /^\s+\|/u.test(text);
}

/** A row a line; where rows are closed by a pipe, a line that is not continues in the next one. */
function lineRows(
  lines: Line[],
  stripFirst: boolean,
  closes: boolean,
  isIndented: (line: Line) => boolean,
): Range[][] {
  const rows: Range[][] = [];
  let open = false;
  for (const line of lines) {
    const before = rows.at(-1);
    if (before && !open && isIndented(line)) {
      for (const cell of cellsOfLine(line, false)) before.push(cell);
      continue;
    }
    const cells = cellsOfLine(line, stripFirst && !open);
    const last = rows.at(-1);
    if (open && last && cells.length > 0) {
      const [first, ...rest] = cells;
      last.at(-1)!.end = first!.end;
      last.push(...rest);
    } else if (cells.length > 0) {
      rows.push(cells);
    }
    open = closes && !line.text.trimEnd().endsWith('|');
  }
  return rows;
}

/** With bare pipes the line breaks say nothing: one long row, cut again where the labels stand. */
function barePipeRows(lines: Line[]): Range[][] {
  const row: Range[] = [];
  let start = lines[0]!.start;
  for (const line of lines) {
    for (let i = 0; i < line.text.length; i++) {
      if (line.text[i] !== '|') continue;
      row.push({ start, end: line.start + i });
      start = line.start + i + 1;
    }
  }
  const end = lines.at(-1)!.end;
  if (start < end) row.push({ start, end });
  return [row];
}
