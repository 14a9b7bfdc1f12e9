import { firstWhere } from '../../../src/words/first-where.js';
import type { EntityReader } from './create-entity-reader.js';

/**
 * Some characters and their place in the source. Where both have the same length they stand one to one;
 * otherwise the characters can't be told apart in the source (`&nbsp;`, `\r\n`).
 */
export interface Piece {
  text: string;
  /** -1 when there is no source to point at. */
  start: number;
  end: number;
  /** A digit that the page prints as a reference: "&#49;". */
  isEscapedDigit?: true;
}

/** No character reference is longer. */
const REFERENCE_LENGTH_MAX = 48;

/**
 * Aligns the text of one run of characters with the source that it was decoded from.
 *
 *     source  1&nbsp;362        text  1 362        pieces  [1] [&nbsp;] [362]
 *
 * parse5 sets the border of two runs inside the reference or surrogate pair that the second begins with
 * (" &#65" is " &#6" and "5"): what remains of a run's slice is left to the next run, and a run that doesn't fit is tried from the "&" before it.
 * What can't be aligned is returned as one piece.
 */
export function alignPieces(
  text: string,
  source: string,
  start: number,
  end: number,
  entities: EntityReader,
): Piece[] {
  if (end - start === text.length && source.startsWith(text, start)) return [{ text, start, end }];
  const aligned = alignSlice(text, source.slice(start, end), start, entities);
  if (aligned !== null) return aligned;
  for (let from = start - 1; from >= 0 && from > start - REFERENCE_LENGTH_MAX; from--) {
    const surrogate = from === start - 1 && /[\ud800-\udbff]/.test(source[from]!);
    if (source[from] !== '&' && !surrogate) continue;
    const earlier = alignSlice(text, source.slice(from, end), from, entities);
    if (earlier !== null) return earlier;
  }
  return [{ text, start, end }];
}

/** The pieces of a slice that stands at `offset` in the source, or null when it does not say what the text says. */
function alignSlice(text: string, slice: string, offset: number, entities: EntityReader): Piece[] | null {
  const pieces: Piece[] = [];
  let from = 0;
  let done = 0;
  const take = (piece: Piece) => {
    const fits = text.startsWith(piece.text, done);
    pieces.push({ text: piece.text, start: offset + piece.start, end: offset + piece.end });
    done += piece.text.length;
    from = piece.end;
    return fits;
  };
  const plainUpTo = (to: number) => {
    const end = Math.min(to, from + text.length - done);
    return from === end || take({ text: slice.slice(from, end), start: from, end });
  };
  for (const { index } of slice.matchAll(/[&\r]/g)) {
    if (index < from) continue;
    if (!plainUpTo(index)) return null;
    if (done === text.length) return pieces;
    if (!take(readSpecial(slice, index, entities))) return null;
  }
  return plainUpTo(slice.length) && done === text.length ? pieces : null;
}

/** The characters that the parser rewrites: line ends become \n, references become characters. */
function readSpecial(source: string, at: number, entities: EntityReader): Piece {
  if (source[at] === '\r') {
    return { text: '\n', start: at, end: source[at + 1] === '\n' ? at + 2 : at + 1 };
  }
  const entity = entities.readAt(source, at);
  return entity === null
    ? { text: '&', start: at, end: at + 1 }
    : { text: entity.text, start: at, end: at + entity.length };
}

/** Cuts parts out of the pieces' joined text: [from, to). */
export function pieceSlicer(pieces: readonly Piece[]): (from: number, to: number) => Piece[] {
  const ends: number[] = [];
  for (const { text } of pieces) ends.push((ends.at(-1) ?? 0) + text.length);
  return (from, to) => {
    const part: Piece[] = [];
    for (let i = firstWhere(ends.length, (at) => ends[at]! > from); i < pieces.length; i++) {
      const { text, start, end } = pieces[i]!;
      const offset = ends[i]! - text.length;
      if (offset >= to) break;
      const low = Math.max(from - offset, 0);
      const high = Math.min(to - offset, text.length);
      if (low >= high) continue;
      const isLinear = end - start === text.length && start >= 0;
      part.push({
        text: text.slice(low, high),
        start: isLinear ? start + low : start,
        end: isLinear ? start + high : end,
      });
    }
    return part;
  };
}
