import type { CellAddress } from '../model/template.js';
import { gapOf, isSame, signIn, type TableSum, type TableSums } from './table-sums.js';

interface Rival {
  address: CellAddress;
  /** The number that would make the sums hold. */
  to: number;
}

/** Of two wrong cells at once, every pair and every gap is tried: more cells than this are only named. */
const PAIRED_MAX = 40;

/** All ways to make the sums hold by changing one of the cells; no number below zero. */
export const loneExplanations = (cells: readonly CellAddress[], book: TableSums): Rival[] =>
  closings(cells, ...stateOf(cells, book), book);

/** Likewise, or, where there is no such cell, by changing two of them. Empty if neither does. */
export function rivalExplanations(cells: readonly CellAddress[], book: TableSums): Rival[][] {
  const [sums, gaps] = stateOf(cells, book);
  const alone = closings(cells, sums, gaps, book).map((rival) => [rival]);
  if (alone.length > 0 || cells.length > PAIRED_MAX) return alone;
  const sizes = new Set(gaps.filter((gap) => gap !== 0).flatMap((gap) => [gap, -gap]));
  return cells.flatMap((address, index) =>
    [...sizes].flatMap((change) => {
      const to = (book.printed(address) ?? 0) + change;
      if (to < 0) return [];
      const left = gaps.map((gap, i) => gap + signIn(sums[i]!, address) * change);
      // Each pair once: the second comes behind the first.
      return closings(cells.slice(index + 1), sums, left, book).map((second) => [{ address, to }, second]);
    }),
  );
}

/** The sums that count one of the cells, and their gaps. */
function stateOf(cells: readonly CellAddress[], book: TableSums): [TableSum[], number[]] {
  const sums = book.sums.filter(
    (sum) =>
      sum.relation === 'equals' &&
      sum.status !== 'not-evaluable' &&
      cells.some((address) => signIn(sum, address) !== 0),
  );
  return [sums, sums.map((sum) => gapOf(sum, book) ?? 0)];
}

/** The single changes that close all gaps. */
function closings(cells: readonly CellAddress[], sums: TableSum[], gaps: number[], book: TableSums): Rival[] {
  const failing = gaps.findIndex((gap) => gap !== 0);
  if (failing < 0) return [];
  return cells.flatMap((address) => {
    const sign = signIn(sums[failing]!, address);
    if (sign === 0) return [];
    const change = -gaps[failing]! * sign;
    const to = (book.printed(address) ?? 0) + change;
    const closes = sums.every((sum, i) => gaps[i]! + signIn(sum, address) * change === 0);
    return closes && to >= 0 ? [{ address, to }] : [];
  });
}

/** Cells that share a sum, or share it through other cells of the list, are together. */
export function clustersOf<T extends CellAddress>(cells: T[], { sums }: TableSums): T[][] {
  const clusters: T[][] = [];
  const left = new Set(cells);
  for (const first of cells) {
    if (!left.delete(first)) continue;
    const cluster = [first];
    // The cluster grows while it is walked.
    for (const member of cluster) {
      const own = sums.filter((sum) => signIn(sum, member) !== 0);
      for (const other of left) {
        if (!own.some((sum) => signIn(sum, other) !== 0)) continue;
        left.delete(other);
        cluster.push(other);
      }
    }
    clusters.push(cells.filter((cell) => cluster.some((member) => isSame(member, cell))));
  }
  return clusters;
}
