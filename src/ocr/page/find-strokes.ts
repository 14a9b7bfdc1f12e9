import type { InkMask } from './ink-mask.js';

/**
 * A long thin horizontal stroke, in pixels. It may be slightly bent: `y` gives its middle at each x from `from` on.
 */
export interface Stroke {
  from: number;
  /** Exclusive. */
  to: number;
  y: Float32Array;
  /** How many pixels high it is, usually. */
  thickness: number;
}

export interface StrokeLimits {
  /** Shorter strokes are parts of characters, pixels. */
  lengthMin: number;
  /** Higher ones are bars or pictures, pixels. */
  thicknessMax: number;
  /** A line of a page is bent by less than this and a share of its length, pixels; the ring of a seal by more. */
  bendMax: number;
  /** Gaps of at most this many pixels do not end a stroke: weak print, dotted lines. */
  gapMax: number;
}

/** So much of a stroke must be drawn, and be thin: a line of text is neither. */
const COVER_MIN = 0.88;
const THIN_MIN = 0.8;
/** A dotted or worn line is less drawn, but long: so many times the shortest stroke. The ring of a seal may run along it. */
const WORN_COVER_MIN = 0.45;
const HIDDEN_THIN_MIN = 0.5;
const WORN_LENGTHS = 10;
/** The middle of a stroke strays this far (pixels, on average) from a smooth line; that of text strays further. */
const STRAY_MAX = 0.6;
const BEND_SHARE = 0.004;
/** So large a share of its columns may belong to something else. */
const STRANGERS_MAX = 0.15;
/** Columns over which a stroke is taken to be straight. */
const SMOOTH_OVER = 24;

interface Run {
  y: number;
  from: number;
  to: number;
  group: number;
}

/** Finds long thin strokes. For vertical ones, give the transposed mask. */
export function findStrokes(mask: InkMask, limits: StrokeLimits): Stroke[] {
  const groups = groupRuns(longRuns(mask, limits));
  return groups
    .flatMap((runs) => toStrokes(runs, mask, limits))
    .sort((a, b) => a.y[0]! - b.y[0]! || a.from - b.from);
}

/**
 * Runs of ink long enough for a stroke. A row takes in the rows above and below it, so that a stroke that leans by a pixel or two
 * over the page is a few long runs instead of many short ones.
 */
function longRuns({ width, height, bits }: InkMask, { lengthMin, gapMax }: StrokeLimits): Run[] {
  const runs: Run[] = [];
  const none = new Uint8Array(width);
  for (let y = 0; y < height; y++) {
    const own = bits.subarray(y * width, (y + 1) * width);
    const above = y > 0 ? bits.subarray((y - 1) * width, y * width) : none;
    const below = y + 1 < height ? bits.subarray((y + 1) * width, (y + 2) * width) : none;
    let from = -1;
    let last = -1;
    for (let x = 0; x <= width; x++) {
      const isInk = x < width && (own[x]! | above[x]! | below[x]!) === 1;
      if (isInk) {
        if (from < 0) from = x;
        last = x;
      } else if (from >= 0 && (x === width || x - last > gapMax)) {
        if (last + 1 - from >= lengthMin) runs.push({ y, from, to: last + 1, group: runs.length });
        from = -1;
      }
    }
  }
  return runs;
}

/** Runs in neighbouring rows that overlap are of one stroke. */
function groupRuns(runs: Run[]): Run[][] {
  const rootOf = (index: number): number => {
    let root = index;
    while (runs[root]!.group !== root) root = runs[root]!.group;
    runs[index]!.group = root;
    return root;
  };
  let above = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    while (runs[above]!.y < run.y - 1) above++;
    for (let j = above; j < i && runs[j]!.y < run.y; j++) {
      const other = runs[j]!;
      if (other.from <= run.to && run.from <= other.to) run.group = runs[i]!.group = joined(rootOf(i), j);
    }
  }
  const groups = new Map<number, Run[]>();
  for (let i = 0; i < runs.length; i++) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(runs[i]!);
    else groups.set(root, [runs[i]!]);
  }
  return [...groups.values()];

  function joined(root: number, j: number): number {
    const other = rootOf(j);
    const [low, high] = root < other ? [root, other] : [other, root];
    runs[high]!.group = low;
    return low;
  }
}

/** What of a group is drawn and thin. A group may hold a stroke that runs into a dark piece. */
function toStrokes(runs: readonly Run[], mask: InkMask, limits: StrokeLimits): Stroke[] {
  const from = runs.reduce((least, run) => Math.min(least, run.from), Number.POSITIVE_INFINITY);
  const to = runs.reduce((most, run) => Math.max(most, run.to), 0);
  const tops = new Int32Array(to - from).fill(-1);
  const bottoms = new Int32Array(to - from);
  for (const run of runs) {
    for (let x = run.from - from; x < run.to - from; x++) {
      if (tops[x] === -1) tops[x] = run.y;
      bottoms[x] = run.y;
    }
  }
  const y = new Float32Array(to - from).fill(Number.NaN);
  const heights: number[] = [];
  for (let x = 0; x < to - from; x++) {
    const { top, bottom } = inkAt(mask, from + x, tops[x]!, bottoms[x]!, limits.thicknessMax);
    heights.push(bottom - top);
    if (bottom > top && bottom - top <= limits.thicknessMax) y[x] = (top + bottom - 1) / 2;
  }
  // At its ends a stroke runs into those that it meets: only what lies between tells whether it is one.
  const own = heights.slice(
    y.findIndex((middle) => !Number.isNaN(middle)),
    y.findLastIndex((middle) => !Number.isNaN(middle)) + 1,
  );
  const drawn = own.filter((height) => height > 0).sort((a, b) => a - b);
  const thickness = drawn[drawn.length >> 1];
  if (thickness === undefined || thickness > limits.thicknessMax) return [];
  const isLong = to - from >= WORN_LENGTHS * limits.lengthMin;
  if (drawn.length < (isLong ? WORN_COVER_MIN : COVER_MIN) * own.length) return [];
  const thinMax = Math.max(thickness + 2, 1.5 * thickness);
  const thin = drawn.filter((height) => height <= thinMax);
  if (thin.length < (isLong ? HIDDEN_THIN_MIN : THIN_MIN) * drawn.length) return [];
  if (isLong) for (const [x, height] of heights.entries()) if (height > thinMax) y[x] = Number.NaN;
  const bendMax = limits.bendMax + BEND_SHARE * y.length;
  dropStrangers(y, bendMax);
  fillBetween(y);
  if (strayOf(y) > STRAY_MAX) return [];
  if (bendOf(y) > bendMax) return [];
  return [{ from, to, y, thickness }];
}

/** What stands on the stroke, as the star of a seal, is not part of it: a few columns whose ink is far from its course. */
function dropStrangers(y: Float32Array, bendMax: number): void {
  const known = [...y.keys()].filter((x) => !Number.isNaN(y[x]!));
  const quarter = known.length >> 2;
  if (quarter === 0) return;
  const [first, last] = [known.slice(0, quarter), known.slice(-quarter)];
  const [x0, x1] = [medianOf(first), medianOf(last)];
  const [y0, y1] = [medianOf(first.map((x) => y[x]!)), medianOf(last.map((x) => y[x]!))];
  const strangers = known.filter((x) => Math.abs(y[x]! - y0 - ((y1 - y0) * (x - x0)) / (x1 - x0)) > bendMax);
  if (strangers.length <= STRANGERS_MAX * known.length) for (const x of strangers) y[x] = Number.NaN;
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** How far the middle of the stroke is from the straight line between its ends. */
function bendOf(y: Float32Array): number {
  const [first, middle, last] = [y[0]!, y[y.length >> 1]!, y.at(-1)!];
  return Math.abs(middle - (first + last) / 2);
}

/** How far the middle strays on average from that of its neighbourhood. */
function strayOf(y: Float32Array): number {
  const sums = new Float64Array(y.length + 1);
  for (let x = 0; x < y.length; x++) sums[x + 1] = sums[x]! + y[x]!;
  let stray = 0;
  for (let x = 0; x < y.length; x++) {
    const half = Math.min(SMOOTH_OVER >> 1, x, y.length - 1 - x);
    const mean = (sums[x + half + 1]! - sums[x - half]!) / (2 * half + 1);
    stray += Math.abs(y[x]! - mean);
  }
  return stray / Math.max(1, y.length);
}

/** The ink of one column that touches the rows of the stroke; at most a little more than a stroke is followed. */
function inkAt(
  { width, height, bits }: InkMask,
  x: number,
  first: number,
  last: number,
  thicknessMax: number,
): { top: number; bottom: number } {
  let start = Math.max(0, first);
  while (start <= last && start < height && bits[start * width + x] === 0) start++;
  if (start > last || start >= height) return { top: 0, bottom: 0 };
  let top = start;
  while (top > 0 && start - top <= thicknessMax && bits[(top - 1) * width + x] === 1) top--;
  let bottom = start + 1;
  while (bottom < height && bottom - top <= thicknessMax && bits[bottom * width + x] === 1) bottom++;
  return { top, bottom };
}

/** Where something crosses the stroke its middle is that of its neighbours. */
function fillBetween(y: Float32Array): void {
  let last = -1;
  for (let x = 0; x < y.length; x++) {
    if (Number.isNaN(y[x]!)) continue;
    for (let i = last + 1; i < x; i++) {
      y[i] = last < 0 ? y[x]! : y[last]! + ((y[x]! - y[last]!) * (i - last)) / (x - last);
    }
    last = x;
  }
  for (let i = last + 1; i < y.length; i++) y[i] = last < 0 ? 0 : y[last]!;
}
