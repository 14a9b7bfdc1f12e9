import { intersectBoxes, multiply, toMatrix, transformBox } from '../../../src/layout/page/matrix.js';
import type { Ruling } from '../../../src/layout/page/page-content.js';
import type { PaintedShape, PaintedStroke } from '../../../src/layout/page/painted-shape.js';
import type { BoundingBox } from '../../../src/model/span.js';
import type { PaintFont, PaintState } from './paint-state.js';
import type { PaintedGlyph } from './show-text.js';

/** What the interpreter hands out while it walks a page. */
export interface Painting {
  glyphs: (PaintedGlyph & {
    font: PaintFont;
    isInvisible: boolean;
    isClipped: boolean;
    /** A clip cuts it off by its middle, and leaves a part of it that is seen. */
    isHalfSeen: boolean;
    /** It is on a layer that is shown, and a clip cuts it off. */
    isCut: boolean;
    order: number;
    /** "#rrggbb"; null where nobody knows. */
    colour: string | null;
  })[];
  rulings: Ruling[];
  /** Filled rectangles that are no lines. */
  fills: BoundingBox[];
  /** What may lie over text, and lines that may strike it out. */
  shapes: PaintedShape[];
  strokes: PaintedStroke[];
  /** Where small pictures and outlines are drawn, which may be figures. */
  drawings: { box: BoundingBox; order: number }[];
  /** A picture, a shading or any path that is no ruling. */
  hasDrawing: boolean;
  /** Where large pictures may stand: they are not decoded. */
  pictures: BoundingBox[];
  /** The page held more than the limits below: what came after is not read. */
  isCutOff: boolean;
}

/** Deeper nesting of saved states is an attack or a broken file. */
const STATES_MAX = 1_000;

/** What the walk is told from outside. */
export interface Context {
  base: PaintState;
  pageBox: BoundingBox;
  fontOf: (name: string) => PaintFont | undefined;
  isLayerVisible: (properties: unknown) => boolean;
}

/** Carries out one operator. */
export type Handler = (args: readonly unknown[]) => void;

export const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

/** The mutable part of the walk: the current state, the saved ones, and what hides the content. */
export interface Walk {
  state: PaintState;
  saved: PaintState[];
  /** Visibility of each open marked content. */
  layers: boolean[];
  annotationDepth: number;
  /** Steps of painting up to here. */
  order: number;
  /** Where a picture stands if nothing else is painted before the state is restored: pictures themselves are not handed out. */
  pending: BoundingBox | null;
  clipPending: boolean;
}

export function save(walk: Walk): void {
  if (walk.saved.length < STATES_MAX) walk.saved.push({ ...walk.state });
}

export function restore(walk: Walk): void {
  walk.state = walk.saved.pop() ?? walk.state;
}

export function concat(walk: Walk, matrix: unknown): void {
  walk.state.matrix = multiply(walk.state.matrix, toMatrix(matrix));
}

export function clipTo(walk: Walk, box: unknown): void {
  const list = box as ArrayLike<number> | null | undefined;
  if (list?.length !== 4) return;
  walk.state.clip = intersectBoxes(walk.state.clip, transformBox(walk.state.matrix, list));
}
