import type { MarkKind } from '../../model/mark.js';
import type { BoundingBox } from '../../model/span.js';

/** One printed character (or ligature) where it stands. Points from the top left of the page in reading direction. */
export interface Glyph {
  /** As printed; U+FFFD where the font does not say which character it is. */
  text: string;
  /** Number of its page, from 1. */
  page: number;
  x0: number;
  x1: number;
  baseline: number;
  /** Height of the em square. */
  size: number;
  /** Name of its font inside the file. */
  font: string;
  /** What the page says of it beside its character. */
  mark?: MarkKind;
  /** Set where it was recognised from a picture: how surely, and what else it may be (an empty text: nothing). */
  recognised?: {
    score: number;
    rivals: { text: string; score: number }[];
    /** The figure that it is a character of, and what else the whole figure may say: the same object for all its characters. */
    whole?: { text: string; rivals: { text: string; score: number }[] };
  };
}

/** A straight horizontal or vertical line, however it was drawn. */
export interface Ruling {
  axis: 'horizontal' | 'vertical';
  /** y of a horizontal ruling, x of a vertical one. */
  position: number;
  from: number;
  to: number;
}

/** What one page shows, in its own reading direction, before any layout. */
export interface PageContent {
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rulings: Ruling[];
  /** Filled rectangles that are no lines: shaded cells, white ones on a dark ground. */
  fills?: BoundingBox[];
  /** Characters that a reader does not see: something lies over them, or they have the colour of their ground. */
  unseen?: { glyph: Glyph; mark: 'covered' | 'hidden' }[];
  /** Where something is drawn that nobody read: small pictures, outlines that may be figures. */
  unread?: BoundingBox[];
  /** Characters that stand on the page but can't be seen: clipped, off the page, on a hidden layer, or invisible beside visible text. */
  hiddenText: string;
  /** Text at an angle to the reading direction (watermarks, stamps), in drawing order. */
  rotatedText: string;
  /** The text is drawn invisibly, as the text layer of a scan is. */
  isTextInvisible: boolean;
  /** Something other than text is drawn: a page without text is then unread, not blank. */
  hasDrawing: boolean;
  /** Fonts of the page that do not say which characters they hold. */
  unmappedFonts: string[];
  /** Share of the page's characters that could not be told, 0 to 1. */
  unmappedShare: number;
  /** Back to the page as displayed. */
  toDisplay: (box: BoundingBox) => BoundingBox;
}

/** Where a glyph's ink is, roughly: the em square stands 0.88 above and 0.12 below the baseline in CJK fonts. */
export function glyphBox(glyph: Glyph): BoundingBox {
  return [glyph.x0, glyph.baseline - 0.88 * glyph.size, glyph.x1, glyph.baseline + 0.12 * glyph.size];
}

/** The point that decides in which cell a glyph stands. */
export function glyphCentre(glyph: Glyph): { x: number; y: number } {
  return { x: (glyph.x0 + glyph.x1) / 2, y: glyph.baseline - 0.38 * glyph.size };
}
