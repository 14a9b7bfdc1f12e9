import { sayPercent } from '../program/say-number.js';
import { sayTable } from '../program/say-table.js';
import type { Kinds } from './error-kinds.js';
import { excusedAs, knowable, silentOf, type Tallies, type Tally } from './tally.js';

const columns: [string, (tally: Tally) => string | number][] = [
  ['cases', ({ cases }) => cases],
  ['cells', ({ cells }) => cells],
  ['answered %', ({ verified, read, printed }) => sayPercent(verified + read, printed)],
  ['damaged', ({ damaged }) => damaged],
  ['unprot.', ({ unprotected }) => unprotected],
  ['unp. ver.', (tally) => excusedAs(tally, 'verified')],
  ['unp. read', (tally) => excusedAs(tally, 'read')],
  ['shadowed', (tally) => tally['other-sum-fails:verified']],
  ['recov.', ({ recovered }) => recovered],
  ['detected %', ({ detectedTables, wrongTables }) => sayPercent(detectedTables, wrongTables)],
  ['located %', (tally) => sayPercent(tally.located, knowable(tally))],
  ['corrected %', (tally) => sayPercent(tally.corrected, knowable(tally))],
  ['wrong sugg.', ({ wrongSuggestions }) => wrongSuggestions],
  ['silent ver.', ({ silentVerified }) => silentVerified],
  ['silent read', ({ silentRead }) => silentRead],
  ['free ver.', ({ silentVerifiedFree }) => silentVerifiedFree],
  ['free read', ({ silentReadFree }) => silentReadFree],
  ['cry wolf %', ({ cryWolf, cells, damaged }) => sayPercent(cryWolf, cells - damaged)],
  ['doubts', ({ doubts }) => doubts],
  ['right %', ({ doubts, doubtsRight }) => sayPercent(doubtsRight, doubts)],
  ['fault right', ({ verdictRight }) => verdictRight],
  ['fault wrong', ({ verdictWrong }) => verdictWrong],
  ['fault none', ({ verdictNone }) => verdictNone],
  ['lost', ({ lost }) => lost],
];

/** Sums of tallies as lines for the console. */
export const sumLines = (sums: ReadonlyMap<string, Tally>, title: string): string[] =>
  sayTable([
    [title, ...columns.map(([name]) => name)],
    ...[...sums].map(([name, tally]) => [name, ...columns.map(([, show]) => show(tally))]),
  ]);

/** The most frequent kinds of silent errors, each with how to make its first one again. */
export const kindLines = (kinds: Kinds, count: number, seed: number): string[] =>
  Object.entries(kinds)
    .sort(([left, one], [right, two]) => two.count - one.count || (left < right ? -1 : 1))
    .slice(0, count)
    .flatMap(([kind, { count: cells, examples }]) => [
      `${String(cells).padStart(7)}  ${kind}`,
      ...examples.slice(0, 2).map(({ path, want, value, raw, flags, case: name }) => {
        const got = `got ${value} (raw ${JSON.stringify(raw)}${flags.length > 0 ? `, ${flags.join(' ')}` : ''})`;
        return `         ${path} want ${JSON.stringify(want)} ${got}   --seed ${seed} --case ${name}`;
      }),
    ]);

export const silentIn = (tallies: Tallies): number =>
  Object.values(tallies).reduce((sum, tally) => sum + silentOf(tally), 0);
