import type { Raster } from '../../model/picture-reader.js';

/** Tiles in which the paper's brightness is measured, inches: wider than a bold stroke, smaller than a shadow. */
const TILE_INCHES = 0.2;
/** The paper of a tile is what this share of its pixels is darker than: text leaves more than that blank. */
const PAPER_SHARE = 0.8;
/** Nothing darker than this share of the page's usual paper is paper: a black strip, a photograph. */
const PAPER_MIN = 0.55;
/** Print fainter than this (of 255, on white paper) is made darker. */
const INK_LEVEL = 70;
/** Below this a pixel is certainly print and not paper, dirt or its soft edge. */
const PRINT_BELOW = 150;

/**
 * Makes the paper white and even: grey paper, shadows of the lamp, shaded cells. Faint print is made darker.
 * @param dpi dots per inch of the picture
 */
export function flattenLight(picture: Raster, dpi: number): Raster {
  const tile = Math.max(8, Math.round(TILE_INCHES * dpi));
  const paper = paperTiles(picture, tile);
  const { width, height, pixels } = picture;
  const flat = new Uint8Array(pixels.length);
  const columns = tilePositions(width, tile, paper.columns);
  const rows = tilePositions(height, tile, paper.rows);
  for (let y = 0; y < height; y++) {
    const upper = rows.first[y]! * paper.columns;
    const lower = rows.second[y]! * paper.columns;
    const v = rows.share[y]!;
    for (let x = 0; x < width; x++) {
      const a = columns.first[x]!;
      const b = columns.second[x]!;
      const u = columns.share[x]!;
      const top = paper.values[upper + a]! * (1 - u) + paper.values[upper + b]! * u;
      const bottom = paper.values[lower + a]! * (1 - u) + paper.values[lower + b]! * u;
      const i = y * width + x;
      flat[i] = Math.min(255, Math.round((pixels[i]! * 255) / (top * (1 - v) + bottom * v)));
    }
  }
  return darkenPrint({ width, height, pixels: flat });
}

interface Paper {
  columns: number;
  rows: number;
  values: Float64Array;
}

function paperTiles({ width, height, pixels }: Raster, tile: number): Paper {
  const columns = Math.max(1, Math.ceil(width / tile));
  const rows = Math.max(1, Math.ceil(height / tile));
  const values = new Float64Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const right = Math.min(width, (column + 1) * tile);
      const bottom = Math.min(height, (row + 1) * tile);
      for (let y = row * tile; y < bottom; y++)
        for (let x = column * tile; x < right; x++) counts[pixels[y * width + x]!]!++;
      const all = (right - column * tile) * (bottom - row * tile);
      values[row * columns + column] = levelAt(counts, PAPER_SHARE * all);
    }
  }
  const usual = [...values].sort((a, b) => a - b)[values.length >> 1]!;
  const darkest = Math.max(1, PAPER_MIN * usual);
  for (let i = 0; i < values.length; i++) values[i] = Math.max(darkest, values[i]!);
  return { columns, rows, values };
}

/** The brightness below which `rank` pixels stand. */
function levelAt(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += counts[level]!;
    if (seen > rank) return level;
  }
  return 255;
}

/** Between the centres of which two tiles each pixel stands, and how far towards the second. */
function tilePositions(length: number, tile: number, count: number) {
  const first = new Uint16Array(length);
  const second = new Uint16Array(length);
  const share = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const at = Math.min(count - 1, Math.max(0, (i + 0.5) / tile - 0.5));
    first[i] = Math.floor(at);
    second[i] = Math.min(count - 1, first[i]! + 1);
    share[i] = at - first[i]!;
  }
  return { first, second, share };
}

/** Stretches the contrast where even the darker half of the print is pale. */
function darkenPrint({ width, height, pixels }: Raster): Raster {
  const counts = new Uint32Array(256);
  for (const pixel of pixels) counts[pixel]!++;
  const otsu = Math.max(PRINT_BELOW, thresholdOf(counts));
  let print = 0;
  for (let level = 0; level < otsu; level++) print += counts[level]!;
  const level = levelAt(counts, print / 2);
  if (print === 0 || level <= INK_LEVEL || level >= 250) return { width, height, pixels };
  const factor = (255 - INK_LEVEL) / (255 - level);
  return {
    width,
    height,
    pixels: pixels.map((pixel) => Math.max(0, Math.round(255 - (255 - pixel) * factor))),
  };
}

/** The brightness that parts the pixels into two groups as unlike each other as can be (Otsu). */
function thresholdOf(counts: Uint32Array): number {
  let total = 0;
  let sum = 0;
  for (let level = 0; level < 256; level++) {
    total += counts[level]!;
    sum += level * counts[level]!;
  }
  let best = 128;
  let bestSpread = -1;
  let below = 0;
  let sumBelow = 0;
  for (let level = 0; level < 255; level++) {
    below += counts[level]!;
    sumBelow += level * counts[level]!;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const distance = sumBelow / below - (sum - sumBelow) / above;
    const spread = below * above * distance * distance;
    if (spread > bestSpread) {
      bestSpread = spread;
      best = level + 1;
    }
  }
  return best;
}
