/** What the styles of an element say of how a reader sees its text. Undefined: the element says nothing of its own. */
export interface Looks {
  display?: string;
  /** False: laid out but not shown (visibility:hidden). */
  visible?: boolean;
  /** font-size:0, true or taken back. */
  tiny?: boolean;
  /** Moved or cut out of sight, or fully transparent. */
  offscreen?: boolean;
  whiteSpace?: 'normal' | 'lines' | 'all';
  /** A line through the text: true, or taken from an element that has one by itself. */
  struck?: boolean;
  /** Set above or below the line: true, or taken from an element that is so by itself. */
  raised?: boolean;
  /** #rrggbb, `transparent`, or null where it is not known. */
  color?: string | null;
  background?: string | null;
  /** A size of its own (px), or one by that of the element around it. */
  fontPx?: number;
  fontScale?: number;
  direction?: 'ltr' | 'rtl';
  /** Characters are printed in the direction of the element, digits too. */
  isOverride?: boolean;
  /** Turned or mirrored. */
  isMirrored?: boolean;
  /** Printed elsewhere than where it is written: floats, positions, mirrors. */
  isMoved?: boolean;
  /** The style sheet puts text before or after that of the element. */
  generates?: boolean;
  /** How its text is seen can't be told: it may be cut, covered, struck out or replaced, in part or whole. */
  isUnsure?: boolean;
  /** A box of this width cuts off what does not fit. */
  cutAtPx?: number;
  /** The same, in sizes of its font. */
  cutAtEms?: number;
  /** A box lower than a line of that size cuts its text in the middle. */
  lowPx?: number;
  /** The fonts that are asked for, in small letters, the first first. */
  families?: readonly string[];
  /** Its characters may be drawn as others: a font that comes with the page, or one of pictures. */
  isOddFont?: boolean;
  /** A line through the middle of its box, or a ground over all of it: laid over text, it strikes it out or hides it. */
  isOverlay?: boolean;
  /** Cells and boxes that are shown in another order than the source has. */
  isReordered?: boolean;
  /** A picture is behind the element. */
  isPainted?: boolean;
}
