import type { RecognisedCharacter } from '../model/picture-reader.js';
import { BLANK } from './alphabet.js';
import type { LineOutput } from './run-model.js';

/** Less likely readings of a character are not named. */
export const RIVAL_MIN = 0.005;

/**
 * The likeliest class of every step; steps of one class that follow each other are one character.
 *
 * @param alphabet characters by class
 * @param placeOf where a step stands on the line, 0 to 1
 */
export function decodeGreedy(
  { steps, classes, scores }: LineOutput,
  alphabet: readonly string[],
  placeOf: (step: number) => number,
): RecognisedCharacter[] {
  const characters: RecognisedCharacter[] = [];
  let before = BLANK;
  let peak = 0;
  for (let step = 0; step < steps; step++) {
    const row = scores.subarray(step * classes, (step + 1) * classes);
    let best = 0;
    for (let c = 1; c < classes; c++) if (row[c]! > row[best]!) best = c;
    const score = row[best]!;
    const goesOn = best === before;
    before = best;
    if (best === BLANK || (goesOn && score <= peak)) continue;
    peak = score;
    const character = {
      text: alphabet[best]!,
      score: round(score),
      rivals: rivalsOf(row, best, alphabet),
      at: placeOf(step),
    };
    if (goesOn) characters[characters.length - 1] = character;
    else characters.push(character);
  }
  return characters;
}

/** The other classes of a step, likeliest first. */
export function rivalsOf(row: Float32Array, best: number, alphabet: readonly string[]) {
  const rivals: { text: string; score: number }[] = [];
  for (const [c, score] of row.entries()) {
    if (c !== best && score >= RIVAL_MIN) rivals.push({ text: alphabet[c]!, score: round(score) });
  }
  return rivals.sort((a, b) => b.score - a.score);
}

/** To hundredths. */
export const round = (score: number): number => Math.round(score * 100) / 100;
