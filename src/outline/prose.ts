import type { ParsedDocument } from '../model/parsed-document.js';
import type { TextRange } from '../tables/table-fit.js';

/** A stretch of running text outside the tables. */
interface ProseParagraph {
  text: string;
  start: number;
  block: number;
}

/** The running text of a document: its paragraphs without what belongs to tables. */
export function proseOf(parsed: ParsedDocument, tables: TextRange[]): ProseParagraph[] {
  return parsed.blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || block.text === '') return [];
    const inside = tables.filter((range) => range.end > block.start && range.start < block.end);
    const pieces: ProseParagraph[] = [];
    let at = block.start;
    for (const range of [...inside, { start: block.end, end: block.end }]) {
      const text = parsed.text.slice(at, Math.max(at, range.start));
      if (text.trim() !== '') pieces.push({ text, start: at, block: index });
      at = Math.max(at, range.end);
    }
    return pieces;
  });
}
