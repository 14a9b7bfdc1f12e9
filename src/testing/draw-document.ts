import type { Block, GridCell, ParsedDocument } from '../model/parsed-document.js';

/** A line of running text, or the rows of a table. */
export type DrawnBlock = string | string[][];

/**
 * A parsed document from lines and little tables, for tests and for callers that have text without a format.
 * A line that starts with "#" signs is a heading of that level.
 */
export function drawDocument(
  drawn: readonly DrawnBlock[],
  metadata: ParsedDocument['metadata'] = [],
): ParsedDocument {
  let text = '';
  const blocks: Block[] = [];
  const write = (printed: string) => {
    const start = text.length;
    text += `${printed}\n`;
    return { start, end: start + printed.length };
  };
  for (const item of drawn) {
    if (typeof item === 'string') {
      const level = /^#+ /.exec(item)?.[0].length;
      const printed = level === undefined ? item : item.slice(level);
      const place = write(printed);
      blocks.push({
        kind: 'paragraph',
        text: printed,
        ...place,
        ...(level ? { headingLevel: level - 1 } : {}),
      });
      continue;
    }
    const start = text.length;
    const cells: GridCell[] = [];
    item.forEach((row, rowIndex) => {
      row.forEach((printed, column) => {
        cells.push({ row: rowIndex, column, rowSpan: 1, colSpan: 1, text: printed, ...write(printed) });
      });
    });
    const columnCount = Math.max(...item.map((row) => row.length));
    blocks.push({
      kind: 'grid',
      layout: 'rectangle',
      rowCount: item.length,
      columnCount,
      cells,
      start,
      end: text.length,
    });
  }
  return { text, blocks, format: 'text', metadata };
}
