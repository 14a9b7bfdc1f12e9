import { gzipSync } from 'node:zlib';
import type { ReportRecord } from '../model/report-record.js';
import { contentKey } from './content-key.js';
import type { Database } from './database.js';
import { diffRecords } from './diff-records.js';
import type { Placed } from './place-records.js';
import { readVersion } from './read-version.js';
import { currentRecord, filesOf } from './record-files.js';

/**
 * What a record turned out to be:
 * `new`: a report that the store did not hold; `changed`: the page's report says something else now; `reread`: the same bytes
 * are read differently, by another version of nianbao; `known`: a report that the store holds from another page, or an earlier
 * version of this one's; `unchanged`: nothing new, though the bytes around the report may differ.
 */
export type RecordChangeKind = 'new' | 'changed' | 'reread' | 'known' | 'unchanged';

export interface SavedRecord {
  report: string;
  version: number;
  change: RecordChangeKind;
}

interface Report {
  id: string;
  version: number;
  record_id: string;
  content_key: string;
}

type Cause = 'first' | 'source-changed' | 'reading-changed';

/** What a page or a file showed before. */
export interface Seen {
  url: string;
  part: number;
  report: string;
  record_id: string;
  content_key: string;
  run: number;
  change: RecordChangeKind;
}

interface Saving extends Placed {
  run: number;
  /** What its page and the files of it showed before this conversion. */
  shown: readonly Seen[];
  passing: readonly RegExp[];
}

/** Finds what report a record is of and keeps it as a new version where it says something new. Call it within a transaction. */
export function saveRecord(database: Database, saving: Saving): SavedRecord {
  const { record, url, part, run, passing } = saving;
  const key = contentKey(record, passing);
  const own = saving.shown.find((seen) => seen.url === url && seen.part === part);
  const saved = place(database, { record, key, url, run, seen: ownFirst(database, saving) });
  // Saved twice in a run, as after a crash: what was new in it stays new.
  const isAgain = own?.run === run && saved.change === 'unchanged';
  database.run(
    `INSERT INTO sightings (url, part, report, record_id, content_key, change, run) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (url, part) DO UPDATE SET report = excluded.report, record_id = excluded.record_id,
       content_key = excluded.content_key, change = excluded.change, run = excluded.run`,
    url,
    part,
    saved.report,
    record.id,
    key,
    isAgain ? own.change : saved.change,
    run,
  );
  // It is a report by itself again.
  database.run(
    'UPDATE reports SET merged_into = NULL WHERE id = ? AND merged_into IS NOT NULL',
    saved.report,
  );
  return saved;
}

/**
 * What the files of a record showed before, the one first whose report goes on: what was a report by itself before what only named one,
 * then in the order of the page.
 */
function ownFirst(database: Database, { url, part, carriers, shown }: Saving): Seen[] {
  const seen = [{ url, part }, ...carriers].flatMap(
    (file) => shown.find((one) => one.url === file.url && one.part === file.part) ?? [],
  );
  const distinct = [...new Set(seen)];
  if (distinct.length < 2) return distinct;
  const isReport = ({ report }: Seen): boolean => currentRecord(database, report).kind === 'annual-report';
  return [...distinct.filter(isReport), ...distinct.filter((one) => !isReport(one))];
}

interface Arrival {
  record: ReportRecord;
  key: string;
  url: string;
  run: number;
  /** What its files showed before, the one first whose report goes on. */
  seen: readonly Seen[];
}

function place(database: Database, arrival: Arrival): SavedRecord {
  const { record, key, seen: all } = arrival;
  const seen = all[0] ?? null;
  const own = seen && reportOf(database, seen.report);
  if (own && seen.content_key === key) return stays(own, 'unchanged');
  if (own && own.content_key === key) return stays(own, 'unchanged');
  const isReread = all.length > 0 && holdsNothingNew(database, record, all);
  // The page lags behind its report, which another page gave a newer version: that one stays the current one.
  if (own && isReread && seen.content_key !== own.content_key && holdsBytes(database, own.id, record.id))
    return stays(own, 'unchanged');
  const elsewhere = isReread ? null : holderOf(database, record, key);
  if (elsewhere && elsewhere.id !== own?.id) {
    if (elsewhere.content_key === key || !elsewhere.isCurrent) return stays(elsewhere, 'known');
    return addVersion(database, elsewhere, arrival, 'reading-changed');
  }
  // The same bytes with another content: it was not the page that changed.
  if (own) return addVersion(database, own, arrival, isReread ? 'reading-changed' : 'source-changed');
  return addReport(database, arrival);
}

/** All of its bytes were in what its files showed before: put together, or read, in another way. */
function holdsNothingNew(database: Database, record: ReportRecord, seen: readonly Seen[]): boolean {
  if (seen.some(({ record_id }) => record_id === record.id)) return true;
  const known = new Set(
    seen.flatMap(({ report, record_id }) => {
      const sql = 'SELECT number FROM versions WHERE report = ? AND record_id = ? ORDER BY number DESC';
      const row = database.get<{ number: number }>(sql, report, record_id);
      return row ? filesOf(readVersion(database, report, row.number)!).map(({ sha256 }) => sha256) : [];
    }),
  );
  return filesOf(record).every(({ sha256 }) => known.has(sha256));
}

const stays = ({ id, version }: Report, change: RecordChangeKind): SavedRecord => ({
  report: id,
  version,
  change,
});

const REPORT = 'SELECT id, version, record_id, content_key FROM reports';

const reportOf = (database: Database, id: string): Report | null =>
  database.get<Report>(`${REPORT} WHERE id = ?`, id);

const holdsBytes = (database: Database, report: string, record: string): boolean =>
  database.get('SELECT 1 FROM versions WHERE report = ? AND record_id = ?', report, record) !== null;

/** The report that holds the same bytes, or says the same. Pages that say nothing differ by their bytes alone. */
function holderOf(
  database: Database,
  record: ReportRecord,
  key: string,
): (Report & { isCurrent: boolean }) | null {
  const byBytes = database.get<{ report: string }>(
    'SELECT report FROM versions WHERE record_id = ? ORDER BY report, number DESC',
    record.id,
  );
  const bySighting = database.get<{ report: string }>(
    'SELECT report FROM sightings WHERE record_id = ? ORDER BY report',
    record.id,
  );
  const id = byBytes?.report ?? bySighting?.report;
  if (id !== undefined) {
    const report = reportOf(database, id)!;
    return { ...report, isCurrent: report.record_id === record.id };
  }
  const holder = fileHolder(database, record);
  if (holder) return { ...holder, isCurrent: false };
  const { kind, issuer, year } = record;
  if (kind !== 'annual-report' || issuer.value === null || year.value === null) return null;
  const report = database.get<Report>(`${REPORT} WHERE content_key = ? ORDER BY id`, key);
  return report && { ...report, isCurrent: true };
}

/** The report that holds the file as one of several. */
function fileHolder(database: Database, { source }: ReportRecord): Report | null {
  if (source.carriers) return null;
  const sql = 'SELECT report FROM carriers WHERE sha256 = ? AND part = ? ORDER BY report';
  const row = database.get<{ report: string }>(sql, source.sha256, source.part);
  return row && reportOf(database, row.report);
}

function addReport(database: Database, arrival: Arrival): SavedRecord {
  const { record, key } = arrival;
  database.run(
    'INSERT INTO reports (id, kind, issuer, year, version, record_id, content_key) VALUES (?, ?, ?, ?, 1, ?, ?)',
    record.id,
    record.kind,
    record.issuer.value,
    record.year.value,
    record.id,
    key,
  );
  writeVersion(database, record.id, 1, arrival, 'first', null);
  return { report: record.id, version: 1, change: 'new' };
}

function addVersion(database: Database, report: Report, arrival: Arrival, cause: Cause): SavedRecord {
  const { record, key } = arrival;
  const before = readVersion(database, report.id, report.version)!;
  const number = report.version + 1;
  database.run(
    'UPDATE reports SET kind = ?, issuer = ?, year = ?, version = ?, record_id = ?, content_key = ? WHERE id = ?',
    record.kind,
    record.issuer.value,
    record.year.value,
    number,
    record.id,
    key,
    report.id,
  );
  writeVersion(database, report.id, number, arrival, cause, JSON.stringify(diffRecords(before, record)));
  return { report: report.id, version: number, change: cause === 'source-changed' ? 'changed' : 'reread' };
}

function writeVersion(
  database: Database,
  report: string,
  number: number,
  { record, key, url, run }: Arrival,
  cause: Cause,
  diff: string | null,
): void {
  database.run(
    `INSERT INTO versions (report, number, record_id, content_key, cause, url, run, diff, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    report,
    number,
    record.id,
    key,
    cause,
    url,
    run,
    diff,
    gzipSync(JSON.stringify(record)),
  );
  database.run('DELETE FROM carriers WHERE report = ?', report);
  for (const { sha256, part } of record.source.carriers ?? [])
    database.run(
      'INSERT OR IGNORE INTO carriers (report, sha256, part) VALUES (?, ?, ?)',
      report,
      sha256,
      part,
    );
}
