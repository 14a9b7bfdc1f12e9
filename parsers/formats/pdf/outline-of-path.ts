import type { GlyphOutline } from '../../../src/layout/page/glyph-outline.js';

const COMMAND = /([MLQCZ])([^MLQCZ]*)/gu;
/** A curve is as good as so many straight pieces. */
const PIECES = 4;
const PATH_CHARS_MAX = 100_000;

/** The outline of a glyph as pdfjs writes it, in the language of SVG paths; null where it is none. */
export function outlineOfPath(path: string): GlyphOutline | null {
  if (path.length > PATH_CHARS_MAX) return null;
  const outline: [number, number][][] = [];
  for (const [, command, text] of path.matchAll(COMMAND)) {
    const numbers = (text!.match(/-?[\d.]+(?:e-?\d+)?/gu) ?? []).map(Number);
    if (command === 'M') outline.push([[numbers[0]!, numbers[1]!]]);
    const line = outline.at(-1);
    if (line === undefined || numbers.some(Number.isNaN)) return null;
    if (command === 'L') line.push([numbers[0]!, numbers[1]!]);
    if (command === 'Q' || command === 'C') {
      const points = [line.at(-1)!, ...pairs(numbers)];
      for (let piece = 1; piece <= PIECES; piece++) line.push(onCurve(points, piece / PIECES));
    }
  }
  return outline;
}

function pairs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) found.push([numbers[at]!, numbers[at + 1]!]);
  return found;
}

/** De Casteljau: the points of a curve are mixed until one is left. */
function onCurve(points: readonly [number, number][], share: number): [number, number] {
  let left = points;
  while (left.length > 1)
    left = left
      .slice(1)
      .map(([x, y], i) => [left[i]![0] + share * (x - left[i]![0]), left[i]![1] + share * (y - left[i]![1])]);
  return left[0]!;
}
