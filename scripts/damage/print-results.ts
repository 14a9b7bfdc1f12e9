import type { Kinds } from './error-kinds.js';
import { excusedAs, knowable, silentOf, type Tallies, type Tally } from './tally.js';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : ((100 * part) / whole).toFixed(2);

const columns: [string, (tally: Tally) => string | number][] = [
  ['cases', ({ cases }) => cases],
  ['cells', ({ cells }) => cells],
  ['answered %', ({ verified, read, printed }) => percent(verified + read, printed)],
  ['damaged', ({ damaged }) => damaged],
  ['unprot.', ({ unprotected }) => unprotected],
  ['unp. ver.', (tally) => excusedAs(tally, 'verified')],
  ['unp. read', (tally) => excusedAs(tally, 'read')],
  ['shadowed', (tally) => tally['other-sum-fails:verified']],
  ['recov.', ({ recovered }) => recovered],
  ['detected %', ({ detectedTables, wrongTables }) => percent(detectedTables, wrongTables)],
  ['located %', (tally) => percent(tally.located, knowable(tally))],
  ['corrected %', (tally) => percent(tally.corrected, knowable(tally))],
  ['wrong sugg.', ({ wrongSuggestions }) => wrongSuggestions],
  ['silent ver.', ({ silentVerified }) => silentVerified],
  ['silent read', ({ silentRead }) => silentRead],
  ['free ver.', ({ silentVerifiedFree }) => silentVerifiedFree],
  ['free read', ({ silentReadFree }) => silentReadFree],
  ['cry wolf %', ({ cryWolf, cells, damaged }) => percent(cryWolf, cells - damaged)],
  ['doubts', ({ doubts }) => doubts],
  ['right %', ({ doubts, doubtsRight }) => percent(doubtsRight, doubts)],
  ['fault right', ({ verdictRight }) => verdictRight],
  ['fault wrong', ({ verdictWrong }) => verdictWrong],
  ['fault none', ({ verdictNone }) => verdictNone],
  ['lost', ({ lost }) => lost],
];

const NAME_WIDTH = 38;
const COLUMN_WIDTH = 12;

/** Sums of tallies as lines for the console. */
export const tableLines = (sums: ReadonlyMap<string, Tally>, title: string): string[] => {
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell) => String(cell).padStart(COLUMN_WIDTH)).join('');
  return [
    line(
      title,
      columns.map(([name]) => name),
    ),
    ...[...sums].map(([name, tally]) =>
      line(
        name,
        columns.map(([, show]) => show(tally)),
      ),
    ),
  ];
};

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
