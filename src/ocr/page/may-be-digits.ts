import type { InkLine } from './find-lines.js';

/** A digit is about this high and its place this wide, in heights of the figure. */
const ADVANCE = 0.76;
/** The ink of the last digit; 1 is narrower. */
const INK_MIN = 0.25;
const INK_MAX = 0.72;
/** Pieces this high (share of the line) are digits, lower ones points and commas. */
const DIGIT_MIN = 0.6;
/** Widths of fonts differ by this much. */
const WIDTH_SLACK = 0.22;

/**
 * Whether the ink of a line may be that many digits: a reader of lines loses one of several equal digits (100 for 1000).
 * @param digits digits read in the line
 * @param signs other characters read in the line: commas, points, signs
 */
export function mayBeDigits(line: InkLine, digits: number, signs: number): boolean {
  const height = line.pieces.reduce((most, { y0, y1 }) => Math.max(most, y1 - y0), 1);
  const columns = columnsOf(line, DIGIT_MIN * height);
  if (columns > digits + signs) return false;
  if (signs > 0) return true;
  const wide =
    (line.pieces.reduce((x, piece) => Math.max(x, piece.x1), 0) -
      line.pieces.reduce((x, piece) => Math.min(x, piece.x0), Number.POSITIVE_INFINITY)) /
    height;
  const least = (digits - 1) * ADVANCE * (1 - WIDTH_SLACK) + INK_MIN - 0.2;
  const most = (digits - 1) * ADVANCE * (1 + WIDTH_SLACK) + INK_MAX + 0.15;
  return wide >= least && wide <= most;
}

/** Pieces of ink beside each other; pieces above each other are one broken digit. */
function columnsOf({ pieces }: InkLine, heightMin: number): number {
  const high = pieces.filter(({ y0, y1 }) => y1 - y0 >= heightMin).sort((a, b) => a.x0 - b.x0);
  let count = 0;
  let right = Number.NEGATIVE_INFINITY;
  for (const { x0, x1 } of high) {
    if (x0 >= right) count++;
    right = Math.max(right, x1);
  }
  return count;
}
