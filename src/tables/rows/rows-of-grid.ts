import type { Grid, GridCell } from '../../model/parsed-document.js';

/** The cells of a grid by the row in which they begin. */
export function rowsOfGrid(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  return rows;
}
