import { createHash } from 'node:crypto';
import type { ReportRecord } from '../model/report-record.js';
import { flattenRecord } from './flatten-record.js';

/** What follows from the rest, or speaks of the page around the report. */
const DERIVED = /^(?:source|checks|issues)\./u;

/** A line that is longer, or has a sentence in it, is the report's own. */
const PASSING_CHARS_MAX = 60;
const SENTENCE = /[。；！？]/u;

/**
 * What a report says, as 64 hex digits: the same for two pages that carry the same report in other bytes.
 * @param passing what lines have that differ with every look at a page, as counters of visits: they don't count
 * @returns a key of the content alone; pages without content share one key, so it says nothing of them
 */
export function contentKey(record: ReportRecord, passing: readonly RegExp[] = []): string {
  const hash = createHash('sha256');
  for (const [path, value] of flattenRecord(record)) {
    if (DERIVED.test(path)) continue;
    const lasting =
      path.endsWith('.text') && typeof value === 'string' ? withoutPassing(value, passing) : value;
    hash.update(`${JSON.stringify([path, lasting])}\n`);
  }
  return hash.digest('hex');
}

const withoutPassing = (text: string, passing: readonly RegExp[]): string =>
  text
    .split('\n')
    .filter(
      (line) =>
        line.length > PASSING_CHARS_MAX ||
        SENTENCE.test(line) ||
        !passing.some((pattern) => pattern.test(line)),
    )
    .join('\n');
