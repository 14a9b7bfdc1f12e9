import type { InkMask } from './ink-mask.js';

/** Scans lie askew by less than this (degrees). */
const SKEW_MAX = 6;
/** Upper edges of print that are looked at: enough for any page. */
const EDGES_MAX = 120_000;

/** From coarse to fine: the step in degrees, and the height in pixels that counts as one level. */
const PASSES = [
  { step: 0.25, level: 4 },
  { step: 0.05, level: 2 },
  { step: 0.01, level: 1.5 },
];

/**
 * By how many degrees the lines of a page fall to the right (negative: rise). Upright lines of print and rulings pile up
 * their upper edges on few levels; at any other angle the edges spread.
 * @returns 0 where nothing stands on the page
 */
export function findSkew(mask: InkMask): number {
  const edges = upperEdges(mask);
  if (edges.xs.length === 0) return 0;
  let best = 0;
  let reach = SKEW_MAX;
  for (const { step, level } of PASSES) {
    const steps = Math.round(reach / step);
    let bestPile = -1;
    const centre = best;
    for (let i = -steps; i <= steps; i++) {
      const angle = centre + i * step;
      const pile = pileAt(edges, angle, level, mask);
      // Of equal piles the most upright wins.
      if (pile > bestPile || (pile === bestPile && Math.abs(angle) < Math.abs(best))) {
        bestPile = pile;
        best = angle;
      }
    }
    reach = 2 * step;
  }
  return Math.round(best * 100) / 100;
}

interface Edges {
  xs: Int32Array;
  ys: Int32Array;
}

function upperEdges({ width, height, bits }: InkMask): Edges {
  let count = 0;
  for (let i = width; i < bits.length; i++) if (bits[i] === 1 && bits[i - width] === 0) count++;
  const every = Math.max(1, Math.ceil(count / EDGES_MAX));
  const kept = Math.floor(count / every);
  const xs = new Int32Array(kept);
  const ys = new Int32Array(kept);
  let seen = 0;
  for (let y = 1; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (bits[i] !== 1 || bits[i - width] !== 0) continue;
      seen++;
      if (seen % every === 0) {
        xs[seen / every - 1] = x;
        ys[seen / every - 1] = y;
      }
    }
  }
  return { xs, ys };
}

/** Levels are told apart this finely, and each edge counts for its neighbourhood: else whole pixels would pile up best at angle 0. */
const PARTS = 4;

/** Sum of the squares of how many edges stand about each level. */
function pileAt({ xs, ys }: Edges, degrees: number, level: number, { width, height }: InkMask): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const lift = Math.ceil(Math.abs(slope) * width);
  const counts = new Float64Array(Math.ceil(((height + 2 * lift) * PARTS) / level) + PARTS);
  for (let i = 0; i < xs.length; i++) {
    counts[Math.floor(((ys[i]! - xs[i]! * slope + lift) * PARTS) / level)]!++;
  }
  let pile = 0;
  let near = 0;
  for (let i = 0; i < counts.length; i++) {
    near += counts[i]! - (i >= PARTS ? counts[i - PARTS]! : 0);
    pile += near * near;
  }
  return pile;
}
