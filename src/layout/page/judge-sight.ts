import type { MarkKind } from '../../model/mark.js';
import type { BoundingBox } from '../../model/span.js';
import type { Ruling } from './page-content.js';
import type { PaintedShape, PaintedStroke } from './painted-shape.js';
import { type PaintedInk, type Sight, whatIsSeen } from './what-is-seen.js';

/** What a page paints beside its text. */
interface PaintedPage {
  shapes: readonly PaintedShape[];
  strokes: readonly PaintedStroke[];
  rulings: readonly Ruling[];
  /** Small pictures and outlines. */
  drawings: readonly { box: BoundingBox; order: number }[];
}

interface JudgedPage<G> {
  sightOf: (glyph: G) => Sight;
  /** Without the lines that strike text out. */
  rulings: Ruling[];
  /** Drawings on which no text was painted later: those are grounds. */
  unread: BoundingBox[];
}

/** The mark of a glyph that stays in the text. */
export const MARK_OF_SIGHT: Partial<Record<Sight, MarkKind>> = {
  'struck-out': 'struck-out',
  grazed: 'several-readings',
};

/** Judges what of a page's text and drawings a reader sees. */
export function judgeSight<G>(
  glyphs: readonly G[],
  inkOf: (glyph: G) => PaintedInk,
  { shapes, strokes, rulings, drawings }: PaintedPage,
): JudgedPage<G> {
  const inks = glyphs.map(inkOf);
  const { sights, strikes } = whatIsSeen(inks, shapes, strokes);
  const byGlyph = new Map(glyphs.map((glyph, i) => [glyph, sights[i]!]));
  return {
    sightOf: (glyph) => byGlyph.get(glyph) ?? 'seen',
    rulings: rulings.filter((ruling) => !strikes.some((stroke) => liesOn(ruling, stroke))),
    unread: drawings.filter((drawing) => !inks.some((ink) => isOn(ink, drawing))).map(({ box }) => box),
  };
}

/** A level line that strikes text out is no border. */
function liesOn({ axis, position, from, to }: Ruling, stroke: PaintedStroke): boolean {
  const [x0, x1] = [Math.min(stroke.from[0], stroke.to[0]), Math.max(stroke.from[0], stroke.to[0])];
  const y = (stroke.from[1] + stroke.to[1]) / 2;
  return axis === 'horizontal' && Math.abs(position - y) <= 1 && from >= x0 - 1 && to <= x1 + 1;
}

const isOn = (ink: PaintedInk, { box, order }: PaintedPage['drawings'][number]): boolean => {
  const [x, y] = [(ink.box[0] + ink.box[2]) / 2, (ink.box[1] + ink.box[3]) / 2];
  return ink.order > order && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
};
