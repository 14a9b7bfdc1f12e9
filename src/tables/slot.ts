import type { Place } from '../model/parsed-document.js';
import type { Token } from './token.js';

/** What stands at one place of the form: a printed piece, an empty cell, or nothing that left a trace. */
export interface Slot {
  /** As printed; "" for an empty cell; null where the source shows no trace of the cell. */
  text: string | null;
  place: Place | null;
  block: number | null;
  /** The piece stands in several cells of the form at once: it is the number of none of them for certain. */
  isShared?: true;
}

export const NO_TRACE: Slot = { text: null, place: null, block: null };

export function slotOf(token: Token): Slot {
  const { kind, text, place, block, isShared } = token;
  return { text: kind === 'blank' ? '' : text, place, block, ...(isShared && { isShared }) };
}

/** A piece of a run of digits. */
export function pieceOf(token: Token, from: number, to: number): Slot {
  const { start, sourceStart } = token.place;
  const place: Place = { start: start + from, end: start + to };
  if (sourceStart !== undefined) {
    place.sourceStart = sourceStart + from;
    place.sourceEnd = sourceStart + to;
  }
  if (token.place.page !== undefined) place.page = token.place.page;
  if (token.place.bbox) place.bbox = token.place.bbox;
  return { text: token.text.slice(from, to), place, block: token.block };
}
