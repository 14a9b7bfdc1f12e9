import type { Flag } from './codes/flag-codes.js';

/** What the layout says of a piece, named by the flag that a cell gets from it. */
export type MarkKind = Extract<
  Flag,
  'struck-out' | 'raised-mark' | 'hidden' | 'covered' | 'not-read' | 'several-readings'
>;

/**
 * A stretch of the parsed text of which the carrier knows more than its characters say.
 * An empty stretch is a place at which something is, or is hidden, that is not in the text.
 */
export interface Mark {
  kind: MarkKind;
  start: number;
  end: number;
  /** The stretch was taken out of the text that the stages read; `ParsedDocument.printed` still has it. */
  isAside?: true;
}

/** Is in the text for something in a cell that was not read: a picture, a control, a formula. Never blank, and no digit. */
export const UNREAD_OBJECT = '\ufffc';
