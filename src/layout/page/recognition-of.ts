import type { Recognition } from '../../model/recognition.js';
import type { Glyph } from './page-content.js';

/** Other readings that are named. */
const RIVALS_MAX = 12;
/** Readings that are followed while a text is put together, likeliest first. */
const PARTIAL_MAX = 24;
/** A less likely reading is not worth naming. */
const RIVAL_MIN = 0.005;

interface Reading {
  text: string;
  score: number;
}

/**
 * How surely a slice of text was recognised.
 * @param glyphs of each UTF-16 unit of the slice; null where no glyph stands (a space)
 * @param text the slice
 * @returns null where nothing of it was recognised
 */
export function recognitionOf(glyphs: readonly (Glyph | null)[], text: string): Recognition | null {
  const recognised = glyphs.flatMap((glyph) => glyph?.recognised ?? []);
  if (recognised.length === 0) return null;
  const score = Math.min(...recognised.map((own) => own.score));
  const whole = recognised[0]!.whole;
  if (whole?.text === text && recognised.every((own) => own.whole === whole)) {
    return { score, rivals: whole.rivals.slice(0, RIVALS_MAX) };
  }
  let readings: Reading[] = [{ text: '', score: 1 }];
  for (let at = 0; at < glyphs.length; ) {
    const glyph = glyphs[at]!;
    let end = at + 1;
    while (glyph !== null && end < glyphs.length && glyphs[end] === glyph) end++;
    readings = extended(readings, choicesOf(glyph, text.slice(at, end)));
    at = end;
  }
  const rivals = new Map<string, number>();
  for (const { text: other, score: own } of readings) {
    if (other !== text && own >= RIVAL_MIN) rivals.set(other, Math.max(own, rivals.get(other) ?? 0));
  }
  return {
    score,
    rivals: [...rivals]
      .map(([other, own]) => ({ text: other, score: Math.round(own * 100) / 100 }))
      .slice(0, RIVALS_MAX),
  };
}

function choicesOf(glyph: Glyph | null, printed: string): Reading[] {
  if (!glyph?.recognised) return [{ text: printed, score: 1 }];
  const { score, rivals } = glyph.recognised;
  return [{ text: printed, score }, ...rivals.filter(({ text }) => text !== printed)];
}

function extended(readings: readonly Reading[], choices: readonly Reading[]): Reading[] {
  const longer = readings.flatMap((reading) =>
    choices.map((choice) => ({ text: reading.text + choice.text, score: reading.score * choice.score })),
  );
  // The sort is stable: of equal scores the first choices stay first.
  return longer.sort((a, b) => b.score - a.score).slice(0, PARTIAL_MAX);
}
