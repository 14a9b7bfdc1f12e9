import type { GlyphOutline } from '../../../src/layout/page/glyph-outline.js';

interface Point {
  x: number;
  y: number;
  isOn: boolean;
}

/** A digit has some fifty. */
const POINTS_MAX = 2000;
/** A curve is as good as so many straight pieces. */
const PIECES = 4;
const ON_CURVE = 1;
const REPEATS = 8;

/** The outline of a simple glyph that stands at `start` of the table; null for one that is made of others. */
export function readGlyph(glyf: DataView, start: number): GlyphOutline | null {
  const lines = glyf.getInt16(start);
  if (lines <= 0 || lines > POINTS_MAX) return null;
  const ends = Array.from({ length: lines }, (_, i) => glyf.getUint16(start + 10 + i * 2));
  const count = ends.at(-1)! + 1;
  if (count > POINTS_MAX) return null;
  let at = start + 10 + lines * 2;
  at += 2 + glyf.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyf.getUint8(at++);
    const times = (flag & REPEATS) === 0 ? 1 : glyf.getUint8(at++) + 1;
    for (let i = 0; i < times && flags.length < count; i++) flags.push(flag);
  }
  /** Coordinates are steps: of one byte with its sign among the flags, of two, or none. */
  const readSteps = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += glyf.getUint8(at++) * ((flag & same) === 0 ? -1 : 1);
      else if ((flag & same) === 0) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readSteps(2, 16);
  const ys = readSteps(4, 32);
  const points = flags.map((flag, i): Point => ({ x: xs[i]!, y: ys[i]!, isOn: (flag & ON_CURVE) !== 0 }));
  return ends.map((end, i) => straightened(points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1)));
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true });

/** Curves as short straight pieces. Between two points that are off the curve one is on it. */
function straightened(points: readonly Point[]): [number, number][] {
  const full = points.flatMap((point, i): Point[] => {
    const next = points[(i + 1) % points.length]!;
    return point.isOn || next.isOn ? [point] : [point, between(point, next)];
  });
  return full.flatMap((point, i): [number, number][] => {
    if (point.isOn) return [[point.x, point.y]];
    const [a, b] = [full.at(i - 1)!, full[(i + 1) % full.length]!];
    return Array.from({ length: PIECES - 1 }, (_, k) => {
      const t = (k + 1) / PIECES;
      const mix = (p: number, q: number, r: number) => (1 - t) ** 2 * p + 2 * t * (1 - t) * q + t ** 2 * r;
      return [mix(a.x, point.x, b.x), mix(a.y, point.y, b.y)];
    });
  });
}
