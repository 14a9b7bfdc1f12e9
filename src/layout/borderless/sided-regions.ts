import type { BoundingBox } from '../../model/span.js';
import { linesOf } from '../page/chunk-lines.js';
import { type Chunk, chunkBottom, chunkCentre, chunkTop } from '../page/chunks.js';
import type { Ruling } from '../page/page-content.js';
import { LINE_SLACK } from '../ruled/build-lattice.js';
import type { TableRegion } from './infer-borders.js';

/** Fewer lines with texts on both sides of a border may be prose beside a line. */
const PARTED_LINES_MIN = 2;

/**
 * Tables of which only the vertical borders are drawn:
 *
 *     |  信息内容  |  件数  |  合计  |      two sides of one height, and between them borders that are no
 *     |      第二十条第五项          |      longer: the title of a section interrupts them
 *     |  行政许可  |   4    |   4    |
 */
export function sidedRegions(chunks: readonly Chunk[], rulings: readonly Ruling[]): TableRegion[] {
  const vertical = rulings.filter(({ axis }) => axis === 'vertical');
  const regions: TableRegion[] = [];
  for (const side of [...vertical].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const sides = vertical.filter((other) => isAsHigh(side, other));
    const positions = sides.map(({ position }) => position);
    const box: BoundingBox = [Math.min(...positions), side.from, Math.max(...positions), side.to];
    if (regions.some((region) => meets(region.box, box))) continue;
    const region = { chunks: chunks.filter((chunk) => isIn(chunk, box)), box, rulings: inside(rulings, box) };
    if (isParted(region)) regions.push(region);
  }
  return regions;
}

const isAsHigh = (a: Ruling, b: Ruling): boolean =>
  Math.abs(a.from - b.from) <= LINE_SLACK && Math.abs(a.to - b.to) <= LINE_SLACK;

const meets = (a: BoundingBox, b: BoundingBox): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

const isIn = (chunk: Chunk, [x0, y0, x1, y1]: BoundingBox): boolean =>
  chunkTop(chunk) > y0 - 1 &&
  chunkBottom(chunk) < y1 + 1 &&
  chunkCentre(chunk) > x0 &&
  chunkCentre(chunk) < x1;

const inside = (rulings: readonly Ruling[], [x0, y0, x1, y1]: BoundingBox): Ruling[] =>
  rulings.filter(({ axis, position, from, to }) => {
    const [along, across] =
      axis === 'vertical' ? [[y0, y1] as const, [x0, x1] as const] : [[x0, x1] as const, [y0, y1] as const];
    return (
      position >= across[0] - LINE_SLACK &&
      position <= across[1] + LINE_SLACK &&
      from >= along[0] - LINE_SLACK &&
      to <= along[1] + LINE_SLACK
    );
  });

/** A border between the sides parts the texts of several lines, and none of them from itself. */
function isParted({ chunks, box, rulings }: TableRegion): boolean {
  const inner = rulings.filter(
    ({ axis, position }) =>
      axis === 'vertical' && position > box[0] + LINE_SLACK && position < box[2] - LINE_SLACK,
  );
  const beside = ({ from, to }: Ruling) => chunks.filter(({ baseline }) => baseline > from && baseline < to);
  const isCrossed = inner.some((border) =>
    beside(border).some(({ x0, x1 }) => x0 < border.position - 1 && x1 > border.position + 1),
  );
  const parted = inner.flatMap((border) =>
    linesOf(beside(border)).filter(({ x0, x1 }) => x0 < border.position && x1 > border.position),
  );
  return !isCrossed && new Set(parted.map(({ baseline }) => baseline)).size >= PARTED_LINES_MIN;
}
