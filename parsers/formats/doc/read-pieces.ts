import { UnreadableSourceError } from '../../../src/model/source.js';
import { bytesOf, type WordFile } from './read-fib.js';
import { readSprms, SPRM, type Sprm } from './sprms.js';

/** Characters that stand together in the file. A text that was edited and saved fast has many. */
export interface Piece {
  text: string;
  /** Number of the first character in the body. */
  start: number;
  /** Place of the first character in the main stream, and the bytes that each takes. */
  offset: number;
  bytesPerChar: 1 | 2;
  /** Properties of the whole piece. */
  sprms: Sprm[];
}

/** No report has a tenth of this. */
const CHARS_MAX = 10_000_000;
const PIECES_MAX = 500_000;

/** The properties that a piece can name by a short number, as far as they are read. */
const SHORT_NAMES: Record<number, number> = {
  24: SPRM.paraInTable,
  25: SPRM.paraRowEnd,
  65: SPRM.charDeleted,
  87: SPRM.charStrike,
  92: SPRM.charVanish,
};

function piecesProperties(short: number, lists: readonly Sprm[][]): Sprm[] {
  if ((short & 1) === 1) return lists[short >> 1] ?? [];
  const code = SHORT_NAMES[(short >> 1) & 0x7f];
  return code === undefined ? [] : [{ code, operand: Uint8Array.of(short >> 8) }];
}

/**
 * Reads the text of the body, piece by piece in the order of the text.
 *
 * @throws UnreadableSourceError doc-damaged | doc-too-large
 */
export function readPieces(file: WordFile): Piece[] {
  const damaged = (): UnreadableSourceError =>
    new UnreadableSourceError('doc-damaged', 'The Word file has lost the order of its text.');
  if (file.bodyChars > CHARS_MAX) {
    throw new UnreadableSourceError(
      'doc-too-large',
      `The Word file holds more than ${CHARS_MAX} characters.`,
    );
  }
  const bytes = bytesOf(file, file.pieces);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lists: Sprm[][] = [];
  let at = 0;
  while (at < bytes.length && bytes[at] === 1) {
    const length = view.getUint16(at + 1, true);
    lists.push(readSprms(bytes.subarray(at + 3, at + 3 + length)));
    at += 3 + length;
  }
  if (bytes[at] !== 2) throw damaged();
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  const starts = at + 5;
  const descriptions = starts + 4 * (count + 1);
  if (count < 1 || count > PIECES_MAX || descriptions + 8 * count > bytes.length) throw damaged();
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const start = view.getUint32(starts + 4 * index, true);
    const end = Math.min(view.getUint32(starts + 4 * index + 4, true), file.bodyChars);
    if (start >= file.bodyChars) break;
    if (end < start) throw damaged();
    const place = view.getUint32(descriptions + 8 * index + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const offset = narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    const bytesPerChar = narrow ? 1 : 2;
    const stop = offset + (end - start) * bytesPerChar;
    if (stop > file.main.length) throw damaged();
    const text = decode(file.main.subarray(offset, stop), narrow);
    if (text.length !== end - start) throw damaged();
    const sprms = piecesProperties(view.getUint16(descriptions + 8 * index + 6, true), lists);
    pieces.push({ text, start, offset, bytesPerChar, sprms });
  }
  if (pieces.reduce((sum, { text }) => sum + text.length, 0) < file.bodyChars) throw damaged();
  return pieces;
}

/** What bytes from 0x80 to 0x9f print in a piece of bytes, dots being themselves. Node's own decoder forgets them. */
const HIGH_PRINTS = '..‚ƒ„…†‡ˆ‰Š‹Œ....‘’“”•–—˜™š›œ..Ÿ';

/** One UTF-16 unit a character, so that places in the text and in the file go together. */
function decode(bytes: Uint8Array, narrow: boolean): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!narrow) return buffer.toString('utf16le');
  return buffer.toString('latin1').replace(/[\x80-\x9f]/g, (char) => {
    const printed = HIGH_PRINTS[char.charCodeAt(0) - 0x80]!;
    return printed === '.' ? char : printed;
  });
}
