import { createHash } from 'node:crypto';
import type { ReportRecord } from '../model/report-record.js';
import { flattenRecord } from './flatten-record.js';

/** What follows from the rest, or speaks of the page around the report. */
const DERIVED = /^(?:source|checks|issues)\./u;

/**
 * What a report says, as 64 hex digits: the same for two pages that carry the same report in other bytes.
 * @returns a key of the content alone; pages without content share theirs, so it tells nothing of these
 */
export function contentKey(record: ReportRecord): string {
  const hash = createHash('sha256');
  for (const [path, value] of flattenRecord(record)) {
    if (!DERIVED.test(path)) hash.update(`${JSON.stringify([path, value])}\n`);
  }
  return hash.digest('hex');
}
