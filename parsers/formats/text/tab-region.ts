import type { Grid } from '../../../src/model/parsed-document.js';
import { gridFromRanges, type Range } from './grid-from-ranges.js';
import { joinBrokenRows, type TabRow } from './join-broken-rows.js';
import type { Line } from './lines.js';

/**
 * Tab text. As Word exports it, a cell a line, each behind a tab, a line without one goes on with the cell above,
 * an empty line ends the row:
 *
 *   →规范性文件
 *   →12
 *   →12
 *                <- row ends
 *   →三
 *   、
 *   本            <- still the same cell
 *
 * Or as tab-separated values, a row a line. Lines without a tab that belong to no row are given back as they stand.
 */

export const isTabLine = (line: Line): boolean => line.text.includes('\t');
export const isEmptyLine = (line: Line): boolean => !isTabLine(line) && line.text.trim() === '';

export function readTabRegion(text: string, lines: Line[]): (Grid | Line)[] {
  const tabs = lines.filter(isTabLine);
  const single = tabs.filter(
    (l) =>
      l.text.lastIndexOf('\t') === l.text.length - l.text.trimStart().length - 1 ||
      /^\t[^\t]*$/u.test(l.text),
  );
  const cellPerLine = single.length >= 0.6 * tabs.length;
  if (cellPerLine) return [gridFromRanges(text, cellRows(lines), 'ragged')];
  const printed = lines.filter((line) => !isEmptyLine(line));
  // Where a tab stands behind each cell, what follows the last one is none.
  const isClosed = printed.length > 1 && printed.every((line) => line.text.endsWith('\t'));
  const rows = joinBrokenRows(text, isClosed ? printed.map(withoutLastTab) : printed);
  return evenRuns(rows).map((run) =>
    'text' in run ? run : gridFromRanges(text, run, run.length > 1 ? 'rectangle' : 'ragged'),
  );
}

const withoutLastTab = ({ text, start, end }: Line): Line => ({
  ...{ text: text.slice(0, -1), start, end: end - 1 },
});

function cellRows(lines: Line[]): Range[][] {
  const rows: Range[][] = [];
  let row: Range[] = [];
  const flush = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const line of lines) {
    if (isEmptyLine(line)) flush();
    else if (isTabLine(line)) for (const cell of tabCells(line)) row.push(cell);
    else if (row.length > 0) row.at(-1)!.end = line.end;
  }
  flush();
  return rows;
}

/** The text behind each tab; what stands before the first tab is a cell only when it is not empty. */
function tabCells(line: Line): Range[] {
  const cells: Range[] = [];
  let start = line.start;
  for (let i = 0; i <= line.text.length; i++) {
    if (i < line.text.length && line.text[i] !== '\t') continue;
    const end = line.start + i;
    if (cells.length > 0 || start > line.start || line.text.slice(0, i).trim() !== '')
      cells.push({ start, end });
    start = end + 1;
  }
  return cells;
}

/** Rows of as many cells make a rectangle: there an empty cell is as good as a printed one. */
function evenRuns(rows: TabRow[]): (Range[][] | Line)[] {
  const runs: (Range[][] | Line)[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if ('line' in row) runs.push(row.line);
    else if (last && !('text' in last) && last[0]!.length === row.cells.length) last.push(row.cells);
    else runs.push([row.cells]);
  }
  return runs;
}
