import { NARROW_PRINT } from '../office-html/narrow-print.js';
import type { RunLook } from './run-styles.js';

/** One point: nobody reads it. */
const HALF_POINTS_MIN = 4;
const NAMED: Record<string, string> = { BLACK: '000000', WHITE: 'FFFFFF' };

/** Does nobody see a run: it has the colour of its ground, is not filled, or is as small as a hair? */
export function isFaintLook({ color, unfilled, scale, halfPoints = 0 }: RunLook, fill: string): boolean {
  const ground = fill === 'AUTO' ? 'FFFFFF' : (NAMED[fill] ?? fill);
  // Print without a colour of its own is black on light grounds and white on dark ones, but for a marker.
  const isMarked = NAMED[fill] !== undefined;
  const own = color === undefined || color === 'AUTO' ? (isMarked ? '000000' : null) : color;
  const isTiny = halfPoints > 0 && halfPoints <= HALF_POINTS_MIN;
  return own === ground || unfilled === true || isTiny || (scale ?? NARROW_PRINT) < NARROW_PRINT;
}
