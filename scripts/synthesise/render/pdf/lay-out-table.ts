import { type PrintedTable, unfoldTable } from '../../printed.js';
import { textWidth, wrapText } from './wrap-text.js';

/** A cell on an endless sheet: y counts from the top of the table. */
export interface LaidCell {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  lines: { text: string; x: number /** Middle of the line. */; y: number }[];
}

export interface LaidTable {
  cells: LaidCell[];
  /** Top of each row, and the bottom of the last one. */
  rowEdges: number[];
  size: number;
  leading: number;
}

const padding = 3;

/** Sets a table in columns of fixed width: labels wrap, rows grow, spanned text is centred over its rows. */
export const layOutTable = (table: PrintedTable, left: number, width: number, size: number): LaidTable => {
  const leading = size * 1.35;
  const sum = table.widths.reduce((total, part) => total + part, 0);
  const edges = [left];
  for (const part of table.widths) edges.push(edges[edges.length - 1]! + (width * part) / sum);
  const placed = unfoldTable(table).flatMap((row, rowIndex) =>
    row.flatMap(({ cell, origin }, column) => {
      if (!origin) return [];
      const x0 = edges[column]!;
      const x1 = edges[column + cell.colSpan]!;
      return [{ cell, rowIndex, x0, x1, lines: wrapText(cell.text, x1 - x0 - 2 * padding, size) }];
    }),
  );
  const heights = table.rows.map(() => leading + 2 * padding);
  for (const { cell, rowIndex, lines } of [...placed].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const last = rowIndex + cell.rowSpan - 1;
    const room = heights.slice(rowIndex, last + 1).reduce((total, height) => total + height, 0);
    heights[last] = heights[last]! + Math.max(0, lines.length * leading + 2 * padding - room);
  }
  const rowEdges = [0];
  for (const height of heights) rowEdges.push(rowEdges[rowEdges.length - 1]! + height);
  const cells = placed.map(({ cell, rowIndex, x0, x1, lines }): LaidCell => {
    const y0 = rowEdges[rowIndex]!;
    const y1 = rowEdges[rowIndex + cell.rowSpan]!;
    const top = (y0 + y1) / 2 - (lines.length * leading) / 2;
    const inner = lines.map((text, index) => ({
      text,
      x: (x0 + x1) / 2 - textWidth(text, size) / 2,
      y: top + (index + 0.5) * leading,
    }));
    return { x0, x1, y0, y1, lines: inner };
  });
  return { cells, rowEdges, size, leading };
};
