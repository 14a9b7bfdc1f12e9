import { type PrintedCell, type PrintedTable, printedCell, unfoldTable } from '../printed.js';

/** Rebuilds the cells of some unfolded rows; a span that was cut goes on as an empty cell. */
const refold = (table: PrintedTable, from: number, to: number): PrintedCell[][] => {
  const rows = unfoldTable(table).slice(from, to);
  return rows.map((row, rowIndex) => {
    const cells: PrintedCell[] = [];
    row.forEach(({ cell, leftEdge }, column) => {
      if (!leftEdge || (rowIndex > 0 && rows[rowIndex - 1]![column]!.cell === cell)) return;
      let rowSpan = 1;
      while (rows[rowIndex + rowSpan]?.[column]?.cell === cell) rowSpan++;
      const isFirstPart = unfoldTable(table)[from + rowIndex]![column]!.origin;
      cells.push({ text: isFirstPart ? cell.text : '', rowSpan, colSpan: cell.colSpan });
    });
    return cells;
  });
};

/** Cuts a table before the given rows, as a page break or an editor does. */
export const cutTable = (table: PrintedTable, before: readonly number[]): PrintedTable[] => {
  const edges = [0, ...before.filter((row) => row > 0 && row < table.rows.length), table.rows.length];
  return edges.slice(0, -1).map((from, index) => ({
    ...table,
    rows: refold(table, from, edges[index + 1]!),
    headRows: index === 0 ? table.headRows : 0,
  }));
};

/** An empty cell where a rowspan should be. Column spans stay. */
export const withoutRowSpans = (table: PrintedTable): PrintedTable => ({
  ...table,
  rows: unfoldTable(table).map((row) =>
    row.flatMap(({ cell, origin, leftEdge }) =>
      leftEdge ? [printedCell(origin ? cell.text : '', cell.colSpan)] : [],
    ),
  ),
});

/** Changes the text of every cell. */
export const mapTexts = (table: PrintedTable, change: (text: string) => string): PrintedTable => ({
  ...table,
  rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))),
});
