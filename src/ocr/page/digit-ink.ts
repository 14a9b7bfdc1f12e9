import type { InkLine } from './find-lines.js';
import type { InkPiece } from './ink-pieces.js';

/** A dash is this low and long, ems, and so many times longer than high. */
const DASH_HEIGHT = 0.25;
const DASH_LENGTH = 0.3;
const DASH_RATIO = 1.8;
/** Digits are at least this high and at most this wide, ems of the print around them. */
const DIGIT_HEIGHT = 0.45;
const DIGIT_WIDTH = 0.75;
/** Smaller pieces beside a figure are dust, if they are no sign. */
const DUST_SIZE = 0.3;
/** A minus stands in this part of the figure's height, from its top. */
const MINUS = { top: 0.3, bottom: 0.8 };

const heightOf = ({ y0, y1 }: { y0: number; y1: number }): number => y1 - y0;
const widthOf = ({ x0, x1 }: { x0: number; x1: number }): number => x1 - x0;

/** Nothing but a long low stroke, perhaps broken: no digit looks so. */
export function isDash(line: InkLine, em: number): boolean {
  return (
    heightOf(line) <= Math.max(2, DASH_HEIGHT * em) &&
    widthOf(line) >= Math.max(DASH_LENGTH * em, DASH_RATIO * heightOf(line))
  );
}

/** Whether the line may be a figure: no piece is as wide as a Chinese character. */
export function isDigits({ pieces }: InkLine, em: number): boolean {
  return (
    pieces.some((piece) => heightOf(piece) >= DIGIT_HEIGHT * em) &&
    pieces.every((piece) => widthOf(piece) <= DIGIT_WIDTH * em)
  );
}

/** Left of a figure, at half its height, wider than high. */
export function isMinus(piece: InkPiece, figure: { x0: number; y0: number; y1: number }): boolean {
  const high = heightOf(figure);
  return (
    piece.x1 <= figure.x0 + 0.1 * high &&
    widthOf(piece) > heightOf(piece) &&
    piece.y0 >= figure.y0 + MINUS.top * high &&
    piece.y1 <= figure.y0 + MINUS.bottom * high
  );
}

/** Whether a piece of the line is the minus of its figure, by shape and place. */
export function hasMinus(line: InkLine, em: number): boolean {
  const digits = line.pieces.filter((piece) => heightOf(piece) >= DIGIT_HEIGHT * em);
  if (digits.length === 0) return false;
  const hull = hullOf(digits);
  return line.pieces.some((piece) => isMinus(piece, hull));
}

/** The line without small pieces before and behind its digits that are no sign. What stands between digits stays: points, commas. */
export function withoutDust(line: InkLine, em: number): InkLine {
  if (!isDigits(line, em)) return line;
  const digits = line.pieces.filter((piece) => heightOf(piece) >= DIGIT_HEIGHT * em);
  const hull = hullOf(digits);
  const isDust = (piece: InkPiece) =>
    Math.max(widthOf(piece), heightOf(piece)) <= DUST_SIZE * em &&
    !isMinus(piece, hull) &&
    (piece.x0 >= hull.x1 || piece.x1 <= hull.x0 || piece.y1 <= hull.y0 || piece.y0 >= hull.y1);
  const pieces = line.pieces.filter((piece) => !isDust(piece));
  return { ...hullOf(pieces), pieces };
}

function hullOf(pieces: readonly InkPiece[]) {
  return {
    x0: Math.min(...pieces.map(({ x0 }) => x0)),
    y0: Math.min(...pieces.map(({ y0 }) => y0)),
    x1: Math.max(...pieces.map(({ x1 }) => x1)),
    y1: Math.max(...pieces.map(({ y1 }) => y1)),
  };
}
