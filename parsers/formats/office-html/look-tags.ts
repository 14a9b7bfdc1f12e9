/**
 * Elements by which readers of word processors' files tell the html reader what they know of a stretch of text, beside those that
 * HTML has (`s`, `sup`). No page has them.
 */
export const LOOK_TAGS = {
  /** Not shown; told by the reader that writes it. */
  hidden: 'nianbao-hidden',
  /** In the colour of what is behind it, or too small to be seen. */
  faint: 'nianbao-faint',
  /** Printed from right to left, digits too. */
  turned: 'nianbao-turned',
  /** A formula, a drawing, a field: what is in it may be its text. */
  unread: 'nianbao-unread',
} as const;

/** Keeps an element without text alive; prints nothing. */
export const NOTHING_PRINTED = '\u200b';
