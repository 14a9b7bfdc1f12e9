import type { Raster } from '../../model/picture-reader.js';
import type { DrawnRuling } from './find-rulings.js';

/** A line has a soft edge of this many pixels beside its ink. */
const SOFT_EDGE = 1;
/** What is darker is the line or what crosses it, not its soft edge. */
const DARK_BELOW = 200;

/**
 * Whitens the ruling lines. Where a character crosses a line or touches it, the character stays.
 * @param picture changed in place
 */
export function eraseRulings(picture: Raster, rulings: readonly DrawnRuling[]): void {
  const { width, height, pixels } = picture;
  for (const { axis, stroke } of rulings) {
    const isAcross = axis === 'horizontal';
    const [along, across] = isAcross ? [1, width] : [width, 1];
    const depth = isAcross ? height : width;
    const half = stroke.thickness / 2;
    for (let i = 0; i < stroke.y.length; i++) {
      const start = (stroke.from + i) * along;
      const middle = stroke.y[i]!;
      const first = Math.max(0, Math.floor(middle - half - SOFT_EDGE + 0.5));
      const last = Math.min(depth - 1, Math.ceil(middle + half + SOFT_EDGE - 0.5));
      const isBefore = isDark(first - 1) && isDark(first - 2);
      const isAfter = isDark(last + 1) && isDark(last + 2);
      if (isBefore && isAfter) continue;
      // Of a character beside the line only the line's own pixels go.
      const from = isBefore ? first + SOFT_EDGE : first;
      const to = isAfter ? last - SOFT_EDGE : last;
      for (let at = from; at <= to; at++) pixels[start + at * across] = 255;

      function isDark(at: number): boolean {
        return at >= 0 && at < depth && pixels[start + at * across]! < DARK_BELOW;
      }
    }
  }
}
