import { UnreadableSourceError } from '../../../src/model/source.js';

/** What the records of an old workbook tell, beside its cells. */
export interface BiffFacts {
  encrypted: boolean;
  /** Text boxes and other shapes with text; comments are not counted. */
  textBoxes: number;
  pictures: number;
}

const RECORD = { filePass: 0x002f, note: 0x001c, object: 0x005d, objectText: 0x01b6 } as const;
const PICTURE = 8;
const RECORDS_MAX = 2_000_000;

/**
 * Goes through the records of a workbook stream: a number, a length and as many bytes each.
 *
 * @throws UnreadableSourceError sheet-too-large
 */
export function scanBiff(stream: Uint8Array): BiffFacts {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const facts: BiffFacts = { encrypted: false, textBoxes: 0, pictures: 0 };
  let notes = 0;
  let records = 0;
  for (let at = 0; at + 4 <= stream.length; records++) {
    if (records > RECORDS_MAX) {
      throw new UnreadableSourceError(
        'sheet-too-large',
        `The workbook holds more than ${RECORDS_MAX} records.`,
      );
    }
    const record = view.getUint16(at, true);
    if (record === RECORD.filePass) facts.encrypted = true;
    else if (record === RECORD.note) notes++;
    else if (record === RECORD.objectText) facts.textBoxes++;
    else if (
      record === RECORD.object &&
      at + 10 <= stream.length &&
      view.getUint16(at + 8, true) === PICTURE
    ) {
      facts.pictures++;
    }
    at += 4 + view.getUint16(at + 2, true);
  }
  facts.textBoxes = Math.max(facts.textBoxes - notes, 0);
  return facts;
}
