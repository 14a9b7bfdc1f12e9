import type { SentenceReading } from './find-facts.js';
import type { FactCandidate } from './match-pattern.js';
import type { Example } from './quantity-features.js';
import { placeOf } from './skeleton.js';
import { sumGroups } from './sum-groups.js';

/** An example with what the finders took it for. */
export interface Weighed {
  example: Example;
  place: { start: number; end: number };
  /** Candidates of the finders at its place. */
  taken: readonly FactCandidate[];
  /** The words refuse it. */
  isRefused: boolean;
  /** The features of the example, and what the finders say of it and of its neighbours. */
  features: readonly string[];
}

/** What the finders say of each quantity and of each clause that denies: the model hears them as it hears words. */
export function evidenceOfFinders(readings: readonly SentenceReading[]): Weighed[] {
  const weighed = readings.flatMap(weighSentence);
  const counted = weighed.filter(({ example }) => example.piece !== null);
  const groups = sumGroups(counted.map(({ example }) => example.piece!.quantity));
  const names = counted.map(
    ({ taken }) =>
      taken
        .map(({ fact }) => fact.id)
        .sort()
        .join('+') || '-',
  );
  const more = new Map<Weighed, string[]>();
  for (const [at, one] of counted.entries()) {
    const { unit } = one.example.piece!.quantity;
    const [before, beforeThat, behind] = [names[at - 1], names[at - 2], names[at + 1]];
    const own = names[at];
    const features = [
      `n1:${before}|${unit}`,
      `n2:${before}|${beforeThat}|${unit}`,
      `x1:${behind}|${unit}`,
      `nx:${before}|${behind}`,
    ];
    for (const { whole, parts } of groups) {
      if (whole === at)
        features.push('whole', `whole:${own}`, ...parts.map((part) => `whole-of:${names[part]}`));
      if (!parts.includes(at)) continue;
      features.push('part', `part-of:${names[whole]}|${own}`, `part-of:${names[whole]}`);
      for (const part of parts) if (part !== at) features.push(`beside:${names[part]}`);
      if (parts.at(-1) === at) features.push(`last-of:${names[whole]}`);
    }
    more.set(one, [...new Set(features)]);
  }
  return weighed.map((one) => ({ ...one, features: [...one.features, ...(more.get(one) ?? [])] }));
}

function weighSentence({ byWords, found }: SentenceReading): Weighed[] {
  const { skeleton, examples, refused } = byWords;
  return examples.map((example) => {
    const place = placeOf(skeleton, example.start, example.end);
    const isHere = (one: FactCandidate) =>
      example.piece === null
        ? one.quantity === -1 && one.place.start < place.end && one.place.end > place.start
        : one.quantity !== -1 && one.place.start === place.start;
    const taken = found.filter(isHere);
    const said = byWords.found.filter(isHere);
    const isRefused = refused.has(place.start);
    const features = [
      ...example.features,
      ...taken.map(({ fact }) => `w:${fact.id}`),
      ...taken.map(({ fact }) => `w:${fact.id}:${fact.confidence}`),
      ...said.map(({ fact }) => `ww:${fact.id}`),
      ...(taken.length === 0 ? ['w:none', `w:none:${example.piece?.quantity.unit}`] : []),
      ...(isRefused ? ['w:refused'] : []),
    ];
    return { example, place, taken, isRefused, features };
  });
}
