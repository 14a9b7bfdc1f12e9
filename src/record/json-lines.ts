import type { ReportRecord } from '../model/report-record.js';
import { cellsCsv, cellsCsvHeader } from './cells-csv.js';

/** How records become text: `head` is written once before them all. */
export interface Encoding {
  head: string;
  encode(record: ReportRecord): string;
}

export const jsonLines: Encoding = { head: '', encode: (record) => `${JSON.stringify(record)}\n` };

/** Indented, one after the other: a sequence that jq and other readers of JSON streams take. */
export const prettyJson: Encoding = { head: '', encode: (record) => `${JSON.stringify(record, null, 2)}\n` };

export const csvCells: Encoding = { head: cellsCsvHeader(), encode: cellsCsv };
