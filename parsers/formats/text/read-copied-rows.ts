import { onceEach } from '../../../src/words/once-each.js';
import type { Line } from './lines.js';
import { isSeparatorLine } from './pipe-region.js';
import { type TextTable, tableOfRows } from './text-table.js';

/**
 * Rows of cells between pipes, tabs or spaces, in which a tool wrote the text of a merged cell into each of its places:
 *
 *   信息内容   本年处理决定数量   本年处理决定数量   本年处理决定数量
 *   行政许可   8                  8                  8
 *
 * Copies beside each other show where cells are parted, and that every place of the table is written: as many in each row.
 */

const CELLS_MIN = 3;
const PARTINGS = ['|', '\t', ' '];
/** A figure twice beside itself is no copy of a heading. */
const WORDS = /\p{Script=Han}/u;

/** Where runs without copies end: what begins inside of one has none either. By the sign that parts the cells. */
const runsWithout = onceEach((_: readonly Line[]) => new Map<string, number>());

/** The run of rows of one width that begins at the line `from`, one of them with copies. Null where there is none. */
export function readCopiedRows(
  _: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  const ends = runsWithout(lines);
  for (const parting of PARTINGS) {
    if (from < (ends.get(parting) ?? 0)) continue;
    const first = cellsOf(lines[from]!, parting);
    if (first.length < CELLS_MIN) continue;
    const rows: Line[][] = [];
    let end = from;
    while (end < lines.length) {
      const cells = end === from ? first : cellsOf(lines[end]!, parting);
      if (cells.length !== first.length) break;
      // Markdown says itself where its tables begin.
      if (isSeparatorLine(lines[end]!)) return null;
      rows.push(cells);
      end++;
    }
    if (!rows.some(holdsCopies) || !rows.some((cells) => !cells.every(isCopyOf(cells[0]!)))) {
      ends.set(parting, end);
      continue;
    }
    return { table: tableOfRows(rows, lines.slice(from, end)), end };
  }
  return null;
}

const isCopyOf = (cell: Line) => (other: Line) => other.text.trim() === cell.text.trim();

const holdsCopies = (cells: readonly Line[]): boolean =>
  cells.some((cell, i) => i > 0 && WORDS.test(cell.text) && isCopyOf(cells[i - 1]!)(cell));

/** Between two signs stands a cell, be it empty; what stands before the first or behind the last is none where it is empty. */
function cellsOf({ text, start }: Line, parting: string): Line[] {
  const cells: Line[] = [];
  let at = start;
  for (const cell of text.split(parting)) {
    cells.push({ text: cell, start: at, end: at + cell.length });
    at += cell.length + parting.length;
  }
  const isEdge = (cell: Line | undefined) => cell !== undefined && parting === '|' && cell.text.trim() === '';
  return cells.slice(isEdge(cells[0]) ? 1 : 0, isEdge(cells.at(-1)) ? -1 : undefined);
}
