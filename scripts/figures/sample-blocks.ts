import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringify from 'json-stringify-pretty-compact';
import pc from 'picocolors';
import { countRecord, describeSummary, emptySummary } from '../../src/cli/run-summary.js';
import { checkAcrossYears, type ReportRecord } from '../../src/index.js';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const EXAMPLE = '2020-chengtang-own-sums-wrong';

/** The kept record, which is what the sample converts to (`scripts/samples/make-samples.test.ts`). */
const recordOf = (name: string): ReportRecord =>
  JSON.parse(readFileSync(join(samples, name, 'record.json'), 'utf8'));

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

/** What `npm start` says at its end. */
export async function summaryBlock(): Promise<string> {
  const counts = emptySummary();
  const all: ReportRecord[] = [];
  for (const name of readdirSync(samples).sort()) {
    const record = recordOf(name);
    counts.inputs++;
    countRecord(counts, record);
    all.push(record);
  }
  counts.years = await checkAcrossYears(all);
  return fenced('text', describeSummary(counts, pc.createColors(false)));
}

/** A cell of one sample, as its record has it. */
export async function exampleBlock(): Promise<string> {
  const cell = recordOf(EXAMPLE).tables.applications!.newlyReceived!.total;
  return fenced('json', stringify(cell, { maxLength: 118, indent: 2 }));
}
