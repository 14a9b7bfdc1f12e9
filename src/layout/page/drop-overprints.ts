import type { Glyph } from './page-content.js';

/** Bold made by printing twice shifts by a few hundredths of an em; two real digits stand half an em apart. */
const SHIFT_MAX_EMS = 0.12;
/** And never by as much as the glyph is wide, nor by more than this many points (posters). */
const SHIFT_MAX_WIDTHS = 0.4;
const SHIFT_MAX = 16;

/**
 * Removes the second print of a character on its own place: Word and WPS make bold that way, and `11` would read `1111`.
 * Keeps the order of drawing.
 */
export function dropOverprints(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      kept.push(glyph);
      continue;
    }
    const shift = Math.min(SHIFT_MAX_EMS * glyph.size, SHIFT_MAX_WIDTHS * (glyph.x1 - glyph.x0), SHIFT_MAX);
    const column = Math.floor(glyph.x0 / 4);
    const row = Math.floor(glyph.baseline / 4);
    const reach = Math.ceil(shift / 4);
    if (isPrinted(seen, glyph, shift, { column, row, reach })) continue;
    const key = `${glyph.text}/${column}/${row}`;
    const cell = seen.get(key);
    if (cell) cell.push(glyph);
    else seen.set(key, [glyph]);
    kept.push(glyph);
  }
  return kept;
}

function isPrinted(
  seen: ReadonlyMap<string, Glyph[]>,
  glyph: Glyph,
  shift: number,
  at: { column: number; row: number; reach: number },
): boolean {
  for (let column = at.column - at.reach; column <= at.column + at.reach; column++) {
    for (let row = at.row - at.reach; row <= at.row + at.reach; row++) {
      const near = seen.get(`${glyph.text}/${column}/${row}`);
      if (
        near?.some(
          (other) =>
            Math.abs(other.x0 - glyph.x0) <= shift &&
            Math.abs(other.baseline - glyph.baseline) <= shift &&
            Math.abs(other.size - glyph.size) <= 0.2 * glyph.size,
        )
      )
        return true;
    }
  }
  return false;
}
