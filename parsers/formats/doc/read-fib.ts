import { UnreadableSourceError } from '../../../src/model/source.js';
import type { OleFile } from '../ole/open-ole.js';

/** A stretch of the table stream. */
export interface Stretch {
  offset: number;
  length: number;
}

/** What the head of a Word file says: where its text and its properties stand. */
export interface WordFile {
  main: Uint8Array;
  table: Uint8Array;
  /** Properties too long for their page stand here. */
  data: Uint8Array;
  /** Characters of the body; those of footnotes, headers, notes at the end and text boxes come after it. */
  bodyChars: number;
  noteChars: number;
  headerChars: number;
  boxChars: number;
  styles: Stretch;
  characterPages: Stretch;
  paragraphPages: Stretch;
  pieces: Stretch;
  /** Where drawings hang in the body, and the drawings themselves; empty in files that have none. */
  anchors: Stretch;
  drawings: Stretch;
}

const IDENTIFIER = 0xa5ec;
const IDENTIFIER_WORD_6 = 0xa5dc;
const VERSION_WORD_97 = 0xc1;
const FLAG = { encrypted: 0x0100, tableIsOne: 0x0200 } as const;
const LAST_STRETCH = 33;

/**
 * Reads the head (FIB) of a Word file.
 *
 * @throws UnreadableSourceError encrypted | office-unsupported | doc-damaged
 */
export function readFib(ole: OleFile): WordFile {
  const main = ole.stream('WordDocument');
  if (main === null) throw new UnreadableSourceError('doc-damaged', 'The Word file has lost its text.');
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const identifier = view.getUint16(0, true);
  const version = view.getUint16(2, true);
  const flags = view.getUint16(10, true);
  if (identifier === IDENTIFIER_WORD_6 || (identifier === IDENTIFIER && version < VERSION_WORD_97)) {
    throw new UnreadableSourceError(
      'office-unsupported',
      'The file is a document of Word 6 or 95, which is not read: save it with a newer Word, WPS or LibreOffice.',
    );
  }
  if (identifier !== IDENTIFIER) {
    throw new UnreadableSourceError('doc-damaged', 'The Word file does not begin as one of Word 97 to 2003.');
  }
  if ((flags & FLAG.encrypted) !== 0) {
    throw new UnreadableSourceError('encrypted', 'The Word file is encrypted: it needs a password.');
  }
  // Three lists of numbers follow, each after its length: short ones, long ones, pairs of place and length.
  const long = 34 + 2 * view.getUint16(32, true) + 2;
  const pairs = long + 4 * view.getUint16(long - 2, true) + 2;
  const count = view.getUint16(pairs - 2, true);
  if (count <= LAST_STRETCH) {
    throw new UnreadableSourceError('doc-damaged', 'The head of the Word file is too short.');
  }
  const stretch = (index: number): Stretch => ({
    offset: view.getUint32(pairs + 8 * index, true),
    length: view.getUint32(pairs + 8 * index + 4, true),
  });
  const optional = (index: number): Stretch => (index < count ? stretch(index) : { offset: 0, length: 0 });
  const chars = (index: number): number => Math.max(view.getInt32(long + 4 * index, true), 0);
  const table = ole.stream((flags & FLAG.tableIsOne) !== 0 ? '1Table' : '0Table');
  if (table === null) {
    throw new UnreadableSourceError('doc-damaged', 'The Word file has lost the table of its properties.');
  }
  return {
    main,
    table,
    data: ole.stream('Data') ?? new Uint8Array(),
    bodyChars: chars(3),
    noteChars: chars(4) + chars(8),
    headerChars: chars(5),
    boxChars: chars(9),
    styles: stretch(1),
    characterPages: stretch(12),
    paragraphPages: stretch(13),
    pieces: stretch(LAST_STRETCH),
    anchors: optional(40),
    drawings: optional(50),
  };
}

/** The bytes of a stretch. @throws UnreadableSourceError doc-damaged */
export function bytesOf({ table }: WordFile, { offset, length }: Stretch): Uint8Array {
  if (offset + length > table.length) {
    throw new UnreadableSourceError('doc-damaged', 'The Word file points behind its end.');
  }
  return table.subarray(offset, offset + length);
}
