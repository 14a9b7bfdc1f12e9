import { FITTED } from './damage-fits.js';
import type { Kinds } from './error-kinds.js';
import { sumBy, type Tallies, type Tally } from './tally.js';

/** Counts that are not zero. */
const counted = (tally: Tally): Partial<Tally> =>
  Object.fromEntries(Object.entries(tally).filter(([, count]) => count !== 0));

const named = (tallies: Tallies, by: readonly number[]): Record<string, Partial<Tally>> =>
  Object.fromEntries([...sumBy(tallies, by)].sort(byName).map(([name, tally]) => [name, counted(tally)]));

const byName = ([left]: [string, unknown], [right]: [string, unknown]): number => (left < right ? -1 : 1);

/** Tallies of the tables that were graded without a carrier, or of the documents. */
export const talliesOf = (tallies: Tallies, isFitted: boolean): Tallies =>
  Object.fromEntries(Object.entries(tallies).filter(([key]) => (key.split('|')[1] === FITTED) === isFitted));

/** What is worth keeping of a run: sums by damage, table and carrier, and the kinds of silent errors with an example each. */
export const summarise = (tallies: Tallies, kinds: Kinds) => {
  const fitted = talliesOf(tallies, true);
  const documents = talliesOf(tallies, false);
  return {
    fitted: { damages: named(fitted, [0, 2]) },
    documents: { damages: named(documents, [0]), carriers: named(documents, [1]) },
    silent: Object.fromEntries(
      Object.entries(kinds)
        .sort(byName)
        .map(([kind, { count, examples }]) => [kind, { cells: count, case: examples[0]?.case }]),
    ),
  };
};
