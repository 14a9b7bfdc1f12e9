import type { BoundingBox } from '../../model/span.js';
import type { Ruling } from '../page/page-content.js';
import { buildLattices, type Lattice } from './build-lattice.js';

/** Smaller rectangles (points) are marks, larger ones than this share of the page are its ground. */
const SIDE_MIN = 5;
const PAGE_SHARE_MAX = 0.5;
/** A rectangle with as many others inside is the ground on which cells lie. */
const INSIDE_MIN = 4;
/** Cells fill this share of their table; where every second row is shaded, they do not. */
const COVER_MIN = 0.85;

const areaOf = ([x0, y0, x1, y1]: BoundingBox): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

const contains = (a: BoundingBox, b: BoundingBox): boolean =>
  a !== b && a[0] <= b[0] + 1 && a[1] <= b[1] + 1 && a[2] >= b[2] - 1 && a[3] >= b[3] - 1;

/**
 * Tables whose cells are filled one by one, with the ground between them for borders: white cells on a dark table.
 * @param fills filled rectangles of the page, which is `width` by `height` points
 */
export function fillLattices(fills: readonly BoundingBox[], width: number, height: number): Lattice[] {
  const boxes = fills.filter(
    (box) =>
      box[2] - box[0] >= SIDE_MIN &&
      box[3] - box[1] >= SIDE_MIN &&
      areaOf(box) < PAGE_SHARE_MAX * width * height,
  );
  const cells = boxes.filter((box) => boxes.filter((other) => contains(box, other)).length < INSIDE_MIN);
  const edges = cells.flatMap(([x0, y0, x1, y1]): Ruling[] => [
    { axis: 'horizontal', position: y0, from: x0, to: x1 },
    { axis: 'horizontal', position: y1, from: x0, to: x1 },
    { axis: 'vertical', position: x0, from: y0, to: y1 },
    { axis: 'vertical', position: x1, from: y0, to: y1 },
  ]);
  return buildLattices(edges).filter(({ box, xs, ys }) => {
    const own = cells.filter((cell) => contains(box, cell));
    const covered = own.reduce((sum, cell) => sum + areaOf(cell), 0);
    return xs.length > 2 && ys.length > 2 && own.length >= INSIDE_MIN && covered >= COVER_MIN * areaOf(box);
  });
}
