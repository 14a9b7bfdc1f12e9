import { type Excuse, excuses } from './protection.js';

/** What became of the cells of one kind of case. Numbers of cells, but for those of cases. */
interface Counts {
  cases: number;
  /** Undamaged documents with a doubt about a cell although nothing is in doubt. */
  doubtedDocuments: number;
  /** Tables with an error that somebody could find, and those of them with any doubt. */
  wrongTables: number;
  detectedTables: number;
  /** Cells of the table that was hit; of these: those that print something; by confidence, with a value. */
  cells: number;
  printed: number;
  verified: number;
  read: number;
  /** Suspect cells; of these: those whose number is not the true one; those with a value; wrong values. */
  doubts: number;
  doubtsRight: number;
  doubtsWithValue: number;
  doubtsWithWrongValue: number;
  /** Suspect or emptied cells with a suggestion, and how many of these suggestions are not the true number. */
  suggested: number;
  suggestedWrong: number;
  damaged: number;
  /** Damaged, and nothing that is printed speaks against it: nobody can know. */
  unprotected: number;
  /** Damaged, and read as it was before the damage. */
  recovered: number;
  /** Damaged, and suspect, blank or missing; of these: blank or missing. */
  located: number;
  unanswered: number;
  /** Of the located ones: the suggestion is the true number. */
  corrected: number;
  /** The same two, of the cells that are in two printed sums. */
  crossed: number;
  crossedCorrected: number;
  /** A suggestion that is not the true number, in any cell of the document. */
  wrongSuggestions: number;
  /** Wrong under `verified` and `read`: in tables with identities, and in those without. */
  silentVerified: number;
  silentRead: number;
  silentVerifiedFree: number;
  silentReadFree: number;
  /** Undamaged, right, and suspect though they were not so without the damage. */
  cryWolf: number;
  /** Undamaged and printed, yet blank or missing in the record. */
  lost: number;
  /** Suspect cells by what the record says of the source's fault: rightly, wrongly, or nothing although it could be known. */
  verdictRight: number;
  verdictWrong: number;
  verdictNone: number;
}

/** The confidence of a wrong number that nobody can know to be wrong. */
export type ExcusedAs = 'verified' | 'read' | 'doubted';

/** Counts, and the unprotected cells by why nobody can know and by what the record says of them. */
export type Tally = Counts & Record<`${Excuse}:${ExcusedAs}`, number>;

const noCounts: Counts = {
  cases: 0,
  doubtedDocuments: 0,
  wrongTables: 0,
  detectedTables: 0,
  cells: 0,
  printed: 0,
  verified: 0,
  read: 0,
  doubts: 0,
  doubtsRight: 0,
  doubtsWithValue: 0,
  doubtsWithWrongValue: 0,
  suggested: 0,
  suggestedWrong: 0,
  damaged: 0,
  unprotected: 0,
  recovered: 0,
  located: 0,
  unanswered: 0,
  corrected: 0,
  crossed: 0,
  crossedCorrected: 0,
  wrongSuggestions: 0,
  silentVerified: 0,
  silentRead: 0,
  silentVerifiedFree: 0,
  silentReadFree: 0,
  cryWolf: 0,
  lost: 0,
  verdictRight: 0,
  verdictWrong: 0,
  verdictNone: 0,
};

const noExcuses = Object.fromEntries(
  excuses.flatMap((excuse) => ['verified', 'read', 'doubted'].map((level) => [`${excuse}:${level}`, 0])),
) as Record<`${Excuse}:${ExcusedAs}`, number>;

export const emptyTally = (): Tally => ({ ...noCounts, ...noExcuses });

export const addTally = (into: Tally, from: Tally): void => {
  for (const name of Object.keys(into) as (keyof Tally)[]) into[name] += from[name];
};

/** Unprotected cells under that confidence, whatever the reason. */
export const excusedAs = (tally: Tally, level: ExcusedAs): number =>
  excuses.reduce((sum, excuse) => sum + tally[`${excuse}:${level}`], 0);

export const silentVerifiedOf = ({ silentVerified, silentVerifiedFree }: Tally): number =>
  silentVerified + silentVerifiedFree;

export const silentReadOf = ({ silentRead, silentReadFree }: Tally): number => silentRead + silentReadFree;

export const silentOf = (tally: Tally): number => silentVerifiedOf(tally) + silentReadOf(tally);

/** Damaged cells that the damage really made wrong, and that somebody can know to be wrong. */
export const knowable = ({ damaged, unprotected, recovered }: Tally): number =>
  damaged - unprotected - recovered;

/** Tallies under `damage|carrier|table`. */
export type Tallies = Record<string, Tally>;

export const tallyAt = (tallies: Tallies, damage: string, carrier: string, table: string): Tally =>
  (tallies[`${damage}|${carrier}|${table}`] ??= emptyTally());

export const mergeTallies = (into: Tallies, from: Tallies): void => {
  for (const [key, tally] of Object.entries(from)) addTally((into[key] ??= emptyTally()), tally);
};

/** The tallies summed up under names made of their keys (damage, carrier, table); those named null are left out. */
export const sumUnder = (
  tallies: Tallies,
  nameOf: (damage: string, carrier: string, table: string) => string | null,
): Map<string, Tally> => {
  const sums = new Map<string, Tally>();
  for (const [key, tally] of Object.entries(tallies)) {
    const [damage, carrier, table] = key.split('|') as [string, string, string];
    const name = nameOf(damage, carrier, table);
    if (name === null) continue;
    if (!sums.has(name)) sums.set(name, emptyTally());
    addTally(sums.get(name)!, tally);
  }
  return sums;
};

/** The tallies summed up by one or more parts of their keys: 0 the damage, 1 the carrier, 2 the table. */
export const sumBy = (tallies: Tallies, parts: readonly number[]): Map<string, Tally> =>
  sumUnder(tallies, (...pieces) => parts.map((part) => pieces[part]).join('|'));
