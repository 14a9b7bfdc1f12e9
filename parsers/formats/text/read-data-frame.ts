import { characterColumns, type DisplayColumns, displayColumns } from './display-columns.js';
import type { Line } from './lines.js';
import { type TextTable, tableOfRows } from './text-table.js';

/**
 * A data frame as it is printed: rows numbered from 0, and all cells of a column end under its heading:
 *
 *          0      1      2
 *   0   信息内容  本年制发件数  本年废止件数
 *   1     规章      0      8
 *
 * Some programs count characters, others the columns of a terminal.
 */

const COLUMNS_MIN = 2;
/** Without numbered columns one row is too little to tell a frame. */
const ROWS_MIN = 2;
const INDEX = /^\s{0,6}(\d{1,4})\s/u;

/** The columns behind which a cell may end. */
const endsOf = ({ width, at }: DisplayColumns): number[] =>
  Array.from({ length: width }, (_, i) => i + 1).filter(
    (end) => at(end - 1).trim() !== '' && at(end).trim() === '',
  );

/** The frame that begins at the line `from`, without its index. Null where none does. */
export function readDataFrame(
  _: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  const heading = lines[from]!;
  if (!/^\s/u.test(heading.text)) return null;
  const rows: Line[] = [];
  while (Number(INDEX.exec(lines[from + 1 + rows.length]?.text ?? '')?.[1] ?? -1) === rows.length)
    rows.push(lines[from + 1 + rows.length]!);
  const names = heading.text.trim().split(/\s{2,}/u);
  const isNumbered = names.every((name, i) => name === String(i));
  if (names.length < COLUMNS_MIN || rows.length < (isNumbered ? 1 : ROWS_MIN)) return null;
  const end = from + 1 + rows.length;
  const printed = [...(isNumbered ? [] : [heading]), ...rows];
  for (const measure of [characterColumns, (text: string) => displayColumns(text, 2)]) {
    const measured = printed.map(({ text }) => measure(text));
    // Behind the index, which ends with its row's number, each column ends on all lines alike.
    const [first, ...others] = measured.map(endsOf);
    const known = others.map((ends) => new Set(ends));
    const index = String(rows.length - 1).length;
    const ends = first!.filter((at) => at > index && known.every((other) => other.has(at)));
    if (ends.length !== names.length) continue;
    const cells = printed.map((line, i) => cutAt(line, ends.map(measured[i]!.offset)));
    return { table: tableOfRows(cells, lines.slice(from, end)), end };
  }
  return null;
}

/** The cells of a line that end at those offsets, without the number of its row. */
function cutAt({ text, start }: Line, ends: readonly number[]): Line[] {
  let from = INDEX.exec(text)?.[0].length ?? 0;
  return ends.map((to) => {
    const cell = { text: text.slice(from, to), start: start + from, end: start + to };
    from = to;
    return cell;
  });
}
