import type { Box, Spot } from './find-spots.js';

/** Pieces of ruling lines are this thin, in pixels or as a share of the picture's height, lie so near an edge, and run along so much of it. */
const RULE_THICKNESS = 4;
const RULE_NEAR = 3;
const RULE_SHARE = 0.08;
const RULE_LENGTH = 0.6;
/** Specks are this small each way, in pixels or as a share of the print's height. */
const SPECK = 2;
const SPECK_SHARE = 0.1;
/** Points and commas stand in this part of the print's height, from its top, and this far behind it. */
const FOOT = { top: 0.7, bottom: 1.25, behind: 0.35 };

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ top, bottom }: Box): number => bottom - top;
export const sizeOf = (box: Box): number => Math.max(widthOf(box), heightOf(box));

/** Thin and all along an edge of the picture: what a cell's crop holds of the cell's border. */
export function isRule(spot: Spot, width: number, height: number): boolean {
  const near = Math.max(RULE_NEAR, RULE_SHARE * height);
  const thick = Math.max(RULE_THICKNESS, RULE_SHARE * height);
  const atSide = spot.left < near || spot.right > width - near;
  const atFloor = spot.top < near || spot.bottom > height - near;
  const ends = spot.left === 0 || spot.right === width || spot.top === 0 || spot.bottom === height;
  const upright = atSide && atFloor && widthOf(spot) <= thick && heightOf(spot) >= RULE_LENGTH * height;
  const flat = atFloor && atSide && heightOf(spot) <= thick && widthOf(spot) >= RULE_LENGTH * width;
  return ends && (upright || flat);
}

/**
 * Dust of the glass: small, and not where a point or a comma would stand.
 *
 * @param print what the large spots of the line take up
 */
export function isSpeck(spot: Spot, print: Box, spots: readonly Spot[]): boolean {
  const height = heightOf(print);
  const small = Math.max(SPECK, SPECK_SHARE * height);
  if (sizeOf(spot) > small) return false;
  const foot =
    spot.top >= print.top + FOOT.top * height &&
    spot.bottom <= print.top + FOOT.bottom * height &&
    spot.left >= print.left &&
    spot.right <= print.right + FOOT.behind * height;
  return !foot && !spots.some((other) => isTwin(spot, other, small));
}

/** The other dot of a colon. */
function isTwin(spot: Spot, other: Spot, small: number): boolean {
  return other !== spot && sizeOf(other) <= small && Math.abs(other.left - spot.left) <= 1;
}
