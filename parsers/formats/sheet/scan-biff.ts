import { UnreadableSourceError } from '../../../src/model/source.js';

/** What the records of an old workbook tell, beside its cells. */
interface BiffFacts {
  encrypted: boolean;
  /** Text boxes and other shapes with text; comments are not counted. */
  textBoxes: number;
  pictures: number;
}

const RECORD = {
  begins: new Set([0x0009, 0x0209, 0x0409, 0x0809]),
  end: 0x000a,
  note: 0x001c,
  goesOn: 0x003c,
  filePass: 0x002f,
  object: 0x005d,
  sheet: 0x0085,
  pictures: 0x00eb,
  drawing: 0x00ec,
  columns: 0x007d,
  objectText: 0x01b6,
  link: 0x01b8,
} as const;
const PICTURE = 8;
const RECORDS_MAX = 2_000_000;
/** A cell takes two bytes here and some hundred when it is read. */
const CELL_BYTES_MAX = 4 * 1024 * 1024;
/** Columns and linked cells that a few records can stretch over; each is visited. */
const STRETCHED_MAX = 1_000_000;
/** What may be long: pictures, and texts, which go on over many records. */
const LONG: ReadonlySet<number> = new Set([RECORD.goesOn, RECORD.pictures, RECORD.drawing]);

const damaged = (): UnreadableSourceError =>
  new UnreadableSourceError(
    'sheet-damaged',
    'The workbook is cut off or damaged: its records do not fit together.',
  );

/**
 * Goes through the records of a workbook stream: a number, a length and as many bytes each. Sheets stand between a record
 * that begins and one that ends. What reads the cells would pass over a sheet that is cut off.
 *
 * @throws UnreadableSourceError sheet-damaged | sheet-too-large
 */
export function scanBiff(stream: Uint8Array): BiffFacts {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const facts: BiffFacts = { encrypted: false, textBoxes: 0, pictures: 0 };
  const found = { notes: 0, sheets: 0, parts: 0 };
  let depth = 0;
  let records = 0;
  let cellBytes = 0;
  let stretched = 0;
  const distance = (at: number) => Math.max(view.getUint16(at + 2, true) - view.getUint16(at, true), 0) + 1;
  for (let at = 0; at + 4 <= stream.length; records++) {
    if (records > RECORDS_MAX || cellBytes > CELL_BYTES_MAX || stretched > STRETCHED_MAX) {
      throw new UnreadableSourceError(
        'sheet-too-large',
        `The workbook holds more than ${RECORDS_MAX} records, or ${CELL_BYTES_MAX} bytes of cells.`,
      );
    }
    const record = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // Behind the last part the stream may be filled up with anything.
    if (depth === 0 && !RECORD.begins.has(record)) break;
    if (at + 4 + length > stream.length) throw damaged();
    if (!LONG.has(record)) cellBytes += 4 + length;
    if (RECORD.begins.has(record)) {
      if (depth === 0) found.parts++;
      depth++;
    } else if (record === RECORD.end) depth--;
    else if (record === RECORD.sheet) found.sheets++;
    else if (record === RECORD.filePass) facts.encrypted = true;
    else if (record === RECORD.note) found.notes++;
    else if (record === RECORD.columns && length >= 4) stretched += distance(at + 4);
    else if (record === RECORD.link && length >= 8) stretched += distance(at + 4) * distance(at + 8);
    else if (record === RECORD.objectText) facts.textBoxes++;
    else if (record === RECORD.object && length >= 6 && view.getUint16(at + 8, true) === PICTURE)
      facts.pictures++;
    at += 4 + length;
  }
  // An encrypted workbook hides where its sheets begin.
  if (!facts.encrypted && (depth !== 0 || found.parts < found.sheets + 1)) throw damaged();
  facts.textBoxes = Math.max(facts.textBoxes - found.notes, 0);
  return facts;
}
