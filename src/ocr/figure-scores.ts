import type { LineOutput } from './run-model.js';
import type { FigureScores } from './search-figures.js';

/** The signs of figures, and the characters of the model that are the same sign. */
const SIGNS: Record<string, string> = {
  ...Object.fromEntries(
    [...'0123456789'].map((digit) => [digit, digit + String.fromCodePoint(0xff10 + Number(digit))]),
  ),
  '0': '0０Oo〇○',
  '.': '.．',
  ',': ',，',
  '%': '%％',
  '-': '-－',
  '—': '—一',
  '/': '/／',
};

/** @returns for every sign the classes of the model that mean it, the blank first */
export function figureClasses(alphabet: readonly string[]): { signs: string[]; classes: number[][] } {
  const signs = Object.keys(SIGNS).sort();
  const classes = signs.map((sign) =>
    [...SIGNS[sign]!].map((character) => alphabet.indexOf(character)).filter((c) => c > 0),
  );
  return { signs, classes: [[0], ...classes] };
}

export function figureScores(
  { steps, classes, scores }: LineOutput,
  figures: { signs: string[]; classes: number[][] },
): FigureScores {
  const width = figures.classes.length;
  const kept = new Float32Array(steps * width);
  for (let step = 0; step < steps; step++) {
    for (const [i, same] of figures.classes.entries()) {
      kept[step * width + i] = same.reduce((sum, c) => sum + scores[step * classes + c]!, 0);
    }
  }
  return { steps, signs: figures.signs, scores: kept };
}
