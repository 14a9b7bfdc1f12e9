import { UnreadableSourceError } from '../../../src/model/source.js';

/** Formula, in three editions; behind its value and flags stands the length of the formula. */
const FORMULAS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);
const FORMULA_LENGTH_AT = 20;
/** The length that stands for a formula that is not there. */
const NONE = 0xffff;
/** What formulas refer to: other sheets, names, and formulas that many cells share. */
const REFERENCES: ReadonlySet<number> = new Set([0x0017, 0x0018, 0x0218, 0x0221, 0x04bc]);
/** A number that no record has. */
const UNKNOWN = 0x0ffe;

/**
 * A workbook stream as the library takes it: with the values of formulas and without the formulas. A damaged formula, or what it refers
 * to, would keep the library in a loop for good.
 * @param stream whose records fit together, as `scanBiff` has seen
 * @throws UnreadableSourceError sheet-damaged
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(stream);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; ) {
    const record = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > copy.length) break;
    if (REFERENCES.has(record)) view.setUint16(at, UNKNOWN, true);
    else if (FORMULAS.has(record)) {
      if (length < FORMULA_LENGTH_AT + 2)
        throw new UnreadableSourceError('sheet-damaged', 'The workbook has a formula that is cut off.');
      view.setUint16(at + 4 + FORMULA_LENGTH_AT, NONE, true);
    }
    at += 4 + length;
  }
  return copy;
}
