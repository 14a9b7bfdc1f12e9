import type { Chunk } from './chunks.js';
import type { TableSection } from './figure-rows.js';

/** What stands in one column, from its left to its right end (points). */
export interface Interval {
  x0: number;
  x1: number;
}

const overlaps = (a: Interval, b: Interval): boolean => a.x0 < b.x1 && a.x1 > b.x0;
const unite = (a: Interval, b: Interval): Interval => ({
  x0: Math.min(a.x0, b.x0),
  x1: Math.max(a.x1, b.x1),
});

/**
 * The columns of figures of a section. Figures make them; a heading over one column makes it wider, and one over none is a
 * column without figures. A heading over several columns says nothing about them.
 */
export function columnsOf({ rows, heads, corner }: TableSection): Interval[] {
  let columns: Interval[] = [];
  const add = (item: Interval): void => {
    const met = columns.filter((column) => overlaps(column, item));
    columns = [...columns.filter((column) => !met.includes(column)), met.reduce(unite, item)];
  };
  for (const row of rows) for (const { x0, x1 } of row.chunks) add({ x0, x1 });
  const fromBelow = [...heads].sort((a, b) => b.baseline - a.baseline || a.x1 - a.x0 - (b.x1 - b.x0));
  // What stands alone over a heading is the title of all its columns.
  const top = Math.min(...[...heads, ...corner].map(({ baseline }) => baseline));
  const topLine = [...heads, ...corner].filter((head) => head.baseline < top + 0.5 * head.size);
  const isTitle = (head: Chunk) => topLine.length === 1 && topLine[0] === head && heads.length > 1;
  for (const head of fromBelow) {
    const { x0, x1 } = head;
    const met = columns.filter((column) => overlaps(column, { x0, x1 }));
    if (met.length === 1 || (met.length === 0 && !isTitle(head))) add({ x0, x1 });
  }
  return columns.sort((a, b) => a.x0 - b.x0);
}

/** The columns over which a heading stands, as indices from and to (both included); one that lies between two belongs to both. */
export function columnsUnder({ x0, x1 }: Chunk, columns: readonly Interval[]): [number, number] {
  const met = columns.flatMap((column, index) => (overlaps(column, { x0, x1 }) ? [index] : []));
  if (met.length > 0) return [met[0]!, met.at(-1)!];
  const after = columns.findIndex((column) => column.x0 >= x1);
  const next = after < 0 ? columns.length - 1 : after;
  return [Math.max(0, next - 1), next];
}
