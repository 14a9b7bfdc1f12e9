import type { ReportRecord } from '../model/report-record.js';
import type { Failure } from './failure.js';

/** What a bundle came to. Both, if only some of its files could be read. */
export interface Conversion {
  /** One for each report that the files hold. */
  records: ReportRecord[];
  /** What could not be read, or null. */
  failure: Failure | null;
}
