import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringify from 'json-stringify-pretty-compact';
import pc from 'picocolors';
import { countRecord, describeSummary, emptySummary } from '../../src/cli/run-summary.js';
import { checkAcrossYears, convert, type ReportRecord } from '../../src/index.js';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const EXAMPLE = '2020-chengtang-own-sums-wrong';

const convertSample = async (name: string) => {
  const file = readdirSync(join(samples, name)).find((entry) => entry.startsWith('source.'))!;
  const bytes = new Uint8Array(readFileSync(join(samples, name, file)));
  return convert({ uri: `samples/${name}/${file}`, bytes });
};

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

/** What `npm start` says at its end. */
export async function summaryBlock(): Promise<string> {
  const counts = emptySummary();
  const all: ReportRecord[] = [];
  for (const name of readdirSync(samples).sort()) {
    const { records, failure } = await convertSample(name);
    counts.inputs++;
    if (failure) counts.failures++;
    for (const record of records) countRecord(counts, record);
    all.push(...records);
  }
  counts.years = await checkAcrossYears(all);
  return fenced('text', describeSummary(counts, pc.createColors(false)));
}

/** A cell of one sample, as its record has it. */
export async function exampleBlock(): Promise<string> {
  const { records } = await convertSample(EXAMPLE);
  const cell = records[0]!.tables.applications!.newlyReceived!.total;
  return fenced('json', stringify(cell, { maxLength: 118, indent: 2 }));
}
