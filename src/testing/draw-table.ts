import type { Block, Grid, GridCell, Paragraph, ParsedDocument } from '../model/parsed-document.js';

/**
 * Tables for tests, drawn as text: a line a row, `|` between cells.
 *
 *   规章 | 3 | 0 | 7        `<` belongs to the cell on its left, `^` to the one above, nothing is an empty cell
 */
interface DrawnGrid {
  layout: Grid['layout'];
  cells: { row: number; column: number; rowSpan: number; colSpan: number; text: string }[];
  rowCount: number;
  columnCount: number;
}

export type Drawing = { paragraph: string } | { table: string; layout?: Grid['layout'] };

/** Lays drawn blocks one under the other in one text, as a format parser does. */
export function drawDocument(...drawings: Drawing[]): ParsedDocument {
  const blocks: Block[] = [];
  let text = '';
  for (const drawing of drawings) {
    const start = text.length;
    if ('paragraph' in drawing) {
      text += drawing.paragraph;
      const paragraph: Paragraph = { kind: 'paragraph', text: drawing.paragraph, start, end: text.length };
      blocks.push(paragraph);
    } else {
      const drawn = readDrawing(drawing.table, drawing.layout ?? 'rectangle');
      const cells: GridCell[] = drawn.cells.map((cell) => {
        const at = text.length;
        text += `${cell.text}\t`;
        return { ...cell, start: at, end: at + cell.text.length };
      });
      const { layout, rowCount, columnCount } = drawn;
      blocks.push({ kind: 'grid', layout, rowCount, columnCount, cells, start, end: text.length });
    }
    text += '\n';
  }
  return { text, blocks, format: 'drawn', metadata: [] };
}

/** A document that holds one table. */
export const drawTable = (table: string, layout?: Grid['layout']): ParsedDocument =>
  drawDocument(layout === undefined ? { table } : { table, layout });

function readDrawing(drawing: string, layout: Grid['layout']): DrawnGrid {
  const rows = drawing
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const owner: DrawnGrid['cells'][number][][] = [];
  const cells: DrawnGrid['cells'] = [];
  rows.forEach((texts, row) => {
    owner.push([]);
    texts.forEach((text, column) => {
      const spanned =
        text === '<' ? owner[row]![column - 1] : text === '^' ? owner[row - 1]![column] : undefined;
      if (spanned) {
        spanned.colSpan = Math.max(spanned.colSpan, column - spanned.column + 1);
        spanned.rowSpan = Math.max(spanned.rowSpan, row - spanned.row + 1);
      }
      const cell = spanned ?? { row, column, rowSpan: 1, colSpan: 1, text };
      if (!spanned) cells.push(cell);
      owner[row]!.push(cell);
    });
  });
  const columnCount = Math.max(...rows.map((row) => row.length));
  return { layout, cells, rowCount: rows.length, columnCount };
}
