import type { BoundingBox } from '../../model/span.js';
import { type Matrix, transformPoint } from './matrix.js';
import type { Ruling } from './page-content.js';

/** A filled shape thinner than this (points) is a drawn line; Word's thickest table border is 6 pt. */
const LINE_THICKNESS_MAX = 6.5;
/** Shorter pieces are dots, ticks and corner squares. Dashes are joined later, so this stays small. */
const LINE_LENGTH_MIN = 0.5;
/** The dots of a dotted border are at most this large (points). */
const DOT_MAX = 2.5;
/** A stroke may lean this much (points over its whole length) and still be straight. */
const LEAN_MAX = 0.8;

type Point = [number, number];
export interface Subpath {
  points: Point[];
  closed: boolean;
  curved: boolean;
}

/** pdfjs's own coding of a path: 0 move x y, 1 line x y, 2 curve (6 numbers), 3 close. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

/** Cuts pdfjs's flat path array into subpaths, transformed to page coordinates. Stops at anything it does not know. */
export function readSubpaths(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let current: Subpath | undefined;
  for (let i = 0; i < data.length; ) {
    const code = data[i++];
    if (code === CLOSE) {
      if (current) current.closed = true;
      continue;
    }
    if (code !== MOVE && code !== LINE && code !== CURVE) break;
    const skip: number = code === CURVE ? 4 : 0;
    const point = transformPoint(matrix, data[i + skip] ?? 0, data[i + skip + 1] ?? 0);
    i += skip + 2;
    if (code === MOVE || !current) {
      current = { points: [point], closed: false, curved: false };
      subpaths.push(current);
    } else {
      current.points.push(point);
      if (code === CURVE) current.curved = true;
    }
  }
  return subpaths;
}

export function boxOf(points: readonly Point[]): BoundingBox {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function segmentRuling(a: Point, b: Point): Ruling | undefined {
  const width = Math.abs(a[0] - b[0]);
  const height = Math.abs(a[1] - b[1]);
  if (height <= LEAN_MAX && width > height && width >= LINE_LENGTH_MIN)
    return {
      axis: 'horizontal',
      position: (a[1] + b[1]) / 2,
      from: Math.min(a[0], b[0]),
      to: Math.max(a[0], b[0]),
    };
  if (width <= LEAN_MAX && height > width && height >= LINE_LENGTH_MIN)
    return {
      axis: 'vertical',
      position: (a[0] + b[0]) / 2,
      from: Math.min(a[1], b[1]),
      to: Math.max(a[1], b[1]),
    };
  return undefined;
}

function strokeRulings(subpath: Subpath): Ruling[] {
  if (subpath.curved) return [];
  const points = subpath.closed ? [...subpath.points, subpath.points[0]!] : subpath.points;
  const rulings: Ruling[] = [];
  for (let i = 1; i < points.length; i++) {
    const ruling = segmentRuling(points[i - 1]!, points[i]!);
    if (ruling) rulings.push(ruling);
  }
  return rulings;
}

/** A dot of a dotted border is a piece of a horizontal or of a vertical line: only its neighbours tell. */
function dotRulings(box: BoundingBox): Ruling[] {
  const [x0, y0, x1, y1] = box;
  if (Math.max(x1 - x0, y1 - y0) > DOT_MAX || Math.min(x1 - x0, y1 - y0) < 0.2) return [];
  return [
    { axis: 'horizontal', position: (y0 + y1) / 2, from: x0, to: x1 },
    { axis: 'vertical', position: (x0 + x1) / 2, from: y0, to: y1 },
  ];
}

/** A thin filled shape is the line along its middle. */
function thinBoxRuling(box: BoundingBox): Ruling | undefined {
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  if (Math.min(width, height) > LINE_THICKNESS_MAX) return undefined;
  return width >= height
    ? segmentRuling([box[0], (box[1] + box[3]) / 2], [box[2], (box[1] + box[3]) / 2])
    : segmentRuling([(box[0] + box[2]) / 2, box[1]], [(box[0] + box[2]) / 2, box[3]]);
}

/** Skia fills a cell's border as the ring between two boxes. */
function ringRulings(outer: BoundingBox, inner: BoundingBox): Ruling[] {
  const sides: BoundingBox[] = [
    [outer[0], outer[1], outer[2], inner[1]],
    [outer[0], inner[3], outer[2], outer[3]],
    [outer[0], outer[1], inner[0], outer[3]],
    [inner[2], outer[1], outer[2], outer[3]],
  ];
  const thick = sides.map((side, i) => (i < 2 ? side[3] - side[1] : side[2] - side[0]));
  if (thick.some((t) => t < 0 || t > LINE_THICKNESS_MAX)) return [];
  return sides.flatMap((side, i) => (thick[i]! > 0 ? (thinBoxRuling(side) ?? []) : []));
}

function fillRulings(subpaths: Subpath[]): Ruling[] {
  const rulings: Ruling[] = [];
  let previousLarge: BoundingBox | undefined;
  for (const { points, curved } of subpaths) {
    const box = boxOf(points);
    const dots = dotRulings(box);
    const ruling = dots.length > 0 || curved ? undefined : thinBoxRuling(box);
    if (dots.length > 0) rulings.push(...dots);
    else if (ruling) rulings.push(ruling);
    else if (curved) continue;
    else {
      if (previousLarge) rulings.push(...ringRulings(previousLarge, box));
      previousLarge = box;
    }
  }
  return rulings;
}

/** The box that a path fills, where it is one rectangle and too large for a line. */
export function filledBox(data: ArrayLike<number>, matrix: Matrix): BoundingBox | undefined {
  const subpaths = readSubpaths(data, matrix);
  const [only] = subpaths;
  if (!only || subpaths.length > 1 || !isSquare(only)) return undefined;
  const box = boxOf(only.points);
  return Math.min(box[2] - box[0], box[3] - box[1]) > LINE_THICKNESS_MAX ? box : undefined;
}

/** An upright rectangle. */
export function isSquare({ points, curved }: Subpath): boolean {
  if (curved || points.length < 4 || points.length > 5) return false;
  const box = boxOf(points);
  return points.every(
    ([x, y]) =>
      Math.min(Math.abs(x - box[0]), Math.abs(x - box[2])) <= LEAN_MAX &&
      Math.min(Math.abs(y - box[1]), Math.abs(y - box[3])) <= LEAN_MAX,
  );
}

/**
 * The straight rulings that a painted path draws on the page.
 * @param data pdfjs's path array; `painted` says whether it is stroked, filled or both.
 */
export function pathRulings(
  data: ArrayLike<number>,
  matrix: Matrix,
  painted: { stroke: boolean; fill: boolean },
): Ruling[] {
  const subpaths = readSubpaths(data, matrix);
  const rulings = painted.stroke ? subpaths.flatMap(strokeRulings) : [];
  return painted.fill ? [...rulings, ...fillRulings(subpaths)] : rulings;
}

/** The part of a ruling inside a clip; absent when it is hidden. */
export function clipRuling(ruling: Ruling, clip: BoundingBox): Ruling | undefined {
  const [low, high, from, to] =
    ruling.axis === 'horizontal'
      ? [clip[1], clip[3], clip[0], clip[2]]
      : [clip[0], clip[2], clip[1], clip[3]];
  // Damaged numbers are NaN, which no comparison below would stop.
  if (![ruling.position, ruling.from, ruling.to].every(Number.isFinite)) return undefined;
  // A border on the edge of the clip is half drawn, hence the point of slack.
  if (ruling.position < low - 1 || ruling.position > high + 1) return undefined;
  const clipped = { ...ruling, from: Math.max(ruling.from, from), to: Math.min(ruling.to, to) };
  return clipped.to - clipped.from >= LINE_LENGTH_MIN ? clipped : undefined;
}
