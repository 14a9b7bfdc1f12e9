import { readFileSync, writeFileSync } from 'node:fs';
import { writeFigures } from '../figures/figures.js';
import { withFolder } from '../program/with-folder.js';
import { readDocument } from '../scoring/read-document.js';
import { resolutions, scanPlan } from './plan-scan.js';
import { sayFaults, sayResults, scanScores } from './say-results.js';
import { makeSet, readScan, type ScanKey } from './scan-set.js';
import { type ScanResult, scoreScan } from './score-scan.js';

export interface ScanOptions {
  count: number;
  seed: number;
  dpi: string;
  only: number | undefined;
  from: number;
  to: number | undefined;
  kind: string | undefined;
  keep: string | undefined;
  list: number;
  json: string | undefined;
  sum: boolean;
  make: boolean;
  write: boolean;
}

const keysWanted = (options: ScanOptions): ScanKey[] => {
  const { seed, only } = options;
  const from = only ?? options.from;
  const to = only === undefined ? (options.to ?? options.count) : from + 1;
  const kinds = options.kind?.split(',') ?? [];
  const dpis = resolutions.filter((dpi) => options.dpi === 'both' || options.dpi === String(dpi));
  return Array.from({ length: to - from }, (_, at) => from + at)
    .filter((index) => kinds.length === 0 || kinds.includes(scanPlan(seed, index).kind))
    .flatMap((index) => dpis.map((dpi) => ({ seed, index, dpi })));
};

const scoreOne = async (folder: string, key: ScanKey): Promise<ScanResult> => {
  const { bytes, wanted } = readScan(folder, key);
  const { records, failure, ms } = await readDocument(wanted.truth.file, bytes);
  const result = scoreScan(wanted, records, failure, ms / 1000);
  const silent = result.faults.filter(({ fault }) => fault === 'silent').length;
  console.error(
    `${result.file}: ${result.cells} cells, ${result.before} right before, ${result.after} after, ` +
      `${silent} silent, ${result.seconds.toFixed(1)} s`,
  );
  return result;
};

const scoreSet = (options: ScanOptions): Promise<ScanResult[]> =>
  withFolder(async (folder) => {
    const keys = keysWanted(options);
    await makeSet(folder, keys);
    const results: ScanResult[] = [];
    if (options.make) return results;
    for (const key of keys) results.push(await scoreOne(folder, key));
    return results;
  }, options.keep);

/**
 * Scans reports of known truth, and scores what is read of them, before and after the sums have their say.
 * Columns: `before` is the share of cells whose number is right as it was recognised, `after` of those that are right or
 * rightly suggested; `verified`, `read` and `suspect` count right/wrong cells; `blank?` counts figures taken for blanks.
 * @returns 1: a wrong number is under verified
 */
export async function scoreScans(options: ScanOptions, files: string[]): Promise<number> {
  const results = options.sum
    ? files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as ScanResult[])
    : await scoreSet(options);
  for (const row of sayResults(results)) console.log(row);
  for (const fault of sayFaults(results).slice(0, options.list)) console.log(fault);
  if (!options.sum) console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
  if (options.write)
    writeFigures(() => ({ scans: { command: 'npm run score -- scans', rows: scanScores(results) } }));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(results)}\n`);
  return results.some(({ levels }) => levels.verified.wrong > 0) ? 1 : 0;
}
