import { completeLattices } from '../../layout/document/complete-lattices.js';
import { fillTables } from '../../layout/document/fill-table.js';
import type { Glyph, PageContent, Ruling } from '../../layout/page/page-content.js';
import { cellText } from '../../layout/page/table-part.js';
import { drawText } from './drawn.js';

/** A page that shows nothing but text and lines, 600 by 800 points. */
export const pageOf = (glyphs: Glyph[], rulings: Ruling[] = []): PageContent => ({
  number: 1,
  width: 600,
  height: 800,
  glyphs,
  rulings,
  hiddenText: '',
  rotatedText: '',
  isTextInvisible: false,
  hasDrawing: false,
  unmappedFonts: [],
  unmappedShare: 0,
  toDisplay: (box) => box,
});

/** The rows of the only table that a page shows, `column:text` a cell. */
export function rowsOf(glyphs: Glyph[], rulings: Ruling[] = []): string[] {
  const { tables } = fillTables(completeLattices(pageOf(glyphs, rulings)).lattices, { glyphs, number: 1 });
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables, and not one`);
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => `${cell.column}:${cellText(cell)}`)
      .join(' '),
  );
}

/** Draws texts centred at x, 10 points high; Chinese is one em wide, everything else half. */
export const centred = (text: string, x: number, y: number): Glyph[] => {
  const width = [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 10 : 5), 0);
  return drawText(text, { x: x - width / 2, y });
};

/** Figures on one line, 60 points apart. */
export const figures = (y: number, ...texts: string[]): Glyph[] =>
  texts.flatMap((text, i) => centred(text, 250 + 60 * i, y));
