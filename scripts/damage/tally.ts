/** What became of the cells of one kind of case. Numbers of cells, but for the first two. */
export interface Tally {
  cases: number;
  /** Undamaged documents in which a cell was doubted although nothing is in doubt. */
  doubtedDocuments: number;
  /** Cells of the table that was hit. */
  cells: number;
  answered: number;
  damaged: number;
  /** Damaged, and nothing that is printed speaks against it: nobody can know. */
  unprotected: number;
  /** Of these: `verified`, in a table in which another identity fails. A reader could have been more careful. */
  shadowed: number;
  /** Damaged, and read as it was before the damage. */
  recovered: number;
  /** Damaged, and suspect, blank or missing. */
  located: number;
  /** Of the located ones: the suggestion is the true number. */
  corrected: number;
  /** A suggestion that is not the true number, in any cell. */
  wrongSuggestions: number;
  /** Wrong under `verified` and `read`: in tables with identities, and in those without. */
  silentVerified: number;
  silentRead: number;
  silentVerifiedFree: number;
  silentReadFree: number;
  /** Undamaged, right, and suspect though they were not so without the damage. */
  cryWolf: number;
  doubts: number;
  /** Suspect cells whose number is not the true one. */
  doubtsRight: number;
  /** Undamaged and printed, yet blank or missing in the record. */
  lost: number;
}

export const emptyTally = (): Tally => ({
  cases: 0,
  doubtedDocuments: 0,
  cells: 0,
  answered: 0,
  damaged: 0,
  unprotected: 0,
  shadowed: 0,
  recovered: 0,
  located: 0,
  corrected: 0,
  wrongSuggestions: 0,
  silentVerified: 0,
  silentRead: 0,
  silentVerifiedFree: 0,
  silentReadFree: 0,
  cryWolf: 0,
  doubts: 0,
  doubtsRight: 0,
  lost: 0,
});

export const addTally = (into: Tally, from: Tally): void => {
  for (const name of Object.keys(into) as (keyof Tally)[]) into[name] += from[name];
};

export const silentOf = (tally: Tally): number =>
  tally.silentVerified + tally.silentRead + tally.silentVerifiedFree + tally.silentReadFree;

/** Tallies under `damage|carrier|table`. */
export type Tallies = Record<string, Tally>;

export const tallyAt = (tallies: Tallies, damage: string, carrier: string, table: string): Tally =>
  (tallies[`${damage}|${carrier}|${table}`] ??= emptyTally());

export const mergeTallies = (into: Tallies, from: Tallies): void => {
  for (const [key, tally] of Object.entries(from)) addTally((into[key] ??= emptyTally()), tally);
};

/** The tallies summed up by one or more parts of their keys: 0 the damage, 1 the carrier, 2 the table. */
export const sumBy = (tallies: Tallies, parts: readonly number[]): Map<string, Tally> => {
  const sums = new Map<string, Tally>();
  for (const [key, tally] of Object.entries(tallies)) {
    const pieces = key.split('|');
    const name = parts.map((part) => pieces[part]).join('|');
    if (!sums.has(name)) sums.set(name, emptyTally());
    addTally(sums.get(name)!, tally);
  }
  return sums;
};
