import type { Raster } from '../../model/picture-reader.js';
import { dropDarkEdges } from './drop-dark-edges.js';
import { flattenLight } from './flatten-light.js';
import { inkMask } from './ink-mask.js';
import { inkPieces } from './ink-pieces.js';
import { INK_BELOW } from './straighten.js';
import { textSize } from './text-size.js';

/** The long side of A4, inches. */
const A4_LONG = 11.69;
/** The long side of a page is between these, inches. */
const LONG_MIN = 4;
const LONG_MAX = 36;
/** Reports are printed in sizes between these, points; where a picture's would not be, its dots per inch are wrong. */
const SIZE_MIN = 6.5;
const SIZE_MAX = 19;
const USUAL_SIZE = 11;

/**
 * Dots per inch of a picture: what the file states where it can be so, else such that the page would be A4, else such that the
 * print would be of the usual size.
 */
export function pictureDpi(picture: Raster, stated: number | null): number {
  const long = Math.max(picture.width, picture.height);
  const fitting = stated !== null && long / stated >= LONG_MIN && long / stated <= LONG_MAX;
  const dpi = fitting ? stated : long / A4_LONG;
  const flat = dropDarkEdges(flattenLight(picture, dpi));
  const pieces = inkPieces(inkMask(flat, INK_BELOW), flat);
  // Dust has no size; a page has hundreds of pieces of print.
  const print = pieces.filter(({ y1, y0 }) => y1 - y0 >= 5);
  if (print.length === 0) return dpi;
  const em = textSize(print, dpi);
  const size = (em * 72) / dpi;
  return size >= SIZE_MIN && size <= SIZE_MAX ? dpi : Math.round((em * 72) / USUAL_SIZE);
}
