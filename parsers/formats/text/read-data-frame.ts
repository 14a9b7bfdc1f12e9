import { displayColumns } from './display-columns.js';
import type { Line } from './lines.js';
import { type TextCell, type TextTable, textTable } from './text-table.js';

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

/** A line by the columns of a program that prints frames. */
interface Measured {
  line: Line;
  /** The columns behind which a cell may end. */
  ends: ReadonlySet<number>;
  /** The offset in the line at which a column begins. */
  offset: (column: number) => number;
}

const byCharacters = (line: Line): Measured => ({
  ...{ line, ends: new Set(endsOf(line.text)) },
  offset: (column) => Math.min(column, line.text.length),
});

function byDisplay(line: Line): Measured {
  const { offset } = displayColumns(line.text, 2);
  const ends = endsOf(line.text).map((end) => displayColumns(line.text.slice(0, end), 2).width);
  return { line, ends: new Set(ends), offset };
}

const endsOf = (text: string): number[] =>
  [...text.matchAll(/\S(?=\s|$)/gu)].map(({ 0: last, index }) => index + last.length);

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
  for (const measure of [byCharacters, byDisplay]) {
    const measured = [...(isNumbered ? [] : [heading]), ...rows].map(measure);
    // Behind the index, which ends with its row's number, each column ends on all lines alike.
    const [first, ...others] = measured;
    const index = String(rows.length - 1).length;
    const ends = [...first!.ends].filter((at) => at > index && others.every((other) => other.ends.has(at)));
    if (ends.length !== names.length) continue;
    const cells = measured.map(({ line, offset }) => cutAt(line, ends.map(offset)));
    return { table: tableOf(cells, lines.slice(from, end)), end };
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

function tableOf(rows: readonly Line[][], lines: readonly Line[]): TextTable {
  const cells: TextCell[] = rows.flatMap((cells, row) =>
    cells.map((piece, column) => ({ row, column, rowSpan: 1, colSpan: 1, pieces: [piece] })),
  );
  return textTable(cells, lines);
}
