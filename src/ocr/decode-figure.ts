import type { LineReading, RecognisedCharacter } from '../model/picture-reader.js';
import { alignFigure } from './align-figure.js';
import { asFigure } from './as-figure.js';
import { RIVAL_MIN, rivalsOf, round } from './decode-greedy.js';
import { type Candidate, type FigureScores, searchFigures } from './search-figures.js';

const RIVALS_MAX = 8;
/** A point before or behind a figure is dust; or the figure goes on and was not read. */
const LOOSE_POINT = 0.5;
/** Where there is ink, the nothing that is read in it counts little beside any figure. */
const NOTHING = 0.05;

const withoutLoosePoints = (text: string): string => text.replace(/^[.,]+|[.,]+$/gu, '');

/** Adds up the scores of equal texts. */
function addUp(candidates: readonly Candidate[]): Candidate[] {
  const sums = new Map<string, number>();
  for (const { text, score } of candidates) sums.set(text, (sums.get(text) ?? 0) + score);
  return [...sums]
    .map(([text, score]) => ({ text, score }))
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
}

/**
 * The figures that a line with ink may say.
 *
 * @param free the reading of the same line among all characters
 * @returns likeliest first; none where no figure can stand there
 */
export function listFigures(scores: FigureScores, free: readonly RecognisedCharacter[]): Candidate[] {
  const spelled = searchFigures(scores).map(({ text, score }) => {
    const tidy = withoutLoosePoints(text);
    return { text: tidy, score: text === tidy ? score : score * LOOSE_POINT };
  });
  const candidates = addUp(spelled).map(({ text, score }) => ({
    text,
    score: text === '' ? score * NOTHING : score,
  }));
  const seen = asFigure(free);
  const same = candidates.find(({ text }) => text === seen?.text);
  if (same && seen) same.score = Math.max(same.score, seen.score);
  else if (seen) candidates.push(seen);
  return candidates.sort((a, b) => b.score - a.score);
}

/** What two looks at a line say together: what only one of them sees counts half. */
export function meanOf(first: readonly Candidate[], second: readonly Candidate[]): Candidate[] {
  return addUp([...first, ...second].map(({ text, score }) => ({ text, score: score / 2 })));
}

/** @param scores of the look at which the signs' places are taken */
export function toFigureReading(
  [best, ...others]: readonly Candidate[],
  scores: FigureScores,
  placeOf: (step: number) => number,
): Pick<LineReading, 'figures' | 'figureScore' | 'figureRivals'> {
  if (!best) return { figures: [], figureScore: 0, figureRivals: [] };
  const figureRivals = others
    .filter(({ score }) => score >= RIVAL_MIN)
    .slice(0, RIVALS_MAX)
    .map(({ text, score }) => ({ text, score: round(score) }));
  return { figures: spell(best.text, scores, placeOf), figureScore: round(best.score), figureRivals };
}

function spell(text: string, scores: FigureScores, placeOf: (step: number) => number): RecognisedCharacter[] {
  const steps =
    alignFigure(text, scores) ?? [...text].map((_, i) => Math.floor((i * scores.steps) / text.length));
  const alphabet = ['', ...scores.signs];
  return [...text].map((sign, i) => {
    const step = steps[i]!;
    const row = scores.scores.subarray(step * alphabet.length, (step + 1) * alphabet.length);
    const own = alphabet.indexOf(sign);
    return {
      text: sign,
      score: round(row[own]!),
      rivals: rivalsOf(row, own, alphabet),
      at: placeOf(step),
    };
  });
}
