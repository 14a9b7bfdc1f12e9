import { type Lock, lockFile } from '../lock/lock-file.js';
import type { FetchState } from '../model/fetch.js';
import type { ReportRecord } from '../model/report-record.js';
import { Database } from './database.js';
import type { RecordDiff } from './diff-records.js';
import { countChanges, type RunChanges } from './run-changes.js';
import { type FetchResult, type StoredFailure, saveFailure, saveFetch } from './save-fetch.js';
import { readVersion, type SavedRecord, saveRecord } from './save-record.js';

export interface StoredUrl {
  url: string;
  site: string;
  role: string;
  /** Null before the first fetch. */
  state: FetchState | null;
  etag: string | null;
  lastModified: string | null;
  /** Runs in a row in which it could not be had. */
  failedRuns: number;
  /** ISO 8601; null for in every run. */
  nextTryAt: string | null;
  /** Of the last body. */
  sha256: string | null;
}

/** A page whose last body is not converted yet, or was by another version. */
export interface ToConvert {
  url: string;
  sha256: string;
  mediaType: string | null;
  file: string;
  offset: number;
  fetchedAt: string;
}

export interface ConversionResult {
  run: number;
  url: string;
  sha256: string;
  /** Of nianbao. */
  version: string;
  records: ReportRecord[];
  failure: { code: string; message: string } | null;
  at: string;
}

export interface StoredReport {
  id: string;
  kind: ReportRecord['kind'];
  issuer: string | null;
  year: number | null;
  version: number;
  recordId: string;
}

export interface StoredVersion {
  number: number;
  recordId: string;
  cause: 'first' | 'source-changed' | 'reading-changed';
  url: string;
  run: number;
  diff: RecordDiff | null;
}

const URL_COLUMNS = `url, site, role, state, etag, last_modified AS lastModified, failed_runs AS failedRuns,
  next_try_at AS nextTryAt, sha256`;

/**
 * What is known of sites, pages, documents and reports: one database file. Each method is one transaction, on the disk when it
 * returns, and may be called again with the same arguments: a run that was killed anywhere goes on as if it had not been.
 */
export class Store {
  readonly #database: Database;
  readonly #lock: Lock | null;

  /**
   * @param options `forReading` takes no lock: it sees what a run has saved so far
   * @throws LockedError where another run writes; StoreVersionError
   */
  constructor(path: string, options: { forReading?: boolean } = {}) {
    this.#lock = options.forReading ? null : lockFile(`${path}.lock`);
    try {
      this.#database = new Database(path);
    } catch (error) {
      this.#lock?.release();
      throw error;
    }
  }

  /**
   * Begins a run, or goes on with the last one where that was not ended: what it has done counts as done.
   * @param resumeSince ISO 8601: a run that was begun before is left as it is
   */
  beginRun(at: string, resumeSince = ''): { id: number; isResumed: boolean } {
    return this.#database.transaction(() => {
      const last = this.#database.get<{ id: number; started_at: string; ended_at: string | null }>(
        'SELECT id, started_at, ended_at FROM runs ORDER BY id DESC LIMIT 1',
      );
      if (last && last.ended_at === null && last.started_at >= resumeSince)
        return { id: last.id, isResumed: true };
      const id = (last?.id ?? 0) + 1;
      this.#database.run('INSERT INTO runs (id, started_at) VALUES (?, ?)', id, at);
      return { id, isResumed: false };
    });
  }

  endRun(run: number, at: string, summary: unknown): void {
    const json = JSON.stringify(summary);
    this.#database.run('UPDATE runs SET ended_at = ?, summary = ? WHERE id = ?', at, json, run);
  }

  /** The last runs, the newest first. */
  runs(count: number): { id: number; startedAt: string; endedAt: string | null; summary: unknown }[] {
    return this.#database
      .all<{ id: number; startedAt: string; endedAt: string | null; summary: string | null }>(
        'SELECT id, started_at AS startedAt, ended_at AS endedAt, summary FROM runs ORDER BY id DESC LIMIT ?',
        count,
      )
      .map((row) => ({ ...row, summary: row.summary === null ? null : JSON.parse(row.summary) }));
  }

  /** Notes what the lists of a site named in this run; addresses that are known keep what is known of them. */
  saveFound(
    run: number,
    site: string,
    links: { url: string; role: string }[],
    count: number,
    at: string,
  ): void {
    this.#database.transaction(() => {
      for (const { url, role } of links) {
        this.#database.run(
          `INSERT INTO urls (url, site, role, failed_runs, first_seen_at, last_seen_at) VALUES (?, ?, ?, 0, ?, ?)
           ON CONFLICT (url) DO UPDATE SET last_seen_at = excluded.last_seen_at`,
          url,
          site,
          role,
          at,
          at,
        );
      }
      this.#database.run(
        'INSERT OR REPLACE INTO found (site, run, count) VALUES (?, ?, ?)',
        site,
        run,
        count,
      );
    });
  }

  /** How many reports a site's lists named in this run, if they were read in it. */
  found(run: number, site: string): number | null {
    const sql = 'SELECT count FROM found WHERE site = ? AND run = ?';
    return this.#database.get<{ count: number }>(sql, site, run)?.count ?? null;
  }

  /** ... and the last time before it. */
  foundBefore(run: number, site: string): number | null {
    const sql = 'SELECT count FROM found WHERE site = ? AND run < ? ORDER BY run DESC LIMIT 1';
    return this.#database.get<{ count: number }>(sql, site, run)?.count ?? null;
  }

  url(url: string): StoredUrl | null {
    return this.#database.get<StoredUrl>(`SELECT ${URL_COLUMNS} FROM urls WHERE url = ?`, url);
  }

  /** Addresses that the run is not done with and whose time has come, by name. */
  due(run: number, now: string, site?: string): StoredUrl[] {
    return this.#database.all<StoredUrl>(
      `SELECT ${URL_COLUMNS} FROM urls WHERE fetched_run IS NOT ? AND (next_try_at IS NULL OR next_try_at <= ?)
       AND (? IS NULL OR site = ?) ORDER BY url`,
      run,
      now,
      site ?? null,
      site ?? null,
    );
  }

  /** @throws where the address is not known */
  saveFetch(result: FetchResult): void {
    this.#database.transaction(() => saveFetch(this.#database, result));
  }

  /** What is to be converted, by address. */
  toConvert(version: string): ToConvert[] {
    return this.#database.all<ToConvert>(
      `SELECT url, u.sha256, d.media_type AS mediaType, d.file, d.offset, u.fetched_at AS fetchedAt
       FROM urls u JOIN documents d ON d.sha256 = u.sha256
       WHERE u.converted_sha256 IS NOT u.sha256 OR u.converted_with IS NOT ? ORDER BY url`,
      version,
    );
  }

  /** Keeps the records of a page, or why there are none. What an unreadable page showed before stays. */
  saveConversion({ run, url, sha256, version, records, failure, at }: ConversionResult): SavedRecord[] {
    return this.#database.transaction(() => {
      this.#database.run(
        'UPDATE urls SET converted_sha256 = ?, converted_with = ? WHERE url = ?',
        sha256,
        version,
        url,
      );
      if (failure) {
        saveFailure(this.#database, { run, url, stage: 'convert', at, ...failure });
        return [];
      }
      const parts = JSON.stringify(records.map(({ source }) => source.part));
      this.#database.run(
        'DELETE FROM sightings WHERE url = ? AND part NOT IN (SELECT value FROM json_each(?))',
        url,
        parts,
      );
      return records.map((record) => saveRecord(this.#database, record, url, run));
    });
  }

  saveFailure(failure: StoredFailure): void {
    saveFailure(this.#database, failure);
  }

  failures(run: number): StoredFailure[] {
    const sql = 'SELECT run, url, stage, code, message, at FROM failures WHERE run = ? ORDER BY url, stage';
    return this.#database.all<StoredFailure>(sql, run);
  }

  /** All reports, by their ids. */
  reports(): StoredReport[] {
    const sql = 'SELECT id, kind, issuer, year, version, record_id AS recordId FROM reports ORDER BY id';
    return this.#database.all<StoredReport>(sql);
  }

  versions(report: string): StoredVersion[] {
    return this.#database
      .all<StoredVersion & { diff: string | null }>(
        'SELECT number, record_id AS recordId, cause, url, run, diff FROM versions WHERE report = ? ORDER BY number',
        report,
      )
      .map((row) => ({ ...row, diff: row.diff === null ? null : (JSON.parse(row.diff) as RecordDiff) }));
  }

  /** A version's record as it was saved. */
  record(report: string, version: number): ReportRecord | null {
    return readVersion(this.#database, report, version);
  }

  /** The pages that show a report, or showed it last. */
  pages(report: string): string[] {
    const sql = 'SELECT DISTINCT url FROM sightings WHERE report = ? ORDER BY url';
    return this.#database.all<{ url: string }>(sql, report).map(({ url }) => url);
  }

  /** What a run changed, counted. */
  changes(run: number): RunChanges {
    return countChanges(this.#database, run);
  }

  close(): void {
    this.#database.close();
    this.#lock?.release();
  }
}
