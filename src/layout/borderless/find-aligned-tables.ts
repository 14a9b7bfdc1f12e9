import type { BoundingBox } from '../../model/span.js';
import { runOf } from '../page/join-lines.js';
import { uniteBoxes } from '../page/matrix.js';
import type { TableCell, TablePart } from '../page/table-part.js';
import { lineBox, lineText, splitAtGaps, type TextLine } from '../page/text-line.js';

/** A gap of this many ems may part two columns; in prose only a wide blank inside a form is larger. */
const TOKEN_GAP_EMS = 1.2;
/** Fewer aligned lines may be chance: an address block, a signature. */
const LINES_MIN = 3;
/** Cells of a borderless table are labels and numbers; longer tokens are prose in columns. */
const TOKEN_LENGTH_MAX = 40;
/** Lines further apart than this many ems belong to different tables. */
const LINE_PITCH_MAX_EMS = 4;

/** What a page holds between two ruled tables: its lines, with the borderless tables found among them. */
export type TextOrTable = TextLine | TablePart;

export const isTablePart = (item: TextOrTable): item is TablePart => 'cells' in item;

/**
 * Finds tables that are drawn by alignment only, in consecutive lines:
 *
 *     信息内容    本年制发件数   本年废止件数      the rows with the most tokens give the columns;
 *     规章             1             0           a token over two columns gets a colSpan;
 *     规范性文件       8            26           an overlap that fits no column: all stays text.
 */
export function findAlignedTables(lines: readonly TextLine[]): TextOrTable[] {
  const items: TextOrTable[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && isRow(lines[end]!) && isNear(lines, start, end)) end++;
    const table = end - start >= LINES_MIN ? toTable(lines.slice(start, end)) : undefined;
    if (table) {
      items.push(table);
      start = end;
    } else {
      const stop = Math.max(end, start + 1);
      items.push(...lines.slice(start, stop));
      start = stop;
    }
  }
  return items;
}

function isNear(lines: readonly TextLine[], start: number, index: number): boolean {
  if (index === start) return true;
  const previous = lines[index - 1]!;
  const line = lines[index]!;
  return line.baseline - previous.baseline <= LINE_PITCH_MAX_EMS * Math.max(line.size, previous.size);
}

function isRow(line: TextLine): boolean {
  const tokens = tokensOf(line);
  return tokens.length >= 2 && tokens.every((token) => lineText(token).length <= TOKEN_LENGTH_MAX);
}

/** Cuts a line where a column may end. */
const tokensOf = (line: TextLine): TextLine[] => splitAtGaps(line, TOKEN_GAP_EMS);

interface Column {
  x0: number;
  x1: number;
}

function toTable(lines: readonly TextLine[]): TablePart | undefined {
  const rows = lines.map(tokensOf);
  const columns = columnsOf(rows);
  if (!columns) return undefined;
  const boxes = lines.map(lineBox);
  const box = boxes.reduce(uniteBoxes);
  const xs = [box[0], ...columns.slice(1).map((column, i) => (columns[i]!.x1 + column.x0) / 2), box[2]];
  const cells: TableCell[] = [];
  for (const [row, tokens] of rows.entries()) {
    const placed = placeTokens(tokens, columns);
    if (!placed) return undefined;
    const top = row === 0 ? box[1] : (boxes[row - 1]![3] + boxes[row]![1]) / 2;
    const bottom = row === rows.length - 1 ? box[3] : (boxes[row]![3] + boxes[row + 1]![1]) / 2;
    cells.push(...rowCells(placed, row, columns.length, { xs, top, bottom, page: lines[0]!.page }));
  }
  return {
    kind: 'aligned',
    page: lines[0]!.page,
    box,
    xs,
    rowCount: rows.length,
    columnCount: columns.length,
    cells,
  };
}

/** Columns are where the tokens of the fullest rows stand; they must not overlap, and at least two rows must agree on them. */
function columnsOf(rows: readonly TextLine[][]): Column[] | undefined {
  const count = Math.max(...rows.map((tokens) => tokens.length));
  const full = rows.filter((tokens) => tokens.length === count);
  if (full.length < 2) return undefined;
  const columns = Array.from({ length: count }, (_, i) => ({
    x0: Math.min(...full.map((tokens) => tokens[i]!.x0)),
    x1: Math.max(...full.map((tokens) => tokens[i]!.x1)),
  }));
  const overlap = columns.some((column, i) => i > 0 && column.x0 <= columns[i - 1]!.x1);
  return overlap ? undefined : columns;
}

interface Placed {
  token: TextLine;
  column: number;
  colSpan: number;
}

function placeTokens(tokens: readonly TextLine[], columns: readonly Column[]): Placed[] | undefined {
  const placed: Placed[] = [];
  for (const token of tokens) {
    const first = columns.findIndex((column) => column.x1 >= token.x0 && column.x0 <= token.x1);
    if (first < 0) return undefined;
    let last = first;
    while (last + 1 < columns.length && columns[last + 1]!.x0 <= token.x1) last++;
    const previous = placed.at(-1);
    if (previous && first < previous.column + previous.colSpan) return undefined;
    placed.push({ token, column: first, colSpan: last - first + 1 });
  }
  return placed;
}

function rowCells(
  placed: readonly Placed[],
  row: number,
  columnCount: number,
  place: { xs: number[]; top: number; bottom: number; page: number },
): TableCell[] {
  const cells: TableCell[] = [];
  const add = (column: number, colSpan: number, token?: TextLine) => {
    const box: BoundingBox = [place.xs[column]!, place.top, place.xs[column + colSpan]!, place.bottom];
    const shape = { row, column, rowSpan: 1, colSpan, page: place.page, room: Number.POSITIVE_INFINITY };
    cells.push(
      token
        ? { ...shape, box: uniteBoxes(box, lineBox(token)), run: runOf(token), lines: [token] }
        : { ...shape, box, run: { text: '', glyphs: [], hasJoinedDigits: false }, lines: [] },
    );
  };
  let next = 0;
  for (const { token, column, colSpan } of placed) {
    for (; next < column; next++) add(next, 1);
    add(column, colSpan, token);
    next = column + colSpan;
  }
  for (; next < columnCount; next++) add(next, 1);
  return cells;
}
