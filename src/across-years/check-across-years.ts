import { sharedKnowledge } from '../convert/run/shared-knowledge.js';
import type { ReportRecord } from '../model/report-record.js';
import type { YearCheck } from '../model/year-finding.js';
import { openYearCheck } from './open-year-check.js';

/**
 * Compares the reports of each body in consecutive years: what a year carries over must be what the year before carried
 * forward. The records stay as they are.
 * @param records taken one by one; some kilobytes of each are kept. Their order does not matter.
 * @param options `signal` stops it: the call is rejected with the reason of the signal
 */
export async function checkAcrossYears(
  records: Iterable<ReportRecord> | AsyncIterable<ReportRecord>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<YearCheck> {
  const checker = openYearCheck(sharedKnowledge());
  for await (const record of records) {
    signal?.throwIfAborted();
    checker.add(record);
  }
  signal?.throwIfAborted();
  return checker.check();
}
