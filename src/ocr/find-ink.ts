import type { Raster } from '../model/picture-reader.js';
import { type Box, findSpots, type Spot } from './find-spots.js';
import { heightOf, isRule, isSpeck, sizeOf, speckSize } from './speck-size.js';

/** The print of a line. */
export interface Ink extends Box {
  /** The line without pieces of ruling lines at its edges and without dust. */
  raster: Raster;
  /** The shade of its paper. */
  paper: number;
  /** The spots that say how large the print is: all but points, commas and dust. */
  large: Spot[];
}

/** Ink that is less dark than this against its paper is shadow. */
const CONTRAST_MIN = 30;
/** Which part of the way from paper to the darkest ink counts as ink: thin strokes of a scan are pale. */
const INK_SHARE = 0.4;
/** Paper is what this share of all pixels is as dark as or darker than: most of a line is paper. */
const PAPER_RANK = 0.7;
/** So many of the darkest pixels may be dust. */
const DARKEST_RANK = 4;
/** Spots lower and narrower than this share of the tallest are points, commas or dust: they don't say how large the print is. */
const SMALL = 0.4;
/** A line whose largest spot has no more pixels each way holds nothing but dust, unless three of them stand together: shares of the line's height. */
const DUST = 3;
const DUST_APART = 0.35;
/** No print is so low, as a share of the line's height: there are dashes at most. */
const FLAT = 0.12;
/** With more spots than a line of print can have, the picture is something else, and nothing of it is wiped off. */
const SPOTS_MAX = 3000;
/** Small spots this far from all others, in heights of the print, are no part of it. */
const REACH = 0.6;

function findShades(pixels: Uint8Array): { paper: number; darkest: number } {
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade]!++;
  const rank = (many: number): number => {
    let below = 0;
    for (let shade = 0; shade < 256; shade++) {
      below += counts[shade]!;
      if (below > many) return shade;
    }
    return 255;
  };
  return {
    paper: rank(pixels.length * PAPER_RANK),
    darkest: rank(Math.min(DARKEST_RANK, pixels.length - 1)),
  };
}

/** Paper where the spots stand, and around them, where their edge is grey. */
function withoutSpots({ width, height, pixels }: Raster, spots: readonly Spot[], paper: number): Raster {
  const cleaned = pixels.slice();
  for (const at of spots.flatMap((spot) => spot.at)) {
    const x = at % width;
    for (const row of [at - width, at, at + width]) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const to = row - x + column;
        if (to >= 0 && to < cleaned.length) cleaned[to] = Math.max(paper, cleaned[to]!);
      }
    }
  }
  return { width, height, pixels: cleaned };
}

function hull(boxes: readonly Box[]): Box {
  const around = { ...boxes[0]! };
  for (const { left, right, top, bottom } of boxes) {
    around.left = Math.min(around.left, left);
    around.right = Math.max(around.right, right);
    around.top = Math.min(around.top, top);
    around.bottom = Math.max(around.bottom, bottom);
  }
  return around;
}

/** The columns of all that is more than dust, and of small spots as far as one follows another. */
function reachOut(large: Box, spots: readonly Spot[]): { left: number; right: number } {
  let { left, right } = hull([large, ...spots.filter((spot) => sizeOf(spot) > speckSize(large))]);
  const reach = REACH * heightOf(large);
  for (const spot of spots.toSorted((a, b) => a.left - b.left)) {
    if (spot.left < right + reach) right = Math.max(right, spot.right);
  }
  for (const spot of spots.toSorted((a, b) => b.right - a.right)) {
    if (spot.right > left - reach) left = Math.min(left, spot.left);
  }
  return { left, right };
}

/** The height of the tallest spot: an underline is long. Of a line of dashes, their width. */
function sizeOfPrint(spots: readonly Spot[], height: number): number {
  const tallest = spots.reduce((most, spot) => Math.max(most, heightOf(spot)), 0);
  if (tallest > Math.max(DUST, FLAT * height)) return tallest;
  return spots.reduce((most, spot) => Math.max(most, sizeOf(spot)), 0);
}

/** What is left of a pale figure is several spots in one place; dust lies anywhere. */
function isDust(spots: readonly Spot[], largest: number, height: number): boolean {
  if (largest > DUST) return false;
  const apart = DUST_APART * height;
  const near = (a: Spot, b: Spot) => Math.abs(a.left - b.left) <= apart && Math.abs(a.top - b.top) <= apart;
  return !spots.some((spot) => spots.filter((other) => near(spot, other)).length >= 3);
}

/**
 * Where the print of a line stands. Pieces of ruling lines at the picture's edges and dust are wiped off.
 *
 * @returns null where the picture is as good as blank
 */
export function findInk(line: Raster): Ink | null {
  const { paper, darkest } = findShades(line.pixels);
  if (paper - darkest < CONTRAST_MIN) return null;
  const spots = findSpots(line, paper - INK_SHARE * (paper - darkest));
  if (spots.length === 0) return null;
  if (spots.length > SPOTS_MAX) {
    return { left: 0, right: line.width, top: 0, bottom: line.height, raster: line, paper, large: spots };
  }
  const rules = spots.filter((spot) => isRule(spot, line.width, line.height));
  const marks = spots.filter((spot) => !rules.includes(spot));
  const largest = sizeOfPrint(marks, line.height);
  if (marks.length === 0 || isDust(marks, largest, line.height)) return null;
  const big = marks.filter((spot) => sizeOf(spot) >= SMALL * largest);
  const large = hull(big);
  const specks = marks.filter((spot) => isSpeck(spot, large, marks));
  const clean = marks.filter((spot) => !specks.includes(spot));
  const { left, right } = reachOut(large, clean);
  const dirt = [...rules, ...specks];
  const raster = dirt.length > 0 ? withoutSpots(line, dirt, paper) : line;
  return { left, right, top: large.top, bottom: large.bottom, raster, paper, large: big };
}
