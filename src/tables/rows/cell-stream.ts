import type { Block, Place } from '../../model/parsed-document.js';
import type { PhysicalRow } from '../token.js';
import { textRows } from './text-rows.js';
import { withoutPageNumbers } from './without-page-numbers.js';

/**
 * Every piece of text by itself, in reading order, whatever cells the source draws around it: labels and figures follow each other as
 * on lines. So a table is read whose cells were poured into each other, whose rows are shifted, or whose columns mean nothing. An
 * empty cell leaves no trace.
 */
export function cellStream(blocks: readonly Block[]): PhysicalRow[] {
  const rows = blocks.flatMap((block, index) => {
    const pieces = block.kind === 'paragraph' ? [block] : block.cells;
    return pieces
      .flatMap((piece) => linesOf(piece.text, piece))
      .flatMap(({ text, place }) => textRows(text, place, index));
  });
  return withoutPageNumbers(rows);
}

const linesOf = (text: string, { start }: Place): { text: string; place: Place }[] =>
  [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    text: line,
    place: { start: start + index, end: start + index + line.length },
  }));
