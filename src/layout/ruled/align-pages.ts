import type { PageContent } from '../page/page-content.js';
import { buildLattices } from './build-lattice.js';

/** The parts of one table are as wide as each other within this (points). */
const WIDTH_SLACK = 5;
/** Sheets lie in the scanner this much (points) further left or right than the one before. */
const SHIFT_MAX = 60;

/**
 * Moves pages sideways so that a table that goes on over a page break stands at the same place on both: no sheet lies in a
 * scanner exactly as the one before.
 */
export function alignPages<T extends PageContent>(pages: readonly T[]): T[] {
  const aligned: T[] = [];
  for (const page of pages) {
    const previous = aligned.at(-1);
    const above = previous && edgesOf(previous).at(-1);
    const below = edgesOf(page)[0];
    const isScanned = page.glyphs.some(({ recognised }) => recognised !== undefined);
    const isSame =
      isScanned &&
      above &&
      below &&
      Math.abs(above.right - above.left - (below.right - below.left)) <= WIDTH_SLACK;
    const shift = isSame ? (above.left + above.right - below.left - below.right) / 2 : 0;
    aligned.push(shift !== 0 && Math.abs(shift) <= SHIFT_MAX ? moved(page, shift) : page);
  }
  return aligned;
}

const edgesOf = (page: PageContent) =>
  buildLattices(page.rulings).map(({ box }) => ({ left: box[0], right: box[2] }));

function moved<T extends PageContent>(page: T, shift: number): T {
  return {
    ...page,
    // Nothing may leave the page at its right side: what is beyond it would be cut off when it is displayed.
    width: page.width + Math.max(0, shift),
    glyphs: page.glyphs.map((glyph) => ({ ...glyph, x0: glyph.x0 + shift, x1: glyph.x1 + shift })),
    rulings: page.rulings.map((ruling) =>
      ruling.axis === 'vertical'
        ? { ...ruling, position: ruling.position + shift }
        : { ...ruling, from: ruling.from + shift, to: ruling.to + shift },
    ),
    toDisplay: ([x0, y0, x1, y1]) => page.toDisplay([x0 - shift, y0, x1 - shift, y1]),
  };
}
