import { digitGrid } from './digit-grid.js';
import { DIGIT_SHAPES } from './digit-shapes.js';
import type { GlyphOutline } from './glyph-outline.js';

/** How much of the distance between two shapes a difference of width, and one of holes, is. */
const ASPECT_WEIGHT = 0.3;
const HOLE_WEIGHT = 0.08;
/** A shape that is further from all digits is none that we know: it says nothing. */
const KNOWN_MAX = 0.25;
/** Another digit must be so much nearer than the one that is claimed. In the fonts that the shapes come from, none comes near. */
const CLEARLY_NEARER = 1.35;

interface Shape {
  fields: string;
  aspect: number;
  holes: number;
}

const FIELD_CHARS = 35;

const readShape = (written: string): Shape => ({
  fields: [...written.slice(0, FIELD_CHARS)]
    .map((char) => Number.parseInt(char, 16).toString(2).padStart(4, '0'))
    .join(''),
  aspect: Number(written.slice(FIELD_CHARS, -1)) / 100,
  holes: Number(written.at(-1)),
});

/** By the digit that they draw. */
const SHAPES = DIGIT_SHAPES.map((shapes) => shapes.map(readShape));

function distance(a: Shape, b: Shape): number {
  let differ = 0;
  for (let at = 0; at < a.fields.length; at++) if (a.fields[at] !== b.fields[at]) differ++;
  return (
    differ / a.fields.length +
    ASPECT_WEIGHT * Math.abs(Math.log(a.aspect / b.aspect)) +
    HOLE_WEIGHT * Math.abs(a.holes - b.holes)
  );
}

/**
 * Does a font draw another digit for a character than the one that it is said to be? A font can say anything of its
 * characters; its outlines are what a reader sees.
 */
export function drawsAnotherDigit(digit: number, outline: GlyphOutline): boolean {
  const grid = digitGrid(outline);
  if (grid === null) return false;
  const distances = SHAPES.map((shapes) => Math.min(...shapes.map((shape) => distance(grid, shape))));
  const nearest = Math.min(...distances);
  return nearest <= KNOWN_MAX && distances[digit]! > CLEARLY_NEARER * nearest;
}
