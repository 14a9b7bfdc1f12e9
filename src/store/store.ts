import { type Lock, lockFile } from '../lock/lock-file.js';
import type { ReportRecord } from '../model/report-record.js';
import { Database } from './database.js';
import type { RecordDiff } from './diff-records.js';
import { IS_DOCUMENT, unitsToConvert, unitsToJoin } from './plan-units.js';
import { readVersion } from './read-version.js';
import { RunFacts } from './run-facts.js';
import { saveConversion } from './save-conversion.js';
import { type FetchResult, type StoredFailure, saveFailure, saveFetch } from './save-fetch.js';
import { saveParts } from './save-parts.js';
import type { SavedRecord } from './save-record.js';
import type {
  ConversionResult,
  KeptBody,
  StoredPart,
  StoredReport,
  StoredUrl,
  StoredVersion,
  Unit,
} from './stored.js';

const URL_COLUMNS = `url, site, role, state, fate, etag, last_modified AS lastModified, failed_runs AS failedRuns,
  next_try_at AS nextTryAt, sha256, kind, final_url AS finalUrl, charset, fetched_run AS fetchedRun`;

/**
 * What is known of sites, pages, documents and reports: one database file. Each method is one transaction, on the disk when it
 * returns, and may be called again with the same arguments: a run that was killed anywhere goes on as if it had not been.
 */
export class Store {
  /** What runs came to. */
  readonly facts: RunFacts;
  readonly #database: Database;
  readonly #lock: Lock | null;
  readonly #passing: readonly RegExp[];

  /**
   * @param options `forReading` takes no lock: it sees what a run has saved so far; `passing`: see `contentKey`
   * @throws LockedError where another run writes; StoreVersionError
   */
  constructor(path: string, options: { forReading?: boolean; passing?: readonly RegExp[] } = {}) {
    this.#passing = options.passing ?? [];
    this.#lock = options.forReading ? null : lockFile(`${path}.lock`);
    try {
      this.#database = new Database(path);
    } catch (error) {
      this.#lock?.release();
      throw error;
    }
    this.facts = new RunFacts(this.#database);
  }

  /**
   * Begins a run, or goes on with the last one where that was of the same job and not ended: what it has done counts as done.
   * @param resumeSince ISO 8601: a run that was begun before is left as it is
   */
  beginRun(
    at: string,
    resumeSince = '',
    job = 'crawl',
  ): { id: number; startedAt: string; isResumed: boolean } {
    return this.#database.transaction(() => {
      const last = this.#database.get<{
        id: number;
        job: string;
        startedAt: string;
        ended_at: string | null;
      }>('SELECT id, job, started_at AS startedAt, ended_at FROM runs ORDER BY id DESC LIMIT 1');
      if (last && last.ended_at === null && last.job === job && last.startedAt >= resumeSince)
        return { id: last.id, startedAt: last.startedAt, isResumed: true };
      const id = (last?.id ?? 0) + 1;
      this.#database.run('INSERT INTO runs (id, job, started_at) VALUES (?, ?, ?)', id, job, at);
      return { id, startedAt: at, isResumed: false };
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

  /**
   * Notes addresses of a site; those that are known keep what is known of them. An address belongs to the site that names it now, and of
   * several in one run to the first: what was once fetched by hand becomes the site's.
   * @param at when the run began
   */
  saveLinks(site: string, links: { url: string; role: string }[], at: string): void {
    this.#database.transaction(() => {
      for (const { url, role } of links) {
        this.#database.run(
          `INSERT INTO urls (url, site, role, failed_runs, first_seen_at, last_seen_at) VALUES (?, ?, ?, 0, ?, ?)
           ON CONFLICT (url) DO UPDATE SET last_seen_at = excluded.last_seen_at,
             site = CASE WHEN last_seen_at = excluded.last_seen_at THEN site ELSE excluded.site END`,
          url,
          site,
          role,
          at,
          at,
        );
      }
    });
  }

  /** Notes how many reports the lists of a site named in this run. @param isComplete all of the lists could be read */
  saveFound(run: number, site: string, count: number, isComplete: boolean): void {
    this.#database.run(
      'INSERT OR REPLACE INTO found (site, run, count, is_complete) VALUES (?, ?, ?, ?)',
      site,
      run,
      count,
      isComplete ? 1 : 0,
    );
  }

  url(url: string): StoredUrl | null {
    return this.#database.get<StoredUrl>(`SELECT ${URL_COLUMNS} FROM urls WHERE url = ?`, url);
  }

  /** The last body of an address; null if it never gave one. */
  body(url: string): KeptBody | null {
    return this.#database.get<KeptBody>(
      `SELECT d.sha256, d.media_type AS mediaType, d.file, d.offset
       FROM urls u JOIN documents d ON d.sha256 = u.sha256 WHERE u.url = ?`,
      url,
    );
  }

  /** Reports and attachments of a site that the run has requested, or whose time has come, by address. */
  documentsOf(site: string, run: number, now: string): StoredUrl[] {
    return this.#database.all<StoredUrl>(
      `SELECT ${URL_COLUMNS} FROM urls
       WHERE site = ? AND (fetched_run = ? OR next_try_at IS NULL OR next_try_at <= ?)
         AND (${IS_DOCUMENT} OR kind IS NULL AND role = 'report')
       ORDER BY url`,
      site,
      run,
      now,
    );
  }

  /** @throws where the address is not known */
  saveFetch(result: FetchResult): void {
    this.#database.transaction(() => saveFetch(this.#database, result));
  }

  /** Notes what hangs on the page of a report: its files and pictures, in the order of the page. */
  saveParts(page: string, parts: readonly StoredPart[]): void {
    this.#database.transaction(() => saveParts(this.#database, page, parts));
  }

  /** Pages with parts, by address, if the archive does not say yet that they belong together. */
  toJoin(): Unit[] {
    return unitsToJoin(this.#database);
  }

  /** The archive says now what belongs to a page. @param key of the unit */
  saveJoined(page: string, key: string): void {
    this.#database.run('UPDATE urls SET joined_key = ? WHERE url = ?', key, page);
  }

  /** What is to be converted, by address. */
  toConvert(version: string): Unit[] {
    return unitsToConvert(this.#database, version);
  }

  /** Keeps the records of a page and its parts, or why there are no records. Records of what can't be read now stay as they were. */
  saveConversion(result: ConversionResult): SavedRecord[] {
    return this.#database.transaction(() => saveConversion(this.#database, result, this.#passing));
  }

  saveFailure(failure: StoredFailure): void {
    saveFailure(this.#database, failure);
  }

  /** All reports, by their ids; not those that another one holds as one of its files. */
  reports(): StoredReport[] {
    const sql =
      'SELECT id, kind, issuer, year, version, record_id AS recordId FROM reports WHERE merged_into IS NULL ORDER BY id';
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

  close(): void {
    this.#database.close();
    this.#lock?.release();
  }
}
