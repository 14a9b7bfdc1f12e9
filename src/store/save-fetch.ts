import type { FailureCode } from '../model/codes/failure-codes.js';
import type { FetchState } from '../model/codes/fetch-states.js';
import type { PageNoteCode } from '../model/codes/page-notes.js';
import type { PageKind } from '../model/discovery.js';
import type { FetchOutcome } from '../model/fetch.js';
import type { Database } from './database.js';

/** A body and where the archive keeps it. */
interface StoredDocument {
  /** Of the decoded body: 64 hex digits. */
  sha256: string;
  mediaType: string | null;
  bytes: number;
  file: string;
  offset: number;
}

/** What a run came to know of an address. */
export interface FetchResult
  extends Pick<
    FetchOutcome,
    'url' | 'finalUrl' | 'state' | 'fate' | 'status' | 'etag' | 'lastModified' | 'message' | 'fetchedAt'
  > {
  run: number;
  /** What the body is; null leaves it as it was. */
  kind: PageKind | null;
  /** As the server declared it; only with a document. */
  charset: string | null;
  /** ISO 8601; null for in every run. */
  nextTryAt: string | null;
  /** Only if the state is `fetched`. */
  document: StoredDocument | null;
}

/** Notes what became of an address that is known. Call it within a transaction. */
export function saveFetch(database: Database, result: FetchResult): void {
  const { url, run, state, fetchedAt, document } = result;
  const isGood = state === 'fetched' || state === 'not-modified';
  if (document) {
    // A body has one place; another one only if an archive was lost and begun anew.
    database.run(
      `INSERT INTO documents (sha256, media_type, bytes, file, offset) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET file = excluded.file, offset = excluded.offset`,
      document.sha256,
      document.mediaType,
      document.bytes,
      document.file,
      document.offset,
    );
  }
  const changed = database.run(
    `UPDATE urls SET state = ?, fate = ?, status = ?, message = ?, next_try_at = ?,
       failed_runs = CASE WHEN ? THEN 0 WHEN fetched_run = ? THEN failed_runs ELSE failed_runs + 1 END,
       etag = CASE WHEN ? THEN ? ELSE coalesce(?, etag) END,
       last_modified = CASE WHEN ? THEN ? ELSE coalesce(?, last_modified) END,
       kind = coalesce(?, kind),
       final_url = CASE WHEN ? THEN ? ELSE final_url END,
       charset = CASE WHEN ? THEN ? ELSE charset END,
       body_at = CASE WHEN ? IS NOT NULL AND ? IS NOT sha256 THEN ? ELSE body_at END,
       sha256 = coalesce(?, sha256), fetched_at = ?, fetched_run = ?
     WHERE url = ?`,
    state,
    result.fate,
    result.status,
    result.message,
    result.nextTryAt,
    isGood ? 1 : 0,
    run,
    // A new body brings its own validators, or no validators; a 304 may bring newer ones.
    document ? 1 : 0,
    result.etag,
    isGood ? result.etag : null,
    document ? 1 : 0,
    result.lastModified,
    isGood ? result.lastModified : null,
    result.kind,
    document ? 1 : 0,
    result.finalUrl,
    document ? 1 : 0,
    result.charset,
    document?.sha256 ?? null,
    document?.sha256 ?? null,
    fetchedAt,
    document?.sha256 ?? null,
    fetchedAt,
    run,
    url,
  );
  if (changed === 0) throw new Error(`the store does not know ${url}`);
  saveTombstone(database, result, isGood);
  if (isGood) database.run("DELETE FROM failures WHERE run = ? AND url = ? AND stage = 'fetch'", run, url);
  else
    saveFailure(database, { run, url, stage: 'fetch', code: state, message: result.message, at: fetchedAt });
}

/** A page that once gave a document and is gone; it may come back. */
function saveTombstone(
  database: Database,
  { url, run, state, fetchedAt }: FetchResult,
  isGood: boolean,
): void {
  if (isGood) {
    database.run(
      'UPDATE tombstones SET returned_at = ? WHERE url = ? AND returned_at IS NULL',
      fetchedAt,
      url,
    );
  } else if (state === 'gone') {
    database.run(
      `INSERT INTO tombstones (url, run, vanished_at)
       SELECT url, ?, ? FROM urls WHERE url = ? AND sha256 IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.url = urls.url AND t.returned_at IS NULL)
       ON CONFLICT (url, run) DO UPDATE SET returned_at = NULL`,
      run,
      fetchedAt,
      url,
    );
  }
}

export interface StoredFailure {
  run: number;
  url: string;
  /** fetch, convert, discover ... */
  stage: string;
  code: FailureCode | FetchState | PageNoteCode;
  message: string;
  at: string;
}

/** Of one stage and address, a run keeps the last failure. */
export function saveFailure(database: Database, { run, url, stage, code, message, at }: StoredFailure): void {
  database.run(
    'INSERT OR REPLACE INTO failures (run, url, stage, code, message, at) VALUES (?, ?, ?, ?, ?, ?)',
    run,
    url,
    stage,
    code,
    message,
    at,
  );
}
