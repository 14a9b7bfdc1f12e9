/**
 * Damages reports whose truth is known, reads them, and counts what is wrong and looks sure.
 *
 *   npm run bench:damage                       a small seeded run
 *   npm run bench:damage -- --full --plot      500 reports, a million damaged cells; writes docs/damage*
 *   npm run bench:damage -- --case 12:html-clean:wrong-2     makes one case again and draws what was read
 *
 *   --count N      reports that go through real carriers      --per N     carriers of each
 *   --fits N       reports whose tables go to the grading without a carrier
 *   --seed N  --carriers a,b  --damages a,b  --tables a,b  --workers N
 *   --by damage,carrier,table,group            what the lines of the tables are; several tables are parted by ;
 *   --list N       prints N kinds of silent errors, each with how to make it again
 *   --out FILE     all tallies and kinds as JSON; --plot writes the sums (docs/damage.json) and draws them
 *   --resume       goes on with a full run of the same program that was stopped (output/damage keeps its slices)
 *   --timeout N    seconds that a slice of 10 documents or 250 tables may take, 600 unless told
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
import { drawCalibration } from './damage/draw-calibration.js';
import { drawKinds } from './damage/draw-kinds.js';
import { emptyFindings, type Findings, remember } from './damage/findings.js';
import { groupOf } from './damage/groups.js';
import { kindLines, silentIn, tableLines } from './damage/print-results.js';
import { parseSlice, runSlices, slicesOf } from './damage/run-slices.js';
import { showCase } from './damage/show-case.js';
import { sourceDamages } from './damage/source-damages.js';
import { summarise, talliesOf } from './damage/summarise.js';
import { sumUnder } from './damage/tally.js';
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
    timeout: { type: 'string', default: '600' },
    by: { type: 'string', default: 'damage' },
    list: { type: 'string', default: '20' },
    case: { type: 'string' },
    slice: { type: 'string' },
    out: { type: 'string' },
    full: { type: 'boolean', default: false },
    plot: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
  },
});

const FULL = { count: 525, per: 1, fits: 11_000 };
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

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The cases of one process. */
const runSlice = async (name: string): Promise<Findings> => {
  const { kind, from, to } = parseSlice(name);
  const findings = emptyFindings();
  for (let index = from; index < to; index++) {
    const found =
      kind === 'fits'
        ? runFits(seed, index, options.damages, findings.tallies)
        : await runReport(index, options, findings.tallies);
    remember(findings, found);
  }
  return findings;
};

const runAll = (): Promise<Findings> =>
  runSlices(slicesOf({ documents: sizeOf('count'), fits: sizeOf('fits') }), {
    program: fileURLToPath(import.meta.url),
    args: process.argv.slice(2),
    signature: JSON.stringify(options),
    workers: Number(values.workers),
    folder: values.full ? pathOf('output/damage') : null,
    resumes: values.resume,
    timeoutSeconds: Number(values.timeout),
    say: (line) => process.stderr.write(`${line}\n`),
  });

const print = (lines: readonly string[]): void => console.log(`${lines.join('\n')}\n`);

const report = ({ tallies, kinds }: Findings): void => {
  for (const by of values.by.split(';')) {
    const parts = by.split(',');
    const nameOf = (damage: string, carrier: string, table: string): string => {
      const pieces: Record<string, string> = { damage, carrier, table, group: groupOf(damage).name };
      return parts.map((part) => pieces[part] ?? part).join('|');
    };
    print(tableLines(sumUnder(talliesOf(tallies, true), nameOf), `fitted, by ${by}`));
    print(tableLines(sumUnder(talliesOf(tallies, false), nameOf), `documents, by ${by}`));
  }
  print(kindLines(kinds, Number(values.list), seed));
  console.log(`silent errors: ${silentIn(tallies)}`);
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const json = (value: unknown): string => `${stringify(value, { maxLength: 400 })}\n`;

const plot = ({ tallies, kinds }: Findings): void => {
  const command = `npm run bench:damage -- ${process.argv
    .slice(2)
    .filter((arg) => arg !== '--resume')
    .join(' ')}`;
  const run = { command, seed, count: sizeOf('count'), per: sizeOf('per'), fits: sizeOf('fits') };
  const summary = { ...run, ...summarise(tallies, kinds) };
  write(pathOf('docs/damage.json'), json(summary));
  write(pathOf('docs/damage.svg'), drawCalibration(summary));
  write(pathOf('docs/damage-kinds.svg'), drawKinds(tallies));
};

const main = async (): Promise<number> => {
  if (values.slice) {
    process.send!(await runSlice(values.slice));
    return 0;
  }
  if (values.case) {
    print(await showCase(values.case, options));
    return 0;
  }
  const findings = await runAll();
  report(findings);
  if (values.out) write(values.out, json({ seed, ...findings }));
  if (values.plot) plot(findings);
  return silentIn(findings.tallies) > 0 ? 1 : 0;
};

process.exitCode = await main();
