import type { Line } from './lines.js';
import { type Literal, parseLiteral } from './parse-literals.js';
import { rowsOfLiteral } from './rows-of-literal.js';
import { type TextTable, tableOfRows } from './text-table.js';

/** A few of its cells are words in Chinese, which no table of a program's own has. */
const WORDS_MIN = 3;
const HAN = /\p{Script=Han}/u;

/** The table that a value is, with its cells at their places in the source. Null where it is none. */
export function tableOfLiteral(value: Literal): TextTable | null {
  const table = rowsOfLiteral(value);
  if (!table) return null;
  const all = table.rows.flat();
  if (all.filter(({ text }) => HAN.test(text)).length < WORDS_MIN) return null;
  return { ...tableOfRows(table.rows, all, table.layout), start: value.start, end: value.end };
}

const OPENS = /^\s*(?:\[\s*[[({]|\{\s*["'])/u;

/** The table that is printed as a list or a record from the line `from` on: [['规章', '0', None], ...]. Null where none is. */
export function readPrintedList(
  text: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  const { text: first, start } = lines[from]!;
  const opens =
    OPENS.test(first) || (/^\s*\[\s*$/u.test(first) && OPENS.test(`[${lines[from + 1]?.text ?? ''}`));
  const value = opens ? parseLiteral(text, start + first.search(/\S/u)) : null;
  const table = value && tableOfLiteral(value);
  if (!table) return null;
  let end = from + 1;
  while (end < lines.length && lines[end]!.start < table.end) end++;
  return { table, end };
}
