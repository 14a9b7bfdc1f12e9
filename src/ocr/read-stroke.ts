import type { Ink } from './find-ink.js';
import type { Spot } from './find-spots.js';
import { heightOf, widthOf } from './speck-size.js';

/** A dash is so many times as wide as high. */
const DASH_FLAT = 1.8;
/** It is solid: this part of what it takes up is ink. Digits that touch each other are not. */
const DASH_SOLID = 0.7;
/** One of more than this part of the line's height is long. */
const DASH_LONG = 0.4;
/** Two dashes stand on one row: their middles differ by no more than this part of their width. */
const DASH_SLIP = 0.25;
/** A slash leans by this much of its height. An upright 1, or one in italics, leans less. */
const SLASH_LEAN = { least: 0.2, most: 1.1 };
/** Its stroke is this thin, and this straight: shares of its height. */
const SLASH_THIN = 0.3;
const SLASH_STRAIGHT = 0.07;

/**
 * Dashes and slashes, which stand in empty cells, told by their shape: the model has seen them in words and rarely alone, and
 * takes a slash for a 7.
 *
 * @returns null where something else stands
 */
export function readStroke({ large, raster }: Ink): string | null {
  const edges = large.some(
    (spot) =>
      spot.left === 0 || spot.top === 0 || spot.right === raster.width || spot.bottom === raster.height,
  );
  if (edges) return null;
  if (areDashes(large)) {
    const long = large.some((spot) => widthOf(spot) >= DASH_LONG * raster.height);
    return (long ? '—' : '-').repeat(large.length);
  }
  return large.length === 1 && isSlash(large[0]!, raster.width) ? '/' : null;
}

const middleOf = (spot: Spot): number => (spot.top + spot.bottom) / 2;

function areDashes(spots: readonly Spot[]): boolean {
  return spots.every(
    (spot) =>
      widthOf(spot) >= DASH_FLAT * heightOf(spot) &&
      spot.at.length >= DASH_SOLID * widthOf(spot) * heightOf(spot) &&
      Math.abs(middleOf(spot) - middleOf(spots[0]!)) <= DASH_SLIP * widthOf(spot) &&
      isDisjoint(spot, spots),
  );
}

/** Dashes stand beside each other: the strokes of 二 stand under each other. */
function isDisjoint(spot: Spot, spots: readonly Spot[]): boolean {
  return spots.every((other) => other === spot || other.left >= spot.right || other.right <= spot.left);
}

/** Every row holds one short run, and their middles lie on a line that leans to the right. */
function isSlash(spot: Spot, width: number): boolean {
  const height = heightOf(spot);
  const rows = Array.from({ length: height }, () => ({ from: width, to: -1 }));
  for (const at of spot.at) {
    const x = at % width;
    const row = rows[(at - x) / width - spot.top]!;
    row.from = Math.min(row.from, x);
    row.to = Math.max(row.to, x);
  }
  if (rows.some(({ from, to }) => to - from + 1 > Math.max(2, SLASH_THIN * height))) return false;
  const middles = rows.map(({ from, to }) => (from + to) / 2);
  const first = middles[0]!;
  const slope = (middles[height - 1]! - first) / Math.max(1, height - 1);
  const bent = Math.max(...middles.map((middle, row) => Math.abs(middle - (first + slope * row))));
  return (
    -slope >= SLASH_LEAN.least && -slope <= SLASH_LEAN.most && bent <= Math.max(1, SLASH_STRAIGHT * height)
  );
}
