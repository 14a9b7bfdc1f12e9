import type { Box, Spot } from './find-spots.js';

/** Pieces of ruling lines lie this near an edge, in pixels or as a share of the picture's height, and run along so much of it. */
const RULE_DEPTH = 7;
const RULE_SHARE = 0.16;
const RULE_LENGTH = 0.6;
/** A long line that is turned a little leaves a short piece in a corner: so many times the picture's height. */
const RULE_SQUARES = 1.2;
/** Specks are this small each way, in pixels or as a share of the print's height. */
const SPECK = 2;
const SPECK_SHARE = 0.1;
/** Points and commas stand in this part of the print's height, from its top, and this far behind it. */
const FOOT = { top: 0.7, bottom: 1.25, behind: 0.35 };

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ top, bottom }: Box): number => bottom - top;
export const sizeOf = (box: Box): number => Math.max(widthOf(box), heightOf(box));

/**
 * What a cell's crop holds of the cell's border: all of it along the edges, and cut off by one. Two sides that meet in a corner
 * are one spot.
 */
export function isRule(spot: Spot, width: number, height: number): boolean {
  const isCut = spot.left === 0 || spot.right === width || spot.top === 0 || spot.bottom === height;
  const length = Math.min(RULE_LENGTH * width, RULE_SQUARES * height);
  if (!isCut || (widthOf(spot) < length && heightOf(spot) < RULE_LENGTH * height)) return false;
  const depth = Math.max(RULE_DEPTH, RULE_SHARE * height);
  return spot.at.every((at) => {
    const x = at % width;
    const y = (at - x) / width;
    return Math.min(x, y, width - 1 - x, height - 1 - y) < depth;
  });
}

/**
 * Dust of the glass: small, and not where a point or a comma would stand.
 *
 * @param print what the large spots of the line take up
 */
export function isSpeck(spot: Spot, print: Box, spots: readonly Spot[]): boolean {
  const height = heightOf(print);
  const small = speckSize(print);
  if (sizeOf(spot) > small) return false;
  const foot =
    spot.top >= print.top + FOOT.top * height &&
    spot.bottom <= print.top + FOOT.bottom * height &&
    spot.left >= print.left &&
    spot.right <= print.right + FOOT.behind * height;
  return !foot && !spots.some((other) => isTwin(spot, other, small));
}

/** What is larger, each way, is no dust beside print of this height. */
export const speckSize = (print: Box): number => Math.max(SPECK, SPECK_SHARE * heightOf(print));

/** The other dot of a colon. */
function isTwin(spot: Spot, other: Spot, small: number): boolean {
  return other !== spot && sizeOf(other) <= small && Math.abs(other.left - spot.left) <= 1;
}
