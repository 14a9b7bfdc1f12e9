import type { FigureScores } from './search-figures.js';

/** Keeps logarithms finite. */
const LEAST = 1e-9;

/**
 * The likeliest steps at which the signs of a line stand.
 *
 * @param text signs that `figures` knows
 * @returns for each sign the step at which it is likeliest; null where the line has too few steps for the text
 */
export function alignFigure(text: string, { steps, signs, scores }: FigureScores): number[] | null {
  const width = signs.length + 1;
  const wanted = [...text].map((sign) => signs.indexOf(sign) + 1);
  // A blank stands before, between and behind the signs: state 2i + 1 is sign i.
  const states = [0, ...wanted.flatMap((sign) => [sign, 0])];
  const cost = (step: number, state: number): number =>
    Math.log(Math.max(LEAST, scores[step * width + states[state]!]!));
  const from: Int32Array[] = [];
  let best = states.map((_, state) => (state < 2 ? cost(0, state) : -Infinity));
  for (let step = 1; step < steps; step++) {
    const cameFrom = new Int32Array(states.length);
    best = states.map((sign, state) => {
      const maySkip = sign !== 0 && state > 1 && states[state - 2] !== sign;
      let source = state;
      if (state > 0 && best[state - 1]! > best[source]!) source = state - 1;
      if (maySkip && best[state - 2]! > best[source]!) source = state - 2;
      cameFrom[state] = source;
      return best[source]! + cost(step, state);
    });
    from.push(cameFrom);
  }
  const last = states.length - 1;
  let state = last > 0 && best[last - 1]! > best[last]! ? last - 1 : last;
  if (best[state] === -Infinity) return null;
  const peaks = wanted.map(() => ({ step: 0, cost: -Infinity }));
  for (let step = steps - 1; step >= 0; step--) {
    const peak = peaks[(state - 1) / 2];
    if (peak && cost(step, state) > peak.cost) Object.assign(peak, { step, cost: cost(step, state) });
    if (step > 0) state = from[step - 1]![state]!;
  }
  return peaks.map(({ step }) => step);
}
