import type { Line } from './lines.js';
import { type TextCell, type TextTable, textTable } from './text-table.js';

/**
 * Cells of paragraphs, as browsers give the text of a page whose cells hold paragraphs: a tab alone on a line parts two cells,
 * two paragraphs without one between begin a new row:
 *
 *   规章
 *
 *   →
 *
 *   0
 *                 <- the row 规章 | 0 ends
 *   行政规范性文件
 */

const BARE_TAB = /^ *\t[\t ]*$/u;
const BARE_TABS_MIN = 4;
/** So many rows of one cell, which are headings, may stand between rows of several. */
const LONE_MAX = 12;

/** A heading of the report, where no tab parts it from a cell. */
const SECTION = /^\s*[一二三四五六七八九十]、/u;

const isLone = (lines: readonly Line[], at: number): boolean => {
  const next = lines.slice(at + 1, at + 5).find((line) => !isEmpty(line));
  return !next || !BARE_TAB.test(next.text);
};

const isEmpty = ({ text }: Line): boolean => text.trim() === '' && !BARE_TAB.test(text);

export function readBareTabs(lines: readonly Line[], from: number): { table: TextTable; end: number } | null {
  const next = lines.slice(from + 1, from + 4).find((line) => !isEmpty(line));
  if (BARE_TAB.test(lines[from]!.text) || !next || !BARE_TAB.test(next.text)) return null;
  const rows: Line[][] = [];
  let end = from;
  let tabs = 0;
  let lone = 0;
  let isOpen = false;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (isEmpty(line)) continue;
    if (BARE_TAB.test(line.text)) {
      // A tab right behind another one: an empty cell stands between them.
      if (isOpen) rows.at(-1)!.push({ text: '', start: line.start, end: line.start });
      isOpen = true;
      tabs++;
      lone = 0;
      end = i + 1;
    } else if (isOpen) {
      rows.at(-1)!.push(line);
      isOpen = false;
      end = i + 1;
    } else {
      if (line.text.includes('\t') || (SECTION.test(line.text) && isLone(lines, i)) || ++lone > LONE_MAX)
        break;
      rows.push([line]);
    }
  }
  if (tabs < BARE_TABS_MIN) return null;
  const limit = lines[end - 1]!.end;
  const cells: TextCell[] = rows
    .filter(([first]) => first!.start < limit)
    .flatMap((row, at) =>
      row.map((piece, column) => ({ row: at, column, rowSpan: 1, colSpan: 1, pieces: [piece] })),
    );
  return { table: { ...textTable(cells, lines.slice(from, end)), layout: 'ragged' }, end };
}
