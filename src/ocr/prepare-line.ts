import type { Raster } from '../model/picture-reader.js';
import type { Ink } from './find-ink.js';
import type { OcrPackages } from './load-packages.js';

/** The model sees lines of this height. */
export const HEIGHT = 48;
/** Widths are multiples of this, so that lines of about the same width can be read together. */
const WIDTH_STEP = 16;
const WIDTH_MIN = 48;
/** A longer line is pressed together: 66 times as wide as high is more than a line of a page has. */
const WIDTH_MAX = 3200;
/** A line has at least this many characters' height in it: a dash alone says little about how high the print is. */
const LINE_SHARE = 0.4;

/** How the ink of a line is laid before the model, in its pixels. */
export interface Layout {
  /** Height of the ink in the 48 rows. */
  ink: number;
  /** Paper left and right of the ink. */
  margin: number;
  /** How much wider than printed. */
  stretch: number;
}

/** A line as the model takes it: 48 rows of `width`. */
export interface PreparedLine {
  width: number;
  pixels: Uint8Array;
  /** Columns of this picture where the one that was given begins, and how many it takes up. */
  left: number;
  span: number;
}

/** The height of the print: that of its ink, or more where it is all dashes and points. */
function heightOf({ left, right, top, bottom, raster }: Ink): number {
  return Math.max(bottom - top, Math.min((right - left) * 0.8, raster.height * LINE_SHARE));
}

/** The part of a picture from (left, top) on; what lies outside is paper. */
function cutOut({ raster, paper }: Ink, left: number, top: number, width: number, height: number): Raster {
  const pixels = new Uint8Array(width * height).fill(paper);
  const from = Math.max(0, left);
  const to = Math.min(raster.width, left + width);
  for (let y = Math.max(0, top); y < Math.min(raster.height, top + height); y++) {
    const row = raster.pixels.subarray(y * raster.width + from, y * raster.width + to);
    pixels.set(row, (y - top) * width + from - left);
  }
  return { width, height, pixels };
}

/** Scales the print of a line to the height that the model reads best. */
export async function prepareLine(ink: Ink, layout: Layout, { sharp }: OcrPackages): Promise<PreparedLine> {
  const scale = layout.ink / heightOf(ink);
  const across = scale * layout.stretch;
  const height = Math.max(1, Math.round(HEIGHT / scale));
  const left = ink.left - Math.round(layout.margin / across);
  const top = Math.round((ink.top + ink.bottom - height) / 2);
  const width = ink.right + Math.round(layout.margin / across) - left;
  const cut = cutOut(ink, left, top, width, height);
  const target = Math.min(WIDTH_MAX, Math.max(1, Math.round(width * across)));
  const full = Math.max(WIDTH_MIN, Math.ceil(target / WIDTH_STEP) * WIDTH_STEP);
  const before = Math.floor((full - target) / 2);
  const paper = { r: ink.paper, g: ink.paper, b: ink.paper };
  const pixels = await sharp(cut.pixels, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .resize({ width: target, height: HEIGHT, fit: 'fill', kernel: 'cubic' })
    .extend({ left: before, right: full - target - before, background: paper })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer();
  const factor = target / width;
  return { width: full, pixels, left: before - left * factor, span: ink.raster.width * factor };
}
