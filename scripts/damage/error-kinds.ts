import type { FoundError } from './damage-documents.js';

/** Silent errors of one kind: how many cells, and the first of them. */
export interface Kind {
  count: number;
  examples: FoundError[];
}

/** By "damage table level carrier". */
export type Kinds = Record<string, Kind>;

const EXAMPLES_MAX = 4;

export const addToKinds = (
  kinds: Kinds,
  name: string,
  count: number,
  examples: readonly FoundError[],
): void => {
  const kind = (kinds[name] ??= { count: 0, examples: [] });
  kind.count += count;
  for (const example of examples) {
    const isNew = !kind.examples.some((known) => known.case === example.case);
    if (isNew && kind.examples.length < EXAMPLES_MAX) kind.examples.push(example);
  }
};
