import { type Chunk, chunkCentre } from '../page/chunks.js';
import { columnsUnder, type Interval } from '../page/column-gaps.js';
import { sameLine } from '../page/figure-rows.js';

/** The middle of a heading is that of its columns but for this (points), or its sides are theirs. */
const CENTRE_SLACK = 4;
const SIDE_SLACK = 1.5;
/** More columns than these have no form. */
const COLUMNS_MAX = 40;

type Span = [number, number];

/**
 * The columns over which each heading stands. One over several columns is narrower than they are, and stands over their
 * middle, or over their left side:
 *
 *          行政复议                 over the columns on whose lowest headings no other one of its line stands,
 *     维持 纠正 其他 尚未 总计      and whose middle is its own
 */
export function headSpans(heads: readonly Chunk[], columns: readonly Interval[]): (head: Chunk) => Span {
  const own = new Map(heads.map((head) => [head, columnsUnder(head, columns)]));
  if (columns.length > COLUMNS_MAX) return (head) => own.get(head)!;
  const leaves = columns.map((_, column) => leafMiddle(column, heads, own));
  return (head) => widened(head, { heads, columns, own, leaves });
}

interface Headings {
  heads: readonly Chunk[];
  columns: readonly Interval[];
  own: ReadonlyMap<Chunk, Span>;
  /** Of each column: the middle of its lowest heading, which stands over no other column. */
  leaves: readonly (number | undefined)[];
}

function leafMiddle(column: number, heads: readonly Chunk[], own: Headings['own']): number | undefined {
  const alone = heads.filter((head) => own.get(head)![0] === column && own.get(head)![1] === column);
  const last = alone.at(-1);
  if (!last) return undefined;
  // The lines of one text stand close to each other.
  let first = last;
  for (const head of [...alone].reverse())
    if (first.baseline - head.baseline <= LEADING_MAX_EMS * head.size) first = head;
  return (first.baseline + last.baseline) / 2;
}

const LEADING_MAX_EMS = 1.55;

function widened(head: Chunk, { heads, columns, own, leaves }: Headings): Span {
  const [from, to] = own.get(head)!;
  const leaf = leaves[from];
  const isAbove = (column: number): boolean =>
    leaf !== undefined && leaves[column] !== undefined && Math.abs(leaves[column]! - leaf) <= 0.4 * head.size;
  for (let column = from; column <= to; column++) if (!isAbove(column)) return [from, to];
  if (leaf === undefined || leaf <= head.baseline + 0.5 * head.size) return [from, to];
  const others = heads
    .filter((other) => other !== head && sameLine(other, head))
    .map((other) => own.get(other)!);
  const isFree = (column: number): boolean =>
    isAbove(column) && !others.some(([first, last]) => column >= first && column <= last);
  let [left, right] = [from, to];
  while (left > 0 && isFree(left - 1)) left--;
  while (right < columns.length - 1 && isFree(right + 1)) right++;
  return bestSpan(head, columns, { from, to, left, right });
}

/** Of the spans that a heading may have, the widest that fits it. */
function bestSpan(
  head: Chunk,
  columns: readonly Interval[],
  { from, to, left, right }: { from: number; to: number; left: number; right: number },
): Span {
  let best: { span: Span; width: number; miss: number } | undefined;
  for (let first = left; first <= from; first++) {
    for (let last = right; last >= to; last--) {
      const [x0, x1] = [columns[first]!.x0, columns[last]!.x1];
      const miss = Math.abs(chunkCentre(head) - (x0 + x1) / 2);
      const isBeside = Math.abs(head.x0 - x0) <= SIDE_SLACK || Math.abs(head.x1 - x1) <= SIDE_SLACK;
      if (miss > CENTRE_SLACK && !isBeside) continue;
      const width = last - first;
      const isBetter =
        !best || (isBeside || miss < 1 || best.miss - miss < 1 ? width > best.width : miss < best.miss);
      if (isBetter) best = { span: [first, last], width, miss };
    }
  }
  return best?.span ?? [from, to];
}
