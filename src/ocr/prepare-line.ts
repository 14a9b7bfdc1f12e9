import type { Raster } from '../model/picture-reader.js';
import type { InkBox } from './ink-box.js';
import type { OcrPackages } from './load-packages.js';

/** The model sees lines of this height. */
export const HEIGHT = 48;
/** Widths are multiples of this, so that lines of about the same width are read together. */
const WIDTH_STEP = 32;
/** A longer line is pressed together: 25 times as wide as high is more than a line of a page has. */
const WIDTH_MAX = 3200;

/** How the ink of a line is laid before the model. */
export interface Layout {
  /** Height of the ink in the 48 rows. */
  ink: number;
  /** Paper left and right of the ink, in columns of the model. */
  margin: number;
  /** How much wider than printed. */
  stretch: number;
}

/** A line as the model takes it: 48 rows of `width`. */
export interface PreparedLine {
  width: number;
  pixels: Uint8Array;
  /** Where the ends of the picture that was given stand, in columns of this one: to say where a character stands. */
  left: number;
  span: number;
}

/** The height of a character, at the least: a dash is lower than its line. */
function emOf({ left, right, top, bottom }: InkBox, height: number): number {
  const inkHeight = bottom - top;
  return Math.max(inkHeight, Math.min((right - left) * 0.8, height * 0.5, inkHeight * 12));
}

export async function prepareLine(
  { width, height, pixels }: Raster,
  box: InkBox,
  { ink, margin, stretch }: Layout,
  { sharp }: OcrPackages,
): Promise<PreparedLine> {
  const scale = ink / emOf(box, height);
  const pad = Math.ceil(HEIGHT / scale);
  const tall = HEIGHT / scale;
  const wide = box.right - box.left + (2 * margin) / (scale * stretch);
  const x = Math.round((box.left + box.right) / 2 - wide / 2) + pad;
  const y = Math.round((box.top + box.bottom) / 2 - tall / 2) + pad;
  const cut = {
    left: Math.max(0, x),
    top: Math.max(0, y),
    width: Math.round(wide),
    height: Math.round(tall),
  };
  const target = Math.min(WIDTH_MAX, Math.max(16, Math.round(cut.width * scale * stretch)));
  const full = Math.ceil(target / WIDTH_STEP) * WIDTH_STEP;
  const padded = await sharp(pixels, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .extend({ top: pad, bottom: pad, left: pad, right: pad, extendWith: 'copy' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const data = await sharp(padded.data, {
    raw: { width: padded.info.width, height: padded.info.height, channels: 1 },
    limitInputPixels: false,
  })
    .extract(cut)
    .resize({ width: target, height: HEIGHT, fit: 'fill', kernel: 'cubic' })
    .extend({ right: full - target, background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const factor = target / cut.width;
  return { width: full, pixels: data, left: (pad - cut.left) * factor, span: width * factor };
}
