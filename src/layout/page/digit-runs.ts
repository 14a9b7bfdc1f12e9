import type { Glyph } from './page-content.js';

/** A number as it is printed, with the glyphs of its digits. */
export interface DigitRun {
  /** Digits, and a point between them; grouping commas are left out. */
  text: string;
  digits: Glyph[];
}

const DIGIT = /^\d$/u;
const POINT = /^[.．]$/u;
const GROUPING = /^[,，]$/u;
/** A grouping comma stands before exactly so many digits. */
const GROUP = 3;

/** The numbers in a stretch of text; a point or comma belongs to one only between digits. */
export function digitRuns(glyphs: readonly Glyph[]): DigitRun[] {
  const runs: DigitRun[] = [];
  const characters = glyphs
    .map((glyph) => ({ glyph, text: glyph.text.normalize('NFKC').trim() }))
    .filter(({ text }) => text !== '');
  let open: DigitRun | undefined;
  characters.forEach(({ glyph, text }, i) => {
    if (DIGIT.test(text)) {
      if (!open) {
        open = { text: '', digits: [] };
        runs.push(open);
      }
      open.text += text;
      open.digits.push(glyph);
      return;
    }
    const next = characters.slice(i + 1, i + 2 + GROUP).map((character) => character.text);
    const isInside = open !== undefined && DIGIT.test(next[0] ?? '');
    if (isInside && POINT.test(text)) open!.text += '.';
    else if (!(isInside && GROUPING.test(text) && isGroup(next))) open = undefined;
  });
  return runs;
}

function isGroup(next: readonly string[]): boolean {
  const end = next.findIndex((text) => !DIGIT.test(text));
  return (end < 0 ? next.length : end) === GROUP;
}
