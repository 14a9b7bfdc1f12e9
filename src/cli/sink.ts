import type { Failure } from '../convert/failure.js';
import type { ReportRecord } from '../model/report-record.js';

/** Where the output of a run goes. Each call ends when the output is taken, so that a slow reader slows the run. */
export interface Sink {
  record(record: ReportRecord): Promise<void>;
  text(uri: string, text: string): Promise<void>;
  failure(failure: Failure): Promise<void>;
  /** Makes what was written final. */
  close(): Promise<void>;
}
