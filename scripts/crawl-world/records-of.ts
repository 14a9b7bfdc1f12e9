import type { ReportRecord } from '../../src/model/report-record.js';

/** The addresses of all files of a record. */
export const filesOf = ({ source }: ReportRecord): string[] =>
  (source.carriers ?? [source]).map(({ uri }) => uri);

/** The records that a page or file is a part of. */
export const recordsOf = (url: string, records: readonly ReportRecord[]): ReportRecord[] =>
  records.filter((record) => filesOf(record).includes(url));
