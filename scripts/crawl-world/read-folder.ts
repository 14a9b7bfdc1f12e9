import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReportRecord, reportRecordSchema } from '../../src/model/report-record.js';
import type { RunSummary } from '../../src/model/run-summary.js';

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

/** What the last run came to. */
export const readSummary = (folder: string): RunSummary => JSON.parse(read(folder, 'runs/latest.json'));

/** DIR/records.jsonl, checked against the schema. */
export const readRecords = (folder: string): ReportRecord[] =>
  read(folder, 'records.jsonl')
    .split('\n')
    .filter(Boolean)
    .map((line) => reportRecordSchema.parse(JSON.parse(line)));
