import type { BoundingBox } from '../../model/span.js';

/** Something painted on a page that is no text. Points from the top left, in reading direction. */
export interface PaintedShape {
  box: BoundingBox;
  /** A place in the order of painting, which glyphs share: what comes later lies above. */
  order: number;
  /** "#rrggbb" of an even fill; null of a picture, a shading or a pattern, whose colours nobody looked at. */
  colour: string | null;
  /** solid: fills its box. shape: fills a part of it. picture: fills it, or parts of it, with what nobody looked at. */
  kind: 'solid' | 'shape' | 'picture';
}

/** A thin line, in any direction, however it was drawn; one as pale as paper is none. */
export interface PaintedStroke {
  from: readonly [number, number];
  to: readonly [number, number];
}
