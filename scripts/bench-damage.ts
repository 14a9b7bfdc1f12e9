/**
 * Damages reports whose truth is known, reads them, and counts what is wrong and looks sure.
 *
 *   npm run bench:damage                       a small seeded run
 *   npm run bench:damage -- --full --plot      500 reports, a million damaged cells; writes docs/damage.json and docs/damage.svg
 *   npm run bench:damage -- --case 12:html-clean:wrong-2     makes one case again and draws what was read
 *
 *   --count N      reports that go through real carriers      --per N     carriers of each
 *   --fits N       reports whose tables go to the grading without a carrier
 *   --seed N  --carriers a,b  --damages a,b  --tables a,b  --workers N  --by damage,carrier,table
 *   --list N       prints N kinds of silent errors, each with how to make it again
 *   --out FILE     all tallies and kinds as JSON; --plot writes docs/damage.json (the sums) and docs/damage.svg
 *
 * Exit status 1: a wrong number stood under `verified` or `read` that somebody could have known.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import stringify from 'json-stringify-pretty-compact';
import { damages } from './damage/cases.js';
import { type DocumentOptions, runReport } from './damage/damage-documents.js';
import { runFits } from './damage/damage-fits.js';
import { drawPlot } from './damage/draw-plot.js';
import { kindLines, silentIn, tableLines } from './damage/print-results.js';
import { emptyFindings, type Findings, remember, runInProcesses } from './damage/run-slices.js';
import { showCase } from './damage/show-case.js';
import { sourceDamages } from './damage/source-damages.js';
import { summarise, talliesOf } from './damage/summarise.js';
import { carriers } from './synthesise/render/index.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    per: { type: 'string' },
    fits: { type: 'string' },
    seed: { type: 'string', default: '3' },
    carriers: { type: 'string' },
    damages: { type: 'string' },
    tables: { type: 'string' },
    workers: { type: 'string', default: '2' },
    by: { type: 'string', default: 'damage' },
    list: { type: 'string', default: '20' },
    case: { type: 'string' },
    slice: { type: 'string' },
    out: { type: 'string' },
    full: { type: 'boolean', default: false },
    plot: { type: 'boolean', default: false },
  },
});

const FULL = { count: 520, per: 1, fits: 14_000 };
const SMALL = { count: 12, per: 2, fits: 60 };

const sizes = values.full ? FULL : SMALL;
const sizeOf = (name: 'count' | 'per' | 'fits'): number => Number(values[name] ?? sizes[name]);
const listOf = (text: string | undefined, known: readonly string[]): string[] | null => {
  const names = text?.split(',') ?? null;
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${unknown} is none of: ${known.join(', ')}`);
  return names;
};
const seed = Number(values.seed);
const options: DocumentOptions = {
  seed,
  perReport: sizeOf('per'),
  carriers: listOf(
    values.carriers,
    carriers.map(({ name }) => name),
  ),
  damages: listOf(
    values.damages,
    [...damages, ...sourceDamages].map(({ name }) => name),
  ),
  tables: listOf(values.tables, ['proactive', 'applications', 'review', 'statistics']),
};

/** The cases of one process: every `of`-th report, from `first` on. */
const runSlice = async (first: number, of: number): Promise<Findings> => {
  const findings = emptyFindings();
  for (let index = first; index < sizeOf('count'); index += of) {
    remember(findings, await runReport(index, options, findings.tallies));
  }
  for (let index = first; index < sizeOf('fits'); index += of) {
    remember(findings, runFits(seed, index, options.damages, findings.tallies));
  }
  return findings;
};

const print = (lines: readonly string[]): void => console.log(`${lines.join('\n')}\n`);

const PARTS = ['damage', 'carrier', 'table'];

const report = ({ tallies, kinds }: Findings): void => {
  for (const by of values.by.split(';')) {
    const parts = by.split(',').map((part) => PARTS.indexOf(part));
    print(tableLines(talliesOf(tallies, true), parts, `fitted, by ${by}`));
    print(tableLines(talliesOf(tallies, false), parts, `documents, by ${by}`));
  }
  print(kindLines(kinds, Number(values.list), seed));
  console.log(`silent errors: ${silentIn(tallies)}`);
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const main = async (): Promise<number> => {
  if (values.slice) {
    const [first, of] = values.slice.split('/').map(Number);
    process.send!(await runSlice(first!, of!));
    return 0;
  }
  if (values.case) {
    print(await showCase(values.case, options));
    return 0;
  }
  const findings = await runInProcesses(
    fileURLToPath(import.meta.url),
    process.argv.slice(2),
    Number(values.workers),
  );
  report(findings);
  const json = (value: unknown): string => `${stringify(value, { maxLength: 400 })}\n`;
  if (values.out) write(values.out, json({ seed, ...findings }));
  if (values.plot) {
    const docs = fileURLToPath(new URL('../docs/', import.meta.url));
    const sizes = { seed, count: sizeOf('count'), per: sizeOf('per'), fits: sizeOf('fits') };
    write(`${docs}damage.json`, json({ ...sizes, ...summarise(findings.tallies, findings.kinds) }));
    write(`${docs}damage.svg`, drawPlot(findings.tallies));
  }
  return silentIn(findings.tallies) > 0 ? 1 : 0;
};

process.exitCode = await main();
