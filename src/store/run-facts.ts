import type { FetchState } from '../model/fetch.js';
import type { PastRun } from '../model/run-summary.js';
import type { Database } from './database.js';
import { historyOf } from './history.js';
import { countChanges, type RunChanges } from './run-changes.js';
import { type RunVersion, versionsOfRun } from './run-versions.js';
import type { StoredFailure } from './save-fetch.js';

/** A failure, and what is known of its address; '' where the store does not know it. */
export interface FailureOfRun extends StoredFailure {
  site: string;
  role: string;
  /** Runs in a row that could not fetch the address. */
  failedRuns: number;
}

/** A document that vanished in a run, and the reports that it showed last. */
export interface VanishedPage {
  url: string;
  site: string;
  reports: string[];
}

/** Lists that are gone are not among these: what they named shows in the counts. */
const IS_DOCUMENT = "(u.kind IN ('report', 'file') OR u.role IN ('attachment', 'picture'))";

/** Neither the site nor the net had anything to do with these. */
const LEFT_FOR_LATER: ReadonlySet<FetchState> = new Set<FetchState>(['quiet-hours', 'over-budget']);

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

  /** Runs before this one that looked at the site and could not read all lists, since the last one that could. */
  incompleteBefore(run: number, site: string): number {
    const since = this.foundBefore(run, site)?.run ?? 0;
    const sql = 'SELECT count(*) AS count FROM found WHERE site = ? AND run < ? AND run > ?';
    return this.#database.get<{ count: number }>(sql, site, run, since)!.count;
  }

  /** Why no list of a site was requested in a run, although its time had come: a state that costs no request; null if a list was. */
  leftForLater(run: number, site: string): FetchState | null {
    const states = this.#database
      .all<{ state: FetchState }>(
        `SELECT DISTINCT state FROM urls WHERE site = ? AND fetched_run = ? AND role IN ('seed', 'list', 'next') ORDER BY state`,
        site,
        run,
      )
      .map(({ state }) => state);
    return states.every((state) => LEFT_FOR_LATER.has(state)) ? (states[0] ?? null) : null;
  }

  /** By address and stage. */
  failures(run: number): FailureOfRun[] {
    return this.#database.all<FailureOfRun>(
      `SELECT f.run, f.url, f.stage, f.code, f.message, f.at,
         coalesce(u.site, '') AS site, coalesce(u.role, '') AS role, coalesce(u.failed_runs, 0) AS failedRuns
       FROM failures f LEFT JOIN urls u ON u.url = f.url WHERE f.run = ? ORDER BY f.url, f.stage`,
      run,
    );
  }

  /** Documents that are gone since this run, by address. */
  vanished(run: number): VanishedPage[] {
    return this.#database
      .all<{ url: string; site: string; reports: string }>(
        `SELECT u.url, u.site, (SELECT json_group_array(report)
           FROM (SELECT DISTINCT report FROM sightings s
             WHERE s.url = u.url OR s.url IN (SELECT page FROM parts p WHERE p.url = u.url) ORDER BY report)) AS reports
         FROM tombstones t JOIN urls u ON u.url = t.url WHERE t.run = ? AND ${IS_DOCUMENT} ORDER BY u.url`,
        run,
      )
      .map((row) => ({ ...row, reports: JSON.parse(row.reports) as string[] }));
  }

  /** Documents that a site had before this run: known before it began, and not gone by then. @param startedAt of the run */
  documentsBefore(run: number, site: string, startedAt: string): number {
    return this.#database.get<{ count: number }>(
      `SELECT count(*) AS count FROM urls u
       WHERE u.site = ? AND u.sha256 IS NOT NULL AND u.first_seen_at < ? AND ${IS_DOCUMENT}
         AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.url = u.url AND t.run < ? AND t.returned_at IS NULL)`,
      site,
      startedAt,
      run,
    )!.count;
  }

  /** What a run changed, counted. */
  changes(run: number): RunChanges {
    return countChanges(this.#database, run);
  }

  /** The versions that a run made, one after the other. */
  versions(run: number): Generator<RunVersion> {
    return versionsOfRun(this.#database, run);
  }

  /** Reports that the store holds. */
  held(): { reports: number; annualReports: number } {
    const sql =
      "SELECT count(*) AS reports, count(CASE WHEN kind = 'annual-report' THEN 1 END) AS annualReports FROM reports WHERE merged_into IS NULL";
    return this.#database.get<{ reports: number; annualReports: number }>(sql)!;
  }

  /** The last runs of a job before this one that were ended with a summary, the oldest first. */
  history(run: number, job: string, count: number): PastRun[] {
    return historyOf(this.#database, run, job, count);
  }
}
