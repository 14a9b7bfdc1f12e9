import type { Raster } from '../model/picture-reader.js';
import { heightOf, isRule, isSpeck, sizeOf } from './find-dirt.js';
import { type Box, findSpots, type Spot } from './find-spots.js';

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
/** Spots lower and narrower than this share of the largest are points, commas or dust: they don't say how large the print is. */
const SMALL = 0.4;
/** A line whose largest spot has no more pixels each way holds nothing but dust, unless three of them stand together: shares of the line's height. */
const DUST = 3;
const DUST_APART = 0.35;
/** Small spots this far from the large ones, in heights of the print, are no part of it. */
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
  const rules = spots.filter((spot) => isRule(spot, line.width, line.height));
  const marks = spots.filter((spot) => !rules.includes(spot));
  const largest = marks.reduce((size, spot) => Math.max(size, sizeOf(spot)), 0);
  if (marks.length === 0 || isDust(marks, largest, line.height)) return null;
  const big = marks.filter((spot) => sizeOf(spot) >= SMALL * largest);
  const large = hull(big);
  const specks = marks.filter((spot) => isSpeck(spot, large, marks));
  const reach = REACH * heightOf(large);
  const near = marks.filter(
    (spot) => !specks.includes(spot) && spot.right > large.left - reach && spot.left < large.right + reach,
  );
  const { left, right } = hull([large, ...near]);
  const raster = withoutSpots(line, [...rules, ...specks], paper);
  return { left, right, top: large.top, bottom: large.bottom, raster, paper, large: big };
}
