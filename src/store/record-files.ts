import type { CarrierSource, ReportRecord } from '../model/report-record.js';
import type { Database } from './database.js';
import { readVersion } from './read-version.js';

/** The files of a record, the one with the most evidence first. */
export const filesOf = ({ source }: ReportRecord): readonly CarrierSource[] => source.carriers ?? [source];

/** What a report says now. @throws where the store does not hold it */
export function currentRecord(database: Database, report: string): ReportRecord {
  const row = database.get<{ version: number }>('SELECT version FROM reports WHERE id = ?', report);
  const record = row && readVersion(database, report, row.version);
  if (record === null) throw new Error(`the store does not hold the report ${report}`);
  return record;
}
