import type { Ruling } from '../../layout/page/page-content.js';
import { findStrokes, type Stroke, type StrokeLimits } from './find-strokes.js';
import { type InkMask, transpose } from './ink-mask.js';

/** A ruling of a scanned table, with the stroke that draws it. */
export interface DrawnRuling extends Ruling {
  stroke: Stroke;
}

/** Points. A column is wider than this, and the horizontal strokes of a character are shorter. */
const HORIZONTAL_MIN = 15;
/** A row of the smallest print is higher; upright strokes of large characters are longer, but touch no ruling. */
const VERTICAL_MIN = 8;
/** A stroke this long is a line, whatever it touches: strokes of neighbouring characters may make a shorter one. */
const SURE_LENGTH = { horizontal: 110, vertical: 40 };
const THICKNESS_MAX = 3.2;
const GAP_MAX = 1.4;
const BEND_MAX = 0.8;
/** A border reaches the one that it meets within this. */
const REACH = 2.2;

/**
 * Finds the ruling lines of a straightened page.
 * @param dpi dots per inch; the rulings are in points from the top left of the mask
 */
export function findRulings(mask: InkMask, dpi: number): DrawnRuling[] {
  const pixels = (points: number) => (points * dpi) / 72;
  const limits = (length: number): StrokeLimits => ({
    lengthMin: pixels(length),
    thicknessMax: Math.max(4, Math.round(pixels(THICKNESS_MAX))),
    bendMax: Math.max(2, pixels(BEND_MAX)),
    gapMax: Math.max(2, Math.round(pixels(GAP_MAX))),
  });
  const horizontal = findStrokes(mask, limits(HORIZONTAL_MIN)).map(toRuling('horizontal', dpi));
  const vertical = findStrokes(transpose(mask), limits(VERTICAL_MIN)).map(toRuling('vertical', dpi));
  return dropLoose(horizontal, vertical);
}

const toRuling =
  (axis: Ruling['axis'], dpi: number) =>
  (stroke: Stroke): DrawnRuling => {
    const points = (pixels: number) => (pixels * 72) / dpi;
    const middle = stroke.y.reduce((sum, y) => sum + y, 0) / stroke.y.length + 0.5;
    return { axis, position: points(middle), from: points(stroke.from), to: points(stroke.to), stroke };
  };

/**
 * Takes away short strokes that are parts of characters: a border reaches from one border to another, and where a page break
 * leaves it open, its neighbours end at the same height.
 */
function dropLoose(horizontal: DrawnRuling[], vertical: DrawnRuling[]): DrawnRuling[] {
  let kept: [DrawnRuling[], DrawnRuling[]] = [horizontal, vertical];
  for (;;) {
    const [h, v] = kept;
    const next: typeof kept = [
      h.filter((ruling) => isLong(ruling) || isBorder(ruling, v, h)),
      v.filter((ruling) => isLong(ruling) || isBorder(ruling, h, v)),
    ];
    const isSettled = next[0].length === h.length && next[1].length === v.length;
    kept = next;
    if (isSettled) return kept.flat();
  }
}

const isLong = ({ axis, from, to }: Ruling): boolean => to - from >= SURE_LENGTH[axis];

function isBorder(ruling: DrawnRuling, crossing: readonly Ruling[], alike: readonly Ruling[]): boolean {
  const meets = (end: number) =>
    crossing.some(
      (other) =>
        Math.abs(other.position - end) <= REACH &&
        ruling.position >= other.from - REACH &&
        ruling.position <= other.to + REACH,
    );
  const endsWithOthers = (end: number, side: 'from' | 'to') =>
    alike.filter((other) => other !== ruling && isLong(other) && Math.abs(other[side] - end) <= REACH)
      .length > 1;
  const [start, end] = [meets(ruling.from), meets(ruling.to)];
  if (start && end) return true;
  return (start && endsWithOthers(ruling.to, 'to')) || (end && endsWithOthers(ruling.from, 'from'));
}
