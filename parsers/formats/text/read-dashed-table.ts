import { type DisplayColumns, displayColumns } from './display-columns.js';
import type { Line } from './lines.js';
import { type TextCell, type TextTable, textTable } from './text-table.js';

/**
 * Tables whose columns are ruled above and below, and nowhere else:
 *
 *   ======== ====== ======        -------- ------ ------       a blank line ends a row where one is left between the
 *   信息内容 制发数 废止数        信息内容 制发数 废止数       first rows; else every line is a row
 *   规章     0      8             规章
 *   ======== ====== ======        （略）   0      8
 *                                 -------- ------ ------
 */

const COLUMNS_LINE = /^\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*$/u;
const WHOLE_LINE = /^\s*-{10,}\s*$/u;

/** Without a closing rule a heading with a rule below it is a table up to the next empty line. */
const LINES_MAX = 2000;

const isColumnsLine = ({ text }: Line): boolean => COLUMNS_LINE.test(text);

/** A rule right below a rule is one that a narrower place broke: below it nothing stands under its column. */
const isRule = (line: Line): boolean => isColumnsLine(line) || WHOLE_LINE.test(line.text);

const isEmpty = ({ text }: Line): boolean => text.trim() === '';

/** Lines of a dashed table that begins at `from`: where it ends, and the line that rules its columns. */
export function findDashedTable(
  lines: readonly Line[],
  from: number,
): { end: number; columns: number } | null {
  const first = lines[from]!;
  if (isRule(first) && [lines[from - 1], lines[from + 1]].some((line) => line && isRule(line))) return null;
  const opensWhole = WHOLE_LINE.test(first.text);
  if (!opensWhole && !isColumnsLine(first)) {
    // A heading, the rule, and rows up to the next empty line.
    const next = lines[from + 1];
    if (isEmpty(first) || !next || !isColumnsLine(next) || !fitsUnder(first, next)) return null;
    const end = lines.findIndex((line, i) => i > from + 1 && (isEmpty(line) || isColumnsLine(line)));
    return { end: end < 0 ? lines.length : end + (isColumnsLine(lines[end]!) ? 1 : 0), columns: from + 1 };
  }
  const columns = opensWhole
    ? lines.findIndex((line, i) => i > from && i < from + 20 && isColumnsLine(line))
    : from;
  if (columns < 0) return null;
  const limit = Math.min(lines.length, from + LINES_MAX);
  const rules: number[] = [];
  for (let i = columns + 1; i < limit; i++) {
    if (!isRule(lines[i]!)) continue;
    rules.push(i);
    // A rule right behind the heading parts it from the rows; one more closes the table.
    if (opensWhole || !isHeadingRule(lines, i, limit)) break;
  }
  const last = rules.at(-1);
  return last === undefined || last - columns < 2 ? null : { end: last + 1, columns };
}

/** Does another rule of the same columns follow, with rows and no empty line pair between? */
function isHeadingRule(lines: readonly Line[], at: number, limit: number): boolean {
  for (let i = at + 1; i < limit; i++) {
    const line = lines[i]!;
    if (isColumnsLine(line)) return line.text.trim() === lines[at]!.text.trim() && i > at + 1;
    if (isEmpty(line) && isEmpty(lines[i + 1] ?? line)) return false;
  }
  return false;
}

/** Does the heading begin no further left than the rule below it? */
const fitsUnder = (heading: Line, rule: Line): boolean =>
  heading.text.search(/\S/u) >= rule.text.search(/\S/u) && heading.text.trim().split(/\s+/u).length > 1;

interface Column {
  left: number;
  /** Where the next column begins. */
  right: number;
}

export function readDashedTable(lines: readonly Line[], columnsLine: Line): TextTable | null {
  const columns = columnsOf(columnsLine.text);
  const body = lines.filter((line) => !isRule(line));
  while (body.length > 0 && isEmpty(body.at(-1)!)) body.pop();
  if (body.length === 0) return null;
  const rows = body.some(isEmpty) ? partedRows(body) : body.map((line) => [line]);
  const cells = rows.flatMap((row, at) => rowCells(row, at, columns));
  return textTable(cells, lines);
}

function columnsOf(text: string): Column[] {
  const starts = [...text.matchAll(/-+|=+/gu)].map(({ index }) => index);
  return starts.map((left, i) => ({ left, right: starts[i + 1] ?? Number.POSITIVE_INFINITY }));
}

function partedRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  let row: Line[] = [];
  for (const line of lines) {
    if (!isEmpty(line)) row.push(line);
    else if (row.length > 0) {
      rows.push(row);
      row = [];
    }
  }
  return row.length > 0 ? [...rows, row] : rows;
}

function rowCells(row: readonly Line[], at: number, columns: readonly Column[]): TextCell[] {
  const shown = row.map((line) => shownUnder(line, columns));
  return columns.map(({ left, right }, column) => ({
    ...{ row: at, column, rowSpan: 1, colSpan: 1 },
    pieces: row.map((line, i) => {
      const [from, to] = [shown[i]!.offset(left), shown[i]!.offset(right)];
      return { text: line.text.slice(from, to), start: line.start + from, end: line.start + to };
    }),
  }));
}

/** The width of ambiguous characters with which a space stands before every column. */
function shownUnder({ text }: Line, columns: readonly Column[]): DisplayColumns {
  const narrow = displayColumns(text, 1);
  const wide = displayColumns(text, 2);
  const cuts = (shown: DisplayColumns) =>
    columns.filter(({ left }) => left > 0 && shown.at(left - 1).trim() !== '').length;
  return cuts(wide) < cuts(narrow) ? wide : narrow;
}
