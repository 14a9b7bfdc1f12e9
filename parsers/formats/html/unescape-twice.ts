import type { EntityReader } from './create-entity-reader.js';
import { type Piece, pieceSlicer } from './source-pieces.js';

/**
 * References that no office prints on purpose: &amp;nbsp; in the source, "&nbsp;" on the page.
 * The closing semicolon is demanded, so that "A&B" and "R&D" stay.
 */
const ESCAPED =
  /&(?:amp;)*(?:nbsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|emsp|ensp|thinsp|times|deg|permil|zwnj|zwj|shy|#\d{1,6}|#[xX][0-9a-fA-F]{1,6});/g;

/** Decodes the second layer of references in one run of characters; the same array when there is none. */
export function unescapeTwice(pieces: Piece[], whole: string, entities: EntityReader): Piece[] {
  if (!whole.includes('&')) return pieces;
  const slice = pieceSlicer(pieces);
  const result: Piece[] = [];
  let done = 0;
  for (const match of whole.matchAll(ESCAPED)) {
    const end = match.index + match[0].length;
    const covered = slice(match.index, end);
    const reference = match[0].replace(/^&(?:amp;)*(?=[^;]+;)/, '&');
    const text = entities.readAt(reference, 0)?.text ?? match[0];
    for (const piece of slice(done, match.index)) result.push(piece);
    result.push({
      text,
      ...(/\p{N}/u.test(text) && { isEscapedDigit: true }),
      start: covered[0]!.start,
      end: covered.at(-1)!.end,
    });
    done = end;
  }
  if (done === 0) return pieces;
  return result.concat(slice(done, whole.length));
}
