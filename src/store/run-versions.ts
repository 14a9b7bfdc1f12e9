import { gunzipSync } from 'node:zlib';
import type { ReportRecord } from '../model/report-record.js';
import type { Database } from './database.js';
import type { RecordDiff } from './diff-records.js';
import type { StoredVersion } from './stored.js';

/** A version of a report that a run made, with its record. */
export interface RunVersion extends Omit<StoredVersion, 'recordId'> {
  report: string;
  /** '' where the store knows the address no more. */
  site: string;
  record: ReportRecord;
}

/**
 * The versions that a run made, by report and number. One record is in memory at a time, however many there are: whoever asks takes out
 * what it needs and lets go of the rest.
 */
export function* versionsOfRun(database: Database, run: number): Generator<RunVersion> {
  const made = database.all<{ report: string; number: number }>(
    'SELECT report, number FROM versions WHERE run = ? ORDER BY report, number',
    run,
  );
  for (const { report, number } of made) {
    const row = database.get<{
      cause: StoredVersion['cause'];
      url: string;
      site: string;
      diff: string | null;
      record: ArrayBuffer;
    }>(
      `SELECT v.cause, v.url, coalesce(u.site, '') AS site, v.diff, v.record
       FROM versions v LEFT JOIN urls u ON u.url = v.url WHERE v.report = ? AND v.number = ?`,
      report,
      number,
    )!;
    yield {
      ...{ report, number, run, cause: row.cause, url: row.url, site: row.site },
      diff: row.diff === null ? null : (JSON.parse(row.diff) as RecordDiff),
      record: JSON.parse(gunzipSync(row.record).toString()) as ReportRecord,
    };
  }
}
