import { type Answers, answersOf } from './answers.js';
import { FITTED } from './damage-fits.js';
import type { Kinds } from './error-kinds.js';
import { groupOf, groups } from './groups.js';
import { type Excuse, excuses } from './protection.js';
import { emptyTally, sumBy, sumUnder, type Tallies, type Tally } from './tally.js';

/** Tables that went to the grading without a carrier, and documents that went through one. */
export const ways = ['fitted', 'documents'] as const;
export type Way = (typeof ways)[number];

/** One group of damages, read in one way. */
export interface GroupSummary {
  group: string;
  way: Way;
  /** By level, from the most careful on. */
  answers: Answers[];
  tally: Partial<Tally>;
}

/** Cells that nobody can know to be wrong, by the reason, and by what the record says of them. */
export interface ExcuseSummary {
  excuse: Excuse;
  way: Way;
  verified: number;
  read: number;
  doubted: number;
}

/** Silent errors of one damage in one table. */
export interface SilentSummary {
  kind: string;
  cells: number;
  /** What `--case` makes one of them again. */
  case: string;
}

/** What is worth keeping of a run. Counts that are zero are left out of tallies. */
export interface DamageSummary {
  damaged: Record<Way, number>;
  groups: GroupSummary[];
  /** By "damage|table", without a carrier. */
  fitted: Record<string, Partial<Tally>>;
  /** By damage, and by carrier. */
  documents: { damages: Record<string, Partial<Tally>>; carriers: Record<string, Partial<Tally>> };
  excuses: ExcuseSummary[];
  silent: SilentSummary[];
}

/** Tallies of the tables that were graded without a carrier, or of the documents. */
export const talliesOf = (tallies: Tallies, isFitted: boolean): Tallies =>
  Object.fromEntries(Object.entries(tallies).filter(([key]) => (key.split('|')[1] === FITTED) === isFitted));

const counted = (tally: Tally): Partial<Tally> =>
  Object.fromEntries(Object.entries(tally).filter(([, count]) => count !== 0));

const byName = ([left]: [string, unknown], [right]: [string, unknown]): number => (left < right ? -1 : 1);

const named = (sums: ReadonlyMap<string, Tally>): Record<string, Partial<Tally>> =>
  Object.fromEntries([...sums].sort(byName).map(([name, tally]) => [name, counted(tally)]));

const totalOf = (tallies: Tallies): Tally => sumUnder(tallies, () => 'all').get('all') ?? emptyTally();

/** Sums by group, way, damage, table and carrier; what nobody can know by reason; the kinds of silent errors. */
export const summarise = (tallies: Tallies, kinds: Kinds): DamageSummary => {
  const [fitted, documents] = [talliesOf(tallies, true), talliesOf(tallies, false)];
  const both: [Way, Tallies][] = [
    ['fitted', fitted],
    ['documents', documents],
  ];
  return {
    damaged: { fitted: totalOf(fitted).damaged, documents: totalOf(documents).damaged },
    groups: both.flatMap(([way, of]) => {
      const sums = sumUnder(of, (damage) => groupOf(damage).name);
      return groups.flatMap(({ name }) => {
        const tally = sums.get(name);
        return tally ? [{ group: name, way, answers: answersOf(tally), tally: counted(tally) }] : [];
      });
    }),
    fitted: named(sumBy(fitted, [0, 2])),
    documents: { damages: named(sumBy(documents, [0])), carriers: named(sumBy(documents, [1])) },
    excuses: both.flatMap(([way, of]) => excusesIn(way, totalOf(of))),
    silent: silentKinds(kinds),
  };
};

const excusesIn = (way: Way, tally: Tally): ExcuseSummary[] =>
  excuses
    .map((excuse) => ({
      excuse,
      way,
      verified: tally[`${excuse}:verified`],
      read: tally[`${excuse}:read`],
      doubted: tally[`${excuse}:doubted`],
    }))
    .filter(({ verified, read, doubted }) => verified + read + doubted > 0);

/** Whatever the carrier; the most cells first. */
const silentKinds = (kinds: Kinds): SilentSummary[] => {
  const found = new Map<string, SilentSummary>();
  for (const [name, { count, examples }] of Object.entries(kinds).sort(byName)) {
    const kind = name.split(' ').slice(0, 3).join(' ');
    const known = found.get(kind) ?? { kind, cells: 0, case: examples[0]!.case };
    found.set(kind, { ...known, cells: known.cells + count });
  }
  return [...found.values()].sort((left, right) => right.cells - left.cells);
};
