import type { Raster } from '../../model/picture-reader.js';
import { hasMinus, isDigits } from './digit-ink.js';
import type { PageLine } from './page-lines.js';

/** A minus of small print is a pale line one pixel high: darker than this (of 255) is something. */
const SOMETHING_BELOW = 225;
/** It stands so near to its figure, is this long, and this low: heights of the figure. */
const REACH = 1;
const LENGTH_MIN = 0.25;
const HEIGHT_MAX = 0.3;
/** ... and stands in this part of its height. */
const BAND = { top: 0.3, bottom: 0.8 };

/** The line with what may be a minus before its figure taken in, and the mark that something stands there. */
export function withFaintSign(page: Raster, line: PageLine): PageLine {
  if (line.cell === null || line.isDash || !isDigits(line, line.em)) return line;
  if (hasMinus(line, line.em)) return { ...line, mayHaveSign: true };
  const high = line.y1 - line.y0;
  const top = Math.round(line.y0 + BAND.top * high);
  const bottom = Math.round(line.y0 + BAND.bottom * high);
  // Beside the border of the cell stands what is left of the border.
  const first = Math.max(Math.ceil(line.cell.x0) + 3, Math.round(line.x0 - REACH * high));
  const isInk = (x: number, y: number) => page.pixels[y * page.width + x]! < SOMETHING_BELOW;
  for (let y = top; y < bottom; y++) {
    for (let x = first, from = -1; x <= line.x0; x++) {
      if (x < line.x0 && isInk(x, y)) {
        if (from < 0) from = x;
        continue;
      }
      const isLong = from >= 0 && x - from >= Math.max(3, LENGTH_MIN * high);
      if (isLong && isLow(page, from, x, y, HEIGHT_MAX * high)) {
        return { ...line, x0: from, mayHaveSign: true };
      }
      from = -1;
    }
  }
  return line;
}

/** Nothing stands above and below the middle of the stroke. */
function isLow(
  { width, height, pixels }: Raster,
  from: number,
  to: number,
  y: number,
  heightMax: number,
): boolean {
  const x = (from + to) >> 1;
  const reach = Math.max(2, Math.ceil(heightMax));
  const isInk = (row: number) => row >= 0 && row < height && pixels[row * width + x]! < SOMETHING_BELOW;
  let rows = 0;
  for (let row = y - reach; row <= y + reach; row++) if (isInk(row)) rows++;
  return rows <= heightMax + 1;
}
