import { type PrintedTable, unfoldTable } from './printed.js';

/** Columns that a terminal gives a character: two for CJK and full-width forms. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\uffef]/.test(character) ? 2 : 1), 0);

const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/**
 * Draws a table for the human eye, spans unfolded:
 *
 *     三、本年度办理结果 | （一）予以公开 | <           | 2 | 0
 *     ^                  | （三）不予公开 | 1.属于国家秘密 | 0 | 0
 *
 * `<` is covered from the left, `^` from above.
 */
export const drawGrid = (table: PrintedTable): string => {
  const texts = unfoldTable(table).map((row) =>
    row.map(({ cell, origin, leftEdge }) => (origin ? cell.text.replace(/\s+/g, ' ') : leftEdge ? '^' : '<')),
  );
  const widths = texts.reduce<number[]>(
    (known, row) => row.map((text, column) => Math.max(widthOf(text), known[column] ?? 0)),
    [],
  );
  return texts
    .map((row) =>
      row
        .map((text, column) => padTo(text, widths[column]!))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
};
