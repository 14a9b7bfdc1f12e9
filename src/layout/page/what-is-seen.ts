import type { BoundingBox } from '../../model/span.js';
import { intersectBoxes } from './matrix.js';
import type { PaintedShape, PaintedStroke } from './painted-shape.js';

/** A glyph as it was painted. */
export interface PaintedInk {
  /** Where its ink is. */
  box: BoundingBox;
  order: number;
  /** "#rrggbb"; null where nobody knows. */
  colour: string | null;
  isDigit: boolean;
}

/**
 * What a reader of the page sees of a glyph.
 *
 * - under-picture: a picture was painted over it, and only its pixels tell whether it hides the glyph
 * - grazed: something covers a part of it
 */
export type Sight = 'seen' | 'covered' | 'hidden' | 'struck-out' | 'under-picture' | 'grazed';

/** A glyph of which this share is covered can't be read; of which less is covered, it can. */
const COVERED_MIN = 0.55;
const GRAZED_MIN = 0.25;
/** Colours of which no channel differs by more than this (of 255) are one to the eye. */
const SAME_COLOUR = 20;
const PAPER = '#ffffff';
/** Where most of a page seems not to be seen, its colours were misunderstood. */
const HIDDEN_SHARE_MAX = 0.5;
/** Bands (points) in which things are looked up, and how many of the last painted ones are looked at in each. */
const BAND = 16;
const PER_BAND_MAX = 600;
/** A poster has as many bands. */
const BANDS_MAX = 1_000;
/** A line strikes a glyph between these heights (shares of the height of its ink, from below) ... */
const STRIKE_LOW = 0.12;
const STRIKE_HIGH = 0.95;
/** ... along this share of its width, leaning less than this (radians) ... */
const STRIKE_WIDTH_MIN = 0.6;
const STRIKE_LEAN_MAX = 1.2;
/** ... and this share of its length strikes something: a border that a text overlaps is longer. */
const STRIKE_SHARE_MIN = 0.2;
/** A line through a row of figures strikes less of its length, but so many digits. */
const ROW_SHARE_MIN = 0.08;
const ROW_DIGITS_MIN = 3;

interface Seen {
  /** Of each glyph. */
  sights: Sight[];
  /** The lines that strike text out, and so are no borders. */
  strikes: PaintedStroke[];
}

/** What of each glyph a reader sees, by the order in which glyphs, shapes and lines were painted. */
export function whatIsSeen(
  glyphs: readonly PaintedInk[],
  shapes: readonly PaintedShape[],
  strokes: readonly PaintedStroke[],
): Seen {
  const shapesAt = lookup(shapes, ({ box }) => [box[1], box[3]]);
  const sights = glyphs.map((glyph): Sight => {
    const beside = shapesAt((glyph.box[1] + glyph.box[3]) / 2);
    const cover = coverOf(glyph, beside);
    return cover === 'seen' && isLikeItsGround(glyph, beside) ? 'hidden' : cover;
  });
  const hidden = sights.filter((sight) => sight === 'hidden').length;
  const trusted = sights.map((sight) =>
    sight === 'hidden' && hidden > HIDDEN_SHARE_MAX * glyphs.length ? 'seen' : sight,
  );
  const glyphsAt = lookup(
    glyphs.map((glyph, i) => ({ glyph, i })).filter(({ i }) => trusted[i] === 'seen'),
    ({ glyph: { box } }) => [box[1], box[3]],
  );
  const strikes = strokes.filter((stroke) => {
    const middle = (stroke.from[1] + stroke.to[1]) / 2;
    const struck = glyphsAt(middle).filter(({ glyph }) => isStruck(glyph, stroke));
    const width = struck.reduce((sum, { glyph: { box } }) => sum + box[2] - box[0], 0);
    const share = width / Math.max(1, Math.abs(stroke.to[0] - stroke.from[0]));
    const digits = struck.filter(({ glyph }) => glyph.isDigit).length;
    const isStrike = share >= STRIKE_SHARE_MIN || (share >= ROW_SHARE_MIN && digits >= ROW_DIGITS_MIN);
    if (isStrike) for (const { i } of struck) trusted[i] = 'struck-out';
    return isStrike;
  });
  return { sights: trusted, strikes };
}

function lookup<T>(
  items: readonly T[],
  heightsOf: (item: T) => readonly [number, number],
): (y: number) => readonly T[] {
  const bands = new Map<number, T[]>();
  const bandOf = (y: number) => Math.floor(Math.min(Math.max(y, -BAND), BANDS_MAX * BAND) / BAND);
  for (let i = items.length - 1; i >= 0; i--) {
    const [top, bottom] = heightsOf(items[i]!);
    for (let band = bandOf(top); band <= bandOf(bottom); band++) {
      const own = bands.get(band);
      if (!own) bands.set(band, [items[i]!]);
      else if (own.length < PER_BAND_MAX) own.push(items[i]!);
    }
  }
  return (y) => bands.get(bandOf(y)) ?? [];
}

const areaOf = ([x0, y0, x1, y1]: BoundingBox): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

function coverOf(glyph: PaintedInk, shapes: readonly PaintedShape[]): Sight {
  const area = areaOf(glyph.box);
  let sight: Sight = 'seen';
  for (const { order, box, kind } of shapes) {
    if (order < glyph.order || kind === 'shape' || area === 0) continue;
    const share = areaOf(intersectBoxes(glyph.box, box)) / area;
    if (kind === 'solid' && share >= COVERED_MIN) return 'covered';
    if (kind === 'picture' && share >= GRAZED_MIN) sight = 'under-picture';
    else if (share >= GRAZED_MIN && sight === 'seen') sight = 'grazed';
  }
  return sight;
}

/** White on white, and its like: the ground is what was painted last below the glyph. */
function isLikeItsGround({ box, order, colour }: PaintedInk, shapes: readonly PaintedShape[]): boolean {
  if (colour === null) return false;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  let ground: PaintedShape | undefined;
  for (const shape of shapes) {
    const [x0, y0, x1, y1] = shape.box;
    const isBelow = shape.order < order && x >= x0 && x <= x1 && y >= y0 && y <= y1;
    if (isBelow && (!ground || shape.order > ground.order)) ground = shape;
  }
  // A shape that fills a part of its box may leave the paper where the glyph stands.
  const grounds = ground?.kind === 'shape' ? [ground.colour, PAPER] : [ground ? ground.colour : PAPER];
  return grounds.every((own) => own !== null && isSameColour(own, colour));
}

function isSameColour(a: string, b: string): boolean {
  const [first, second] = [channelsOf(a), channelsOf(b)];
  return first.length === 3 && first.every((value, i) => Math.abs(value - (second[i] ?? 999)) <= SAME_COLOUR);
}

const channelsOf = (colour: string): number[] =>
  (/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(colour)?.slice(1) ?? []).map((channel) =>
    Number.parseInt(channel, 16),
  );

/** A line through the middle of a glyph, level or slanting. */
function isStruck({ box: [x0, top, x1, bottom] }: PaintedInk, { from, to }: PaintedStroke): boolean {
  const [[ax, ay], [bx, by]] = from[0] <= to[0] ? [from, to] : [to, from];
  if (Math.atan2(Math.abs(by - ay), bx - ax) > STRIKE_LEAN_MAX) return false;
  if (Math.min(bx, x1) - Math.max(ax, x0) < STRIKE_WIDTH_MIN * (x1 - x0)) return false;
  const x = (Math.max(ax, x0) + Math.min(bx, x1)) / 2;
  const y = ay + ((by - ay) * (x - ax)) / Math.max(bx - ax, 0.01);
  const height = (bottom - y) / (bottom - top);
  return height >= STRIKE_LOW && height <= STRIKE_HIGH;
}
