/**
 * Scans reports of known truth, and scores what is read of them, before and after the sums have their say. Needs Chromium.
 *
 *   npx tsx scripts/score-scans.ts                     60 reports, each at 150 and at 200 dpi
 *   --count N and --seed N choose the reports, --dpi 150, 200 or both; --only N scores one of them, --from N and --to N a slice
 *   --kind scan,jpeg scores scans of these kinds (scripts/scans/plan-scan.ts)
 *   --keep FOLDER keeps the scans, and takes those that stand there; --list N names cells that are not right
 *   --json FILE writes the result of every scan; --sum adds up such files, named behind it, and reads nothing
 *   --make only makes the scans; --write puts the sums where the README takes them from
 *
 * Columns: `before` is the share of cells whose number is right as it was recognised, `after` of those that are right or
 * rightly suggested; `verified`, `read` and `suspect` count right/wrong cells; `blank?` counts figures taken for blanks.
 * Exit status 1: something wrong stands under verified.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { convert } from '../src/index.js';
import { writeScans } from './readme/figures.js';
import { type Dpi, resolutions, scanPlan } from './scans/plan-scan.js';
import { sayFaults, sayResults, scanScores } from './scans/say-results.js';
import { makeSet, readScan, type ScanKey } from './scans/scan-set.js';
import { type ScanResult, scoreScan } from './scans/score-scan.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    dpi: { type: 'string', default: 'both' },
    only: { type: 'string' },
    from: { type: 'string', default: '0' },
    to: { type: 'string' },
    kind: { type: 'string' },
    keep: { type: 'string' },
    list: { type: 'string', default: '40' },
    json: { type: 'string' },
    sum: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    make: { type: 'boolean', default: false },
  },
});

const keysWanted = (): ScanKey[] => {
  const seed = Number(values.seed);
  const from = Number(values.only ?? values.from);
  const to = values.only === undefined ? Number(values.to ?? values.count) : from + 1;
  const kinds = values.kind?.split(',') ?? [];
  const dpis = resolutions.filter((dpi: Dpi) => values.dpi === 'both' || values.dpi === String(dpi));
  return Array.from({ length: to - from }, (_, at) => from + at)
    .filter((index) => kinds.length === 0 || kinds.includes(scanPlan(seed, index).kind))
    .flatMap((index) => dpis.map((dpi) => ({ seed, index, dpi })));
};

const scoreOne = async (folder: string, key: ScanKey): Promise<ScanResult> => {
  const { bytes, wanted } = readScan(folder, key);
  const before = performance.now();
  const { records, failure } = await convert({ uri: wanted.truth.file, bytes });
  const seconds = (performance.now() - before) / 1000;
  return scoreScan(wanted, records, failure && `${failure.code}: ${failure.message}`, seconds);
};

const scoreSet = async (): Promise<ScanResult[]> => {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'nianbao-scans-'));
  try {
    const keys = keysWanted();
    await makeSet(folder, keys);
    const results: ScanResult[] = [];
    if (values.make) return results;
    for (const key of keys) {
      const result = await scoreOne(folder, key);
      results.push(result);
      console.error(
        `${result.file}: ${result.cells} cells, ${result.before} right before, ${result.after} after, ` +
          `${result.faults.filter(({ fault }) => fault === 'silent').length} silent, ${result.seconds.toFixed(1)} s` +
          (result.failure ? `; ${result.failure}` : ''),
      );
    }
    return results;
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
};

const results = values.sum
  ? positionals.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as ScanResult[])
  : await scoreSet();
for (const row of sayResults(results)) console.log(row);
for (const fault of sayFaults(results).slice(0, Number(values.list))) console.log(fault);
for (const { file, failure } of results) if (failure) console.log(`not read: ${file} ${failure}`);
if (!values.sum) console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
if (values.write) writeScans({ command: 'npx tsx scripts/score-scans.ts', rows: scanScores(results) });
if (values.json) writeFileSync(values.json, `${JSON.stringify(results)}\n`);
process.exitCode = results.some(({ levels }) => levels.verified.wrong > 0) ? 1 : 0;
