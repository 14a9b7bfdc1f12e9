import type { BoundingBox } from '../../model/span.js';
import { intersectBoxes, type Matrix, uniteBoxes } from './matrix.js';
import type { PaintedShape, PaintedStroke } from './painted-shape.js';
import { boxOf, isSquare, readSubpaths, type Subpath } from './path-rulings.js';

/** How a path is painted. A colour is "#rrggbb", or null where nobody knows; a see-through one hides nothing. */
export interface PathPaint {
  fill?: { colour: string | null; isOpaque: boolean };
  stroke?: { colour: string | null; isOpaque: boolean /** Points. */; width: number };
  clip: BoundingBox;
}

interface PaintedPath {
  shapes: Omit<PaintedShape, 'order'>[];
  strokes: PaintedStroke[];
  /** Where it draws a figure as an outline may be: a small shape that is neither line nor rectangle. */
  drawing: BoundingBox | undefined;
}

/** Lines are at most this thick, points; a thicker one is a bar, which hides what is under it. */
const STROKE_WIDTH_MAX = 2.5;
/** Inside the box of a shape without corners lies one that it fills; each side is further in by this share. */
const ROUND_INSET = 0.15;
const ROUND_SIDE_MIN = 8;
/** A drawing that may be a figure: points. */
const DRAWING_SIDE_MIN = 3;
const DRAWING_HEIGHT_MAX = 45;
const DRAWING_WIDTH_MAX = 200;
/** Lighter than this (of 255), a line or a drawing is not seen on paper. */
const PALE_MIN = 225;

/** What a painted path covers, strikes out and draws. */
export function paintPath(data: ArrayLike<number>, matrix: Matrix, paint: PathPaint): PaintedPath {
  const subpaths = readSubpaths(data, matrix).filter(({ points }) => points.length > 1);
  const shapes: PaintedPath['shapes'] = [];
  const strokes: PaintedStroke[] = [];
  const add = (
    box: BoundingBox,
    kind: PaintedShape['kind'],
    own: { colour: string | null; isOpaque: boolean },
  ) => {
    const visible = intersectBoxes(box, paint.clip);
    if (!(visible[2] > visible[0] && visible[3] > visible[1])) return;
    shapes.push(
      own.isOpaque
        ? { box: visible, kind, colour: own.colour }
        : { box: visible, kind: 'shape', colour: null },
    );
  };
  const { fill, stroke } = paint;
  if (fill) {
    for (const subpath of subpaths) {
      const box = boxOf(subpath.points);
      const thin = thinLine(subpath, box);
      if (thin) strokes.push(...(isPale(fill.colour) ? [] : [thin]));
      else if (isSquare(subpath) && !isNested(subpath, subpaths)) add(box, 'solid', fill);
      else {
        add(box, 'shape', fill);
        if (isRound(subpath, box) && !isNested(subpath, subpaths)) add(insetOf(box), 'solid', fill);
      }
    }
  }
  if (stroke) {
    for (const [a, b] of subpaths.flatMap(segmentsOf)) {
      if (stroke.width <= STROKE_WIDTH_MAX)
        strokes.push(...(isPale(stroke.colour) ? [] : [{ from: a, to: b }]));
      else if (Math.abs(a[0] - b[0]) < 1 || Math.abs(a[1] - b[1]) < 1)
        add(barOf(a, b, stroke.width), 'solid', stroke);
    }
  }
  const isSeen =
    (fill !== undefined && !isPale(fill.colour)) || (stroke !== undefined && !isPale(stroke.colour));
  return { shapes, strokes, drawing: isSeen ? drawingOf(subpaths, paint.clip) : undefined };
}

type Point = readonly [number, number];

function segmentsOf({ points, closed, curved }: Subpath): [Point, Point][] {
  if (curved) return [];
  const all = closed ? [...points, points[0]!] : points;
  return all.slice(1).map((point, i) => [all[i]!, point]);
}

/** A filled shape as thin as a line: a rectangle, or a bar that leans. */
function thinLine({ points, curved }: Subpath, box: BoundingBox): PaintedStroke | undefined {
  if (curved || points.length < 4 || points.length > 5) return undefined;
  const [x0, y0, x1, y1] = box;
  if (y1 - y0 <= STROKE_WIDTH_MAX && x1 - x0 > y1 - y0) {
    return { from: [x0, (y0 + y1) / 2], to: [x1, (y0 + y1) / 2] };
  }
  const [a, b, c, d] = points as unknown as [Point, Point, Point, Point];
  const sides = [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1])];
  const [short, long] = [Math.min(...sides), Math.max(...sides)];
  if (short > STROKE_WIDTH_MAX || long < 3 * short) return undefined;
  const middle = (p: Point, q: Point): Point => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  return sides[0] === short
    ? { from: middle(a, b), to: middle(c, d) }
    : { from: middle(b, c), to: middle(d, a) };
}

/** One of two shapes of a path, one inside the other, may be a hole. */
const isNested = (subpath: Subpath, all: readonly Subpath[]): boolean => {
  if (all.length > NESTED_MAX) return true;
  const box = boxOf(subpath.points);
  return all.some((other) => {
    if (other === subpath) return false;
    const own = boxOf(other.points);
    return contains(own, box) || contains(box, own);
  });
};

/** Of a path of more shapes none is compared with the others. */
const NESTED_MAX = 200;

const contains = (a: BoundingBox, b: BoundingBox): boolean =>
  a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];

const isRound = ({ curved, points }: Subpath, [x0, y0, x1, y1]: BoundingBox): boolean =>
  curved && points.length >= 4 && Math.min(x1 - x0, y1 - y0) >= ROUND_SIDE_MIN;

const insetOf = ([x0, y0, x1, y1]: BoundingBox): BoundingBox => {
  const [dx, dy] = [ROUND_INSET * (x1 - x0), ROUND_INSET * (y1 - y0)];
  return [x0 + dx, y0 + dy, x1 - dx, y1 - dy];
};

function barOf(a: Point, b: Point, width: number): BoundingBox {
  const half = width / 2;
  return Math.abs(a[1] - b[1]) < 1
    ? [Math.min(a[0], b[0]), a[1] - half, Math.max(a[0], b[0]), a[1] + half]
    : [a[0] - half, Math.min(a[1], b[1]), a[0] + half, Math.max(a[1], b[1])];
}

function isPale(colour: string | null): boolean {
  const channels = /^#(..)(..)(..)$/u.exec(colour ?? '')?.slice(1) ?? ['0'];
  return channels.every((channel) => Number.parseInt(channel, 16) >= PALE_MIN);
}

function drawingOf(subpaths: readonly Subpath[], clip: BoundingBox): BoundingBox | undefined {
  const [first, ...rest] = subpaths.map(({ points }) => boxOf(points));
  if (!first || !subpaths.some((subpath) => subpath.curved || isOutline(subpath))) return undefined;
  const box = intersectBoxes(rest.reduce(uniteBoxes, first), clip);
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const isSmall = height <= DRAWING_HEIGHT_MAX && width <= DRAWING_WIDTH_MAX;
  return isSmall && height >= DRAWING_SIDE_MIN && width > 0.5 ? box : undefined;
}

/** Neither a line nor a rectangle: the strokes of a 7, the corners of a 4. */
const isOutline = (subpath: Subpath): boolean =>
  subpath.points.length >= 3 && !isSquare(subpath) && thinLine(subpath, boxOf(subpath.points)) === undefined;
