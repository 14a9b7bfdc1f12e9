import type { FoundError } from './damage-documents.js';
import { addToKinds, type Kinds } from './error-kinds.js';
import { mergeTallies, type Tallies } from './tally.js';

/** What one worker found, and all of them together. */
export interface Findings {
  tallies: Tallies;
  /** Silent errors by kind. */
  kinds: Kinds;
}

export const emptyFindings = (): Findings => ({ tallies: {}, kinds: {} });

export const mergeFindings = (into: Findings, from: Findings): void => {
  mergeTallies(into.tallies, from.tallies);
  for (const [kind, { count, examples }] of Object.entries(from.kinds))
    addToKinds(into.kinds, kind, count, examples);
};

export const remember = ({ kinds }: Findings, errors: readonly FoundError[]): void => {
  for (const error of errors) {
    const [, carrier, damage] = error.case.split(':');
    const [table] = error.path.split('.');
    addToKinds(kinds, `${damage} ${table} ${error.confidence} ${carrier}`, 1, [error]);
  }
};
