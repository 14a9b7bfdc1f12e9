import type { Token } from '../tables/token.js';
import { parseCell } from '../words/parse-cell.js';

/**
 * Printed pieces for tests, between `|`: a number is a value, nothing is a blank, `=713000` is a run of glued digits.
 * With `columns` they are in the columns of a rectangle, one after the other, from that column on.
 */
export function drawTokens(drawing: string, columns?: number): Token[] {
  let start = 0;
  return drawing.split('|').map((piece, i) => {
    const isRun = piece.trim().startsWith('=');
    const text = piece.trim().replace(/^=/u, '');
    const place = { start, end: start + text.length };
    start = place.end + 1;
    const position = columns === undefined ? {} : { row: 0, column: columns + i, colSpan: 1 };
    return { kind: isRun ? 'run' : kindOf(text), text, place, block: 0, ...position };
  });
}

function kindOf(text: string): Token['kind'] {
  const { kind } = parseCell(text);
  return kind === 'blank' ? 'blank' : kind === 'text' ? 'label' : 'value';
}
