import type { BoundingBox } from '../../model/span.js';
import type { Glyph } from './page-content.js';

/** Smaller print (points) is seen by nobody. */
export const PRINT_MIN = 2;
/** Digits that share so much of their width are printed on each other. */
const OVERLAP_MIN = 0.4;
const QUARTER = 90;
const LEAN_MAX = 3;

const isDigit = ({ text }: Glyph): boolean => /^[0-9０-９]$/u.test(text);

/**
 * Marks digits that are printed on each other: nobody can read them.
 *
 *     4 5          the 2 stands on the 4, and the 6 on the 5
 *      2 6
 */
export function markOverlaps(glyphs: Glyph[]): Glyph[] {
  const digits = glyphs.filter(isDigit).sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const on = new Set<Glyph>();
  for (let at = 1; at < digits.length; at++) {
    const [before, glyph] = [digits[at - 1]!, digits[at]!];
    const isBeside = Math.abs(before.baseline - glyph.baseline) < 0.2 * glyph.size;
    const common = Math.min(before.x1, glyph.x1) - Math.max(before.x0, glyph.x0);
    const width = Math.min(before.x1 - before.x0, glyph.x1 - glyph.x0);
    if (isBeside && width > 0 && common > OVERLAP_MIN * width) on.add(before).add(glyph);
  }
  if (on.size === 0) return glyphs;
  return glyphs.map((glyph) =>
    on.has(glyph) ? { ...glyph, mark: glyph.mark ?? 'several-readings' } : glyph,
  );
}

/** A digit that stands on its head or lies: what it says is not read. What leans otherwise is a watermark. */
export const isTurnedDigit = (text: string, angle: number): boolean =>
  /\p{Nd}/u.test(text) &&
  Math.abs(Math.abs(angle) - QUARTER * Math.round(Math.abs(angle) / QUARTER)) <= LEAN_MAX;

/** The ink of a turned digit may be on either side of its line. */
export const aroundLine = ([x0, y0, x1, y1]: BoundingBox): BoundingBox => [x0, y0, x1, 2 * y1 - y0];
