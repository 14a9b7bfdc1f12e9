import type { BoundingBox } from '../../model/span.js';
import { hasFigure, type Line, linesOf, SECTION_HEADING } from '../page/chunk-lines.js';
import { chunkBottom, chunkTop } from '../page/chunks.js';
import { labelEdgeOf } from '../page/figure-rows.js';
import type { TableRegion } from './infer-borders.js';

/** A heading of a table names at least as many columns. */
const HEADS_MIN = 2;

/**
 * Cuts a region at the headings of sections that stand between two tables:
 *
 *     四、结转下年度继续办理      1   2      a label: figures beside it
 *     四、行政复议情况                       a heading: alone, and names of columns under it
 *        行政复议      行政诉讼              before any figure
 *      维持  纠正     维持  纠正
 */
export function cutAtHeadings(region: TableRegion): TableRegion[] {
  const lines = linesOf(region.chunks);
  const edge = labelEdgeOf(region.chunks);
  const headings = lines.filter((line, i) => isHeading(line, lines.slice(i + 1), edge));
  if (headings.length === 0) return [region];
  const ends = [...headings.map(({ baseline }) => baseline), Number.POSITIVE_INFINITY];
  return ends.flatMap((end, i) => between(region, ends[i - 1] ?? Number.NEGATIVE_INFINITY, end));
}

/** Whether names of columns follow before any figure does. */
function isHeading({ chunks }: Line, below: readonly Line[], edge: number): boolean {
  if (chunks.length > 1 || !SECTION_HEADING.test(chunks[0]!.text)) return false;
  const end = below.findIndex(hasFigure);
  const heads = below.slice(0, end < 0 ? below.length : end).flatMap((line) => line.chunks);
  return heads.filter(({ x0 }) => x0 > edge).length >= HEADS_MIN;
}

/** The part of a region between two baselines, without what stands on them. */
function between({ chunks, box, rulings }: TableRegion, from: number, to: number): TableRegion[] {
  const own = chunks.filter(({ baseline, size }) => baseline > from + size / 2 && baseline < to - size / 2);
  if (own.length === 0) return [];
  const lines = rulings.filter(({ position }) => position > from && position < to);
  const across = lines.filter(({ axis }) => axis === 'horizontal').map(({ position }) => position);
  const isFirst = !Number.isFinite(from);
  const isLast = !Number.isFinite(to);
  const part: BoundingBox = [
    box[0],
    isFirst ? box[1] : Math.min(...across, ...own.map(chunkTop)),
    box[2],
    isLast ? box[3] : Math.max(...across, ...own.map(chunkBottom)),
  ];
  return [{ chunks: own, box: part, rulings: lines }];
}
