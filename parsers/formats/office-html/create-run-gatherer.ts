import type { OfficeLook, OfficeRun } from './office-block.js';

/** Text of a paragraph as it is gathered, with what is known of its stretches. */
export interface RunGatherer {
  /** @param size of the font, in any unit; 0 where it is not known */
  add(text: string, looks?: readonly OfficeLook[], size?: number): void;
  /** Does what was added so far hold a word? */
  holdsLetter(): boolean;
  /** Hands out what was added and starts anew. */
  take(): { text: string; runs?: OfficeRun[] };
}

const DIGIT = /[0-9０-９]/u;
/** Digits that are smaller than this beside others are marks of notes. */
const SMALL_SHARE = 0.7;

/** What a reader sees of runs. */
const shownText = (runs: readonly OfficeRun[]): string =>
  runs
    .filter(({ looks }) => !looks.includes('hidden'))
    .map(({ text }) => text)
    .join('');

/** Digits of one paragraph in two sizes: the small ones are raised. */
function withSmall(runs: readonly (OfficeRun & { size: number })[]): OfficeRun[] {
  const largest = Math.max(0, ...runs.filter(({ text }) => DIGIT.test(text)).map(({ size }) => size));
  return runs.map(({ text, looks, size }) => {
    const isSmall =
      size > 0 && size < largest * SMALL_SHARE && text.trim() !== '' && !looks.includes('raised');
    return { text, looks: isSmall ? [...looks, 'raised' as const] : looks };
  });
}

/** Makes an empty gatherer. */
export function createRunGatherer(): RunGatherer {
  let runs: (OfficeRun & { size: number })[] = [];
  return {
    add(text, looks = [], size = 0) {
      const last = runs.at(-1);
      const isSame = last?.size === size && last.looks.join() === looks.join() && !looks.includes('unread');
      if (isSame) last.text += text;
      else runs.push({ text, looks, size });
    },
    holdsLetter: () => runs.some(({ text }) => /\p{L}/u.test(text)),
    take() {
      const taken = withSmall(runs);
      runs = [];
      const isPlain = taken.every(({ looks }) => looks.length === 0);
      return { text: shownText(taken), ...(isPlain ? {} : { runs: taken }) };
    },
  };
}
