import type { Grid, GridCell } from '../../model/parsed-document.js';
import { largest } from '../../words/largest.js';
import { parseCell } from '../../words/parse-cell.js';
import { rowsOfGrid } from './rows-of-grid.js';

/**
 * Tools that know no merged cells write their text into every column, and number rows and columns:
 *
 *         0             1             2             3
 *    0    信息内容      本年处理数量  本年处理数量  本年处理数量        one heading over three columns,
 *    1    行政许可      8             8             8                  and one figure under it
 *
 * Gives the grid as it was printed: copies beside each other are one cell, numbers of rows and columns are none. Figures are copies
 * only under a heading that is one, and where all of them are alike. A grid without copied headings stays as it is.
 */
export function foldCopies(grid: Grid): Grid {
  const rows = rowsOfGrid(grid);
  if (rows.length < ROWS_MIN || !rows.every((row) => row.every(({ colSpan }) => colSpan === 1))) return grid;
  const printed = withoutNumbering(rows);
  const width = largest(printed.map((row) => row.length));
  if (!printed.every((row) => row.length === width)) return grid;
  let copied: boolean[] = [];
  let foldedHeadings = 0;
  const folded = printed.map((row) => {
    const isCopy = row.map(
      (cell, i) => i > 0 && cell.text.trim() !== '' && cell.text.trim() === row[i - 1]!.text.trim(),
    );
    const firstFigure = row.findIndex((cell) => parseCell(cell.text).kind === 'number');
    const isHeading =
      firstFigure < 0 && new Set(row.map(({ text }) => text.trim())).size > 1 && isOfWords(row);
    if (isHeading) copied = isCopy;
    const mayFold = row.map((cell, i) => isCopy[i]! && (isWord(cell) || copied[i] === true));
    if (isHeading && mayFold.includes(true)) foldedHeadings++;
    return mergeCells(row, mayFold);
  });
  if (foldedHeadings === 0 && printed === rows) return grid;
  const cells = folded.flatMap((row, at) => row.map((cell) => ({ ...cell, row: at })));
  return { ...grid, layout: 'rectangle', rowCount: folded.length, columnCount: width, cells };
}

const ROWS_MIN = 2;

const isWord = ({ text }: GridCell): boolean => parseCell(text).kind === 'text';

const isOfWords = (row: readonly GridCell[]): boolean =>
  row.every((cell) => ['text', 'blank'].includes(parseCell(cell.text).kind)) && row.some(isWord);

const COLUMN_NAME = /^(?:\d{1,3}|Unnamed: \d{1,3}(?:_level_\d)?)$/u;

/** Without a first row of 0, 1, 2 … and a first column of 0, 1, 2 …: the numbers that a table printer gave. */
function withoutNumbering(rows: GridCell[][]): GridCell[][] {
  const [head = [], ...body] = rows;
  const names = head.map(({ text }) => text.trim());
  const isIndexed =
    names[0] === '' && body.length > 1 && body.every((row, at) => row[0]?.text.trim() === String(at));
  const own = isIndexed ? names.slice(1) : names;
  const isNumbered =
    own.length > 1 &&
    own.every((name, at) => COLUMN_NAME.test(name) && (name === String(at) || name.startsWith('Unnamed')));
  if (!isNumbered && !isIndexed) return rows;
  const kept = isNumbered ? body : rows;
  return kept.map((row) => (isIndexed ? row.slice(1) : row).map((cell, column) => ({ ...cell, column })));
}

function mergeCells(row: readonly GridCell[], isFolded: readonly boolean[]): GridCell[] {
  const merged: GridCell[] = [];
  row.forEach((cell, i) => {
    const last = merged.at(-1);
    if (isFolded[i] && last) merged[merged.length - 1] = { ...last, colSpan: last.colSpan + 1 };
    else merged.push({ ...cell, column: i });
  });
  return merged;
}
