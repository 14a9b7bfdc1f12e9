import { gunzipSync } from 'node:zlib';
import type { ReportRecord } from '../model/report-record.js';
import type { Database } from './database.js';

/** A version's record as it was saved, or null if there is no such version. */
export function readVersion(database: Database, report: string, number: number): ReportRecord | null {
  const row = database.get<{ record: ArrayBuffer }>(
    'SELECT record FROM versions WHERE report = ? AND number = ?',
    report,
    number,
  );
  return row && (JSON.parse(gunzipSync(row.record).toString()) as ReportRecord);
}
