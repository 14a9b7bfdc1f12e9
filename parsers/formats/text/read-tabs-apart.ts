import { parseCell } from '../../../src/words/parse-cell.js';
import { gridFromRanges, type Range } from './grid-from-ranges.js';
import type { Line } from './lines.js';
import { type TextTable, tableOfGrid } from './text-table.js';

/**
 * Tabs on lines of their own between cells whose text fills lines, as browsers give the text of cells that hold paragraphs:
 *
 *   规范性文件
 *
 *   →
 *
 *   12
 *
 *   →
 *   →            <- between two tabs, an empty cell
 *   3
 *                <- no tab: more than a paragraph's distance, or words behind a figure, begin a row
 *   行政许可
 */

const TABS_MIN = 2;

/** Paragraphs of one cell are an empty line apart. Before the first cell of a row those of the page are so as well. */
const apartMax = (column: number): number => (column === 0 ? 1 : 2);

/** A longer text is none of a cell. */
const CELL_LINES_MAX = 8;

const isBareTab = ({ text }: Line): boolean => text.includes('\t') && text.trim() === '';
const isFigure = ({ text }: Line): boolean => ['number', 'placeholder'].includes(parseCell(text).kind);

/** The rows of cells that begin at the line `from`, parted by tabs that stand alone. Null where there are none. */
export function readTabsApart(
  text: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  if (lines[from]!.text.includes('\t') || !isFollowedByTab(lines, from)) return null;
  const rows: Range[][] = [];
  let end = from;
  let tabs = 0;
  for (let at = from; at < lines.length; ) {
    const row = readRow(lines, at);
    if (!row || row.cells.length < 2) break;
    rows.push(row.cells);
    tabs += row.cells.length - 1;
    end = row.end;
    at = nextFilled(lines, row.end);
  }
  return tabs < TABS_MIN ? null : { table: tableOfGrid(gridFromRanges(text, rows, 'ragged')), end };
}

/** Does a tab stand alone behind the line, with no more lines between than a cell has? Most lines have none, which is told fast. */
function isFollowedByTab(lines: readonly Line[], from: number): boolean {
  for (let at = from + 1, filled = 1; at < lines.length && filled <= CELL_LINES_MAX; at++) {
    if (isBareTab(lines[at]!)) return true;
    if (lines[at]!.text.trim() !== '') filled++;
  }
  return false;
}

function nextFilled(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.text.trim() === '') at++;
  return at;
}

/** The cells of one row, and the line behind them. Null where a tab stands beside text: other layouts print those. */
function readRow(lines: readonly Line[], from: number): { cells: Range[]; end: number } | null {
  const cells: Range[] = [{ start: lines[from]!.start, end: lines[from]!.end }];
  let last = lines[from]!;
  let isOpen = true;
  let end = from + 1;
  let filled = 1;
  for (let i = from + 1, apart = 1; i < lines.length; i++, apart++) {
    const line = lines[i]!;
    if (isBareTab(line)) {
      for (let at = line.text.indexOf('\t'); at >= 0; at = line.text.indexOf('\t', at + 1)) {
        const start = line.start + at + 1;
        cells.push({ start, end: start });
      }
      isOpen = false;
      end = i + 1;
    } else if (line.text.trim() !== '') {
      if (line.text.includes('\t')) return null;
      const goesOn = apart <= apartMax(cells.length - 1) && isFigure(line) === isFigure(last);
      if (isOpen && (!goesOn || filled === CELL_LINES_MAX)) break;
      filled = isOpen ? filled + 1 : 1;
      if (!isOpen) cells[cells.length - 1] = { start: line.start, end: line.end };
      else cells[cells.length - 1]!.end = line.end;
      isOpen = true;
      last = line;
      end = i + 1;
      apart = 0;
    }
  }
  return { cells, end };
}
