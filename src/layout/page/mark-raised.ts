import type { Glyph } from './page-content.js';

/** A note mark is smaller than the number at which it stands, and raised by this many ems of it. */
const SMALL_MAX = 0.82;
const RAISED_MIN_EMS = 0.18;
const RAISED_MAX_EMS = 0.95;
/** It stands this close (ems). */
const GAP_MAX_EMS = 0.35;
const GAP_MIN_EMS = -0.3;
/** Lines (points) are looked up in bands. */
const BAND = 24;

const DIGIT = /^[\d０-９%％]$/u;
/** A raised digit or letter, or what brackets it. */
const RAISED = /^[\d０-９a-zA-Z*()[\]（）［］【】①-⑳]$/u;

/**
 * Marks the raised signs of notes behind figures:
 *
 *     4526¹    small and raised: `raised-mark`
 *     4526¹    raised and as large as the number: a note, or a digit that was moved: `several-readings`
 *
 * Text that was recognised from a picture is left as it is: there all glyphs of a line have one size.
 */
export function markRaised(glyphs: readonly Glyph[]): Glyph[] {
  const bands = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.recognised || glyph.text.trim() === '') continue;
    for (const beside of [-1, 0, 1]) add(bands, Math.floor(glyph.baseline / BAND) + beside, glyph);
  }
  const marks = new Map<Glyph, 'raised-mark' | 'several-readings'>();
  for (const glyph of [...glyphs].sort((a, b) => a.x0 - b.x0)) {
    if (glyph.recognised || !RAISED.test(glyph.text)) continue;
    const left = leftOf(glyph, bands.get(Math.floor(glyph.baseline / BAND)) ?? [], marks);
    const mark = left && markOf(glyph, left, marks.get(left));
    if (mark) marks.set(glyph, mark);
  }
  if (marks.size === 0) return [...glyphs];
  return glyphs.map((glyph) => {
    const mark = marks.get(glyph);
    return mark ? { ...glyph, mark } : glyph;
  });
}

function add(bands: Map<number, Glyph[]>, band: number, glyph: Glyph): void {
  const own = bands.get(band);
  if (own) own.push(glyph);
  else bands.set(band, [glyph]);
}

/** The digit of a number behind which a glyph stands, or the mark with which it goes on. */
function leftOf(glyph: Glyph, near: readonly Glyph[], marks: ReadonlyMap<Glyph, unknown>): Glyph | undefined {
  let best: Glyph | undefined;
  for (const other of near) {
    if (other === glyph || other.x0 >= glyph.x0) continue;
    const size = Math.max(other.size, glyph.size);
    const gap = (glyph.x0 - other.x1) / size;
    const rise = (other.baseline - glyph.baseline) / size;
    const isBeside = gap >= GAP_MIN_EMS && gap <= GAP_MAX_EMS && rise >= -0.1 && rise <= RAISED_MAX_EMS;
    if (isBeside && (DIGIT.test(other.text) || marks.has(other)) && (!best || other.x1 > best.x1))
      best = other;
  }
  return best;
}

function markOf(
  glyph: Glyph,
  left: Glyph,
  before: 'raised-mark' | 'several-readings' | undefined,
): 'raised-mark' | 'several-readings' | undefined {
  const isLevel = Math.abs(left.baseline - glyph.baseline) <= 0.1 * left.size;
  if (before) return isLevel && Math.abs(left.size - glyph.size) <= 0.1 * left.size ? before : undefined;
  if ((left.baseline - glyph.baseline) / left.size < RAISED_MIN_EMS) return undefined;
  return glyph.size <= SMALL_MAX * left.size ? 'raised-mark' : 'several-readings';
}
