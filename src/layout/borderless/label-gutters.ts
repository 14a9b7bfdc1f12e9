import { CHUNK_GAP_EMS, type Chunk } from '../page/chunks.js';
import type { Interval } from '../page/column-gaps.js';
import type { FigureRow } from '../page/figure-rows.js';

/** A blank strip between two columns of labels, beside the rows `from` to `to` (both included). */
export interface Gutter {
  x: number;
  /** Its sides (points): the nearest texts. */
  left: number;
  right: number;
  from: number;
  to: number;
}

/** The rows of figures beside which no label stands in a strip. */
interface Run {
  from: number;
  to: number;
  left: number;
  right: number;
}

/** In fewer rows than these, two texts may leave a gap by chance. */
const ROWS_MIN = 2;

/**
 * Finds the strips that no label crosses in consecutive rows, with labels on both sides:
 *
 *     一、本年新收申请数量        1
 *     三、  |（一）予以公开       2      the strip begins here
 *     本年  |（二）部分公开       3      and ends where a label crosses it, or the rows end
 */
export function labelGutters(labels: readonly Chunk[], rows: readonly FigureRow[]): Gutter[] {
  const besideRow: Chunk[][] = rows.map(() => []);
  for (const label of labels) besideRow[nearestRow(label, rows)]?.push(label);
  const found: (Run & { width: number })[] = [];
  for (const { x1, size } of labels) {
    for (const run of runsAt({ x0: x1, x1: x1 + CHUNK_GAP_EMS * size }, besideRow)) {
      if (run.to - run.from + 1 >= ROWS_MIN) found.push({ ...run, width: run.right - run.left });
    }
  }
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || b.width - a.width);
  const gutters: Gutter[] = [];
  for (const run of found) {
    const isKnown = gutters.some(
      (other) =>
        run.from <= other.to && run.to >= other.from && run.left < other.right && run.right > other.left,
    );
    const { left, right, from, to } = run;
    if (!isKnown) gutters.push({ x: (left + right) / 2, left, right, from, to });
  }
  return gutters;
}

export function nearestRow(chunk: Chunk, rows: readonly FigureRow[]): number {
  let best = 0;
  rows.forEach(({ baseline }, i) => {
    const distance = Math.abs(baseline - chunk.baseline);
    if (distance < Math.abs(rows[best]!.baseline - chunk.baseline)) best = i;
  });
  return best;
}

function runsAt(strip: Interval, besideRow: readonly Chunk[][]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  const close = (end: number): void => {
    const labels = besideRow.slice(from, end).flat();
    const left = labels.filter((label) => label.x1 <= strip.x0);
    const right = labels.filter((label) => label.x0 >= strip.x1);
    const rowsWithRight = besideRow
      .slice(from, end)
      .filter((row) => row.some((label) => label.x0 >= strip.x1));
    if (left.length === 0 || rowsWithRight.length < 0.6 * (end - from)) return;
    runs.push({
      from,
      to: end - 1,
      left: Math.max(...left.map(({ x1 }) => x1)),
      right: Math.min(...right.map(({ x0 }) => x0)),
    });
  };
  besideRow.forEach((labels, row) => {
    if (!labels.some((label) => label.x0 < strip.x1 && label.x1 > strip.x0)) return;
    if (row > from) close(row);
    from = row + 1;
  });
  if (besideRow.length > from) close(besideRow.length);
  return runs;
}
