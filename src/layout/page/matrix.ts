import type { BoundingBox } from '../../model/span.js';

/** PDF's affine matrix [a b c d e f]: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function transformPoint(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The upright box around a transformed box. */
export function transformBox(m: Matrix, box: ArrayLike<number>): BoundingBox {
  const [x0, y0, x1, y1] = [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0];
  const corners = [
    transformPoint(m, x0, y0),
    transformPoint(m, x1, y0),
    transformPoint(m, x0, y1),
    transformPoint(m, x1, y1),
  ];
  const xs = corners.map((point) => point[0]);
  const ys = corners.map((point) => point[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What both boxes cover; an empty box (x1 <= x0) where they do not meet. */
export function intersectBoxes(a: BoundingBox, b: BoundingBox): BoundingBox {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** The box around both. */
export function uniteBoxes(a: BoundingBox, b: BoundingBox): BoundingBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Numbers of a matrix read from a file: anything that is no finite number makes it the identity. */
export function toMatrix(value: unknown): Matrix {
  const list = value as ArrayLike<unknown> | null | undefined;
  if (list?.length !== 6) return IDENTITY;
  const numbers = Array.from(list, Number);
  return numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : IDENTITY;
}
