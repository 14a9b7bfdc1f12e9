/** What a row says of its cells, before they have a place. Spans are as written: 0 is "to the end", NaN is "nothing said". */
interface SpannedCell {
  rowSpan: number;
  colSpan: number;
}

export interface SpannedRow<C extends SpannedCell> {
  cells: C[];
  /** Index of the first row that spans from this row may not reach: the end of its <tbody>. */
  groupEnd: number;
}

export interface PlacedCell<C> {
  cell: C;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

export interface Rectangle<C> {
  rowCount: number;
  columnCount: number;
  /** By row, then by column. No two overlap. */
  cells: PlacedCell<C>[];
  /** Cells whose span ran into a cell that hangs down from a row above, and was cut there. */
  overlaps: number;
  /** Cells whose span was longer than the table. */
  cuts: number;
}

const SPAN_MAX = 1000;
/** No report is wider; the limit keeps colspan bombs from filling the memory. */
const SPANNED_WIDTH_MAX = 2000;
/** A wider span than this does not prove that there are as many columns. */
const CREDIBLE_SPAN_MAX = 50;

const spanOf = (value: number): number => (value >= 1 ? Math.min(Math.floor(value), SPAN_MAX) : 1);

/**
 * Gives every cell its place in the full rectangle, as browsers do: a cell starts at the first column that no cell
 * from above hangs into. Where its own span would run into such a cell, browsers draw both over each other; here it ends.
 *
 *     A | B↓      C colspan=2, D      A | B
 *                                     C | B | D
 */
export function expandSpans<C extends SpannedCell>(rows: SpannedRow<C>[]): Rectangle<C> {
  const cells: PlacedCell<C>[] = [];
  /** Per column: index of the first row that is free again. */
  const freeFrom: number[] = [];
  let overlaps = 0;
  let cuts = 0;
  const isFree = (column: number, row: number) => (freeFrom[column] ?? 0) <= row;
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.cells) {
      while (!isFree(column, rowIndex)) column++;
      const wanted = column < SPANNED_WIDTH_MAX ? spanOf(cell.colSpan) : 1;
      let colSpan = 1;
      while (colSpan < wanted && isFree(column + colSpan, rowIndex)) colSpan++;
      if (colSpan < wanted) overlaps++;
      const rowsLeft = Math.max(Math.min(row.groupEnd, rows.length) - rowIndex, 1);
      const wantedRows = cell.rowSpan === 0 ? rowsLeft : spanOf(cell.rowSpan);
      if (wantedRows > rowsLeft || cell.colSpan > SPAN_MAX) cuts++;
      const rowSpan = Math.min(wantedRows, rowsLeft);
      for (let i = column; i < column + colSpan; i++) freeFrom[i] = rowIndex + rowSpan;
      cells.push({ cell, row: rowIndex, column, rowSpan, colSpan });
      column += colSpan;
    }
  });
  const columnCount = credibleWidth(cells);
  for (const cell of cells) {
    const colSpan = Math.min(cell.colSpan, columnCount - cell.column);
    if (colSpan < cell.colSpan) cuts++;
    cell.colSpan = colSpan;
  }
  return { rowCount: rows.length, columnCount, cells, overlaps, cuts };
}

/** Where the table ends: spans beyond belief don't count, the cells after them do. */
function credibleWidth(cells: { column: number; colSpan: number }[]): number {
  let width = 0;
  for (const { column, colSpan } of cells) {
    width = Math.max(width, column + (colSpan > CREDIBLE_SPAN_MAX ? 1 : colSpan));
  }
  return width;
}
