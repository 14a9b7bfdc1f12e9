import type { InkPiece } from './ink-pieces.js';

/** Print is between these sizes, points. */
const SIZE_MIN = 5;
const SIZE_MAX = 30;
const USUAL = 10.5;
/** Most characters have a piece of about this height, in ems; punctuation and loose strokes are lower. */
const PIECE_EMS = 0.85;
const PIECE_RANK = 0.8;

/** The usual em height of a page's print, in pixels: 10.5 points where nothing is printed. */
export function textSize(pieces: readonly InkPiece[], dpi: number): number {
  const pixels = (points: number) => (points * dpi) / 72;
  const heights = pieces
    .map(({ y0, y1 }) => y1 - y0)
    .filter((height) => height >= pixels(0.5 * SIZE_MIN) && height <= pixels(SIZE_MAX))
    .sort((a, b) => a - b);
  const height = heights[Math.floor(PIECE_RANK * heights.length)];
  if (height === undefined) return pixels(USUAL);
  return Math.max(pixels(SIZE_MIN), height / PIECE_EMS);
}
