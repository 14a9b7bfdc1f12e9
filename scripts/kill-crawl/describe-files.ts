import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunSummary } from '../../src/model/run-summary.js';
import { describeContents } from '../../src/store/describe-contents.js';

/**
 * All that a crawl left, as lines that do not depend on when it was done: the store, the records byte for byte, and the summary without
 * what belongs to one process.
 */
export function describeFiles(folder: string): string[] {
  const records = readFileSync(join(folder, 'records.jsonl'), 'utf8').split('\n');
  const summary: RunSummary = JSON.parse(readFileSync(join(folder, 'runs/latest.json'), 'utf8'));
  const { run, job, needsPerson, alarms, totals, sites, changes, vanished, held } = summary;
  const told = { run, job, needsPerson, alarms, totals, sites, changes, vanished, held };
  return [
    ...describeContents(join(folder, 'state.db')),
    ...records.map((line) => `record ${line.replace(/"fetchedAt":"[^"]+"/gu, '"fetchedAt":""')}`),
    // Requests are those of the last process.
    ...JSON.stringify(told, (key, value) => (key === 'requests' ? 0 : value), 1)
      .split('\n')
      .map((line) => `summary ${line}`),
  ];
}
