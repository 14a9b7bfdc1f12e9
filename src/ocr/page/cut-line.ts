import type { Raster } from '../../model/picture-reader.js';
import type { PageLine } from './page-lines.js';

/** Pixels around the ink that hold its soft edge. */
const SOFT_EDGE = 2;
/** White around the line, in ems. */
const MARGIN_EMS = 0.3;
/** Lighter than this (of 255) is paper, and between it and ink the contrast is raised: what is left of a seal, the noise of compression. */
const PAPER_FROM = 222;
const INK_TO = 160;
/** ... and where a seal left stains on the line. */
const STAINED_FROM = 150;

/** The picture of one line: its own ink on white, with a margin. */
export interface CutLine {
  picture: Raster;
  /** x on the page of the picture's left edge, pixels. */
  left: number;
}

/**
 * Cuts a line out of the page. A dash stands on a picture as high as a character's.
 * @param page straightened, with its ruling lines erased
 */
export function cutLine(page: Raster, line: PageLine): CutLine {
  const { em } = line;
  const tone = line.isStained ? stainedTone : paperTone;
  const margin = Math.round(MARGIN_EMS * em);
  const high = Math.max(line.y1 - line.y0, Math.round(em));
  const width = line.x1 - line.x0 + 2 * margin;
  const height = high + 2 * margin;
  const left = line.x0 - margin;
  const top = Math.round((line.y0 + line.y1) / 2 - height / 2);
  const picture: Raster = { width, height, pixels: new Uint8Array(width * height).fill(255) };
  const first = Math.max(0, line.y0 - SOFT_EDGE);
  const last = Math.min(page.height, line.y1 + SOFT_EDGE);
  const from = Math.max(0, line.x0 - SOFT_EDGE);
  const to = Math.min(page.width, line.x1 + SOFT_EDGE);
  for (let y = Math.max(first, top); y < Math.min(last, top + height); y++) {
    for (let x = from; x < to; x++) {
      const pixel = page.pixels[y * page.width + x]!;
      picture.pixels[(y - top) * width + x - left] = tone(pixel);
    }
  }
  for (const speck of line.specks) {
    for (let y = Math.max(top, speck.y0 - 1); y < Math.min(top + height, speck.y1 + 1); y++) {
      for (let x = Math.max(left, speck.x0 - 1); x < Math.min(left + width, speck.x1 + 1); x++) {
        picture.pixels[(y - top) * width + x - left] = 255;
      }
    }
  }
  return { picture, left };
}

const stainedTone = (pixel: number): number => (pixel >= STAINED_FROM ? 255 : pixel);

function paperTone(pixel: number): number {
  if (pixel >= PAPER_FROM) return 255;
  if (pixel <= INK_TO) return pixel;
  return Math.round(INK_TO + ((pixel - INK_TO) * (255 - INK_TO)) / (PAPER_FROM - INK_TO));
}
