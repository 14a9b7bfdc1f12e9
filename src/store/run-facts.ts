import type { Database } from './database.js';
import { countChanges, type RunChanges } from './run-changes.js';
import type { StoredFailure } from './save-fetch.js';

/** What runs found, changed and could not do, as the store knows it. */
export class RunFacts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How many reports a site's lists named in this run, if they were read in it. */
  found(run: number, site: string): { count: number; isComplete: boolean } | null {
    const sql = 'SELECT count, is_complete FROM found WHERE site = ? AND run = ?';
    const row = this.#database.get<{ count: number; is_complete: number }>(sql, site, run);
    return row && { count: row.count, isComplete: row.is_complete === 1 };
  }

  /** ... and the last time before it that all lists could be read. */
  foundBefore(run: number, site: string): { run: number; count: number } | null {
    const sql =
      'SELECT run, count FROM found WHERE site = ? AND run < ? AND is_complete = 1 ORDER BY run DESC LIMIT 1';
    return this.#database.get<{ run: number; count: number }>(sql, site, run);
  }

  /** Runs before this one in which the site was looked at and not all lists could be read, since the last one in which they could. */
  incompleteBefore(run: number, site: string): number {
    const since = this.foundBefore(run, site)?.run ?? 0;
    const sql = 'SELECT count(*) AS count FROM found WHERE site = ? AND run < ? AND run > ?';
    return this.#database.get<{ count: number }>(sql, site, run, since)!.count;
  }

  failures(run: number): StoredFailure[] {
    const sql = 'SELECT run, url, stage, code, message, at FROM failures WHERE run = ? ORDER BY url, stage';
    return this.#database.all<StoredFailure>(sql, run);
  }

  /** What a run changed, counted. */
  changes(run: number): RunChanges {
    return countChanges(this.#database, run);
  }
}
