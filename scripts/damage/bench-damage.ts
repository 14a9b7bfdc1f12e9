import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringify from 'json-stringify-pretty-compact';
import { UsageError } from '../../src/cli/usage-error.js';
import { carriers } from '../synthesise/render/index.js';
import { damages } from './cases.js';
import { type DocumentOptions, runReport } from './damage-documents.js';
import { runFits } from './damage-fits.js';
import { drawCalibration } from './draw-calibration.js';
import { drawKinds } from './draw-kinds.js';
import { emptyFindings, type Findings, remember } from './findings.js';
import { groupOf } from './groups.js';
import { kindLines, silentIn, sumLines } from './print-results.js';
import { parseSlice, runSlices, slicesOf } from './run-slices.js';
import { showCase } from './show-case.js';
import { sourceDamages } from './source-damages.js';
import { summarise, talliesOf } from './summarise.js';
import { sumUnder } from './tally.js';

export interface DamageOptions {
  full: boolean;
  plot: boolean;
  resume: boolean;
  case: string | undefined;
  slice: string | undefined;
  count: number | undefined;
  per: number | undefined;
  fits: number | undefined;
  seed: number;
  carriers: string | undefined;
  damages: string | undefined;
  tables: string | undefined;
  workers: number;
  timeout: number;
  by: string;
  list: number;
  out: string | undefined;
}

const FULL = { count: 525, per: 1, fits: 11_000 };
const SMALL = { count: 12, per: 2, fits: 60 };

const sizesOf = ({ full, count, per, fits }: DamageOptions): typeof FULL => {
  const usual = full ? FULL : SMALL;
  return { count: count ?? usual.count, per: per ?? usual.per, fits: fits ?? usual.fits };
};

const listOf = (text: string | undefined, known: readonly string[]): string[] | null => {
  const names = text?.split(',') ?? null;
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`${unknown} is none of: ${known.join(', ')}`);
  return names;
};
const documentOptions = (asked: DamageOptions): DocumentOptions => ({
  seed: asked.seed,
  perReport: sizesOf(asked).per,
  carriers: listOf(
    asked.carriers,
    carriers.map(({ name }) => name),
  ),
  damages: listOf(
    asked.damages,
    [...damages, ...sourceDamages].map(({ name }) => name),
  ),
  tables: listOf(asked.tables, ['proactive', 'applications', 'review', 'statistics']),
});

const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The cases of one process. */
const runSlice = async (name: string, options: DocumentOptions): Promise<Findings> => {
  const { kind, from, to } = parseSlice(name);
  const findings = emptyFindings();
  for (let index = from; index < to; index++) {
    const found =
      kind === 'fits'
        ? runFits(options.seed, index, options.damages, findings.tallies)
        : await runReport(index, options, findings.tallies);
    remember(findings, found);
  }
  return findings;
};

const runAll = (asked: DamageOptions): Promise<Findings> => {
  const { count, fits } = sizesOf(asked);
  return runSlices(slicesOf({ documents: count, fits }), {
    program: pathOf('scripts/bench.ts'),
    args: process.argv.slice(2),
    signature: JSON.stringify(documentOptions(asked)),
    workers: asked.workers,
    folder: asked.full ? pathOf('output/damage') : null,
    resumes: asked.resume,
    timeoutSeconds: asked.timeout,
    say: (line) => process.stderr.write(`${line}\n`),
  });
};

const print = (lines: readonly string[]): void => console.log(`${lines.join('\n')}\n`);

const report = ({ tallies, kinds }: Findings, { by: tables, list, seed }: DamageOptions): void => {
  for (const by of tables.split(';')) {
    const parts = by.split(',');
    const nameOf = (damage: string, carrier: string, table: string): string => {
      const pieces: Record<string, string> = { damage, carrier, table, group: groupOf(damage).name };
      return parts.map((part) => pieces[part] ?? part).join('|');
    };
    print(sumLines(sumUnder(talliesOf(tallies, true), nameOf), `fitted, by ${by}`));
    print(sumLines(sumUnder(talliesOf(tallies, false), nameOf), `documents, by ${by}`));
  }
  print(kindLines(kinds, list, seed));
  console.log(`silent errors: ${silentIn(tallies)}`);
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const json = (value: unknown): string => `${stringify(value, { maxLength: 400 })}\n`;

const plot = ({ tallies, kinds }: Findings, asked: DamageOptions): void => {
  const args = process.argv.slice(3).filter((arg) => arg !== '--resume');
  const command = `npm run bench:damage -- ${args.join(' ')}`;
  const run = { command, seed: asked.seed, ...sizesOf(asked) };
  const summary = { ...run, ...summarise(tallies, kinds) };
  write(pathOf('docs/damage.json'), json(summary));
  write(pathOf('docs/damage.svg'), drawCalibration(summary));
  write(pathOf('docs/damage-kinds.svg'), drawKinds(tallies));
};

/**
 * Damages reports whose truth is known, reads them, and counts what is wrong and looks sure.
 * @returns 1: a wrong number that somebody could have known is under `verified` or `read`
 */
export const benchDamage = async (asked: DamageOptions): Promise<number> => {
  const options = documentOptions(asked);
  if (asked.slice) {
    process.send!(await runSlice(asked.slice, options));
    return 0;
  }
  if (asked.case) {
    print(await showCase(asked.case, options));
    return 0;
  }
  const findings = await runAll(asked);
  report(findings, asked);
  if (asked.out) write(asked.out, json({ seed: asked.seed, ...findings }));
  if (asked.plot) plot(findings, asked);
  return silentIn(findings.tallies) > 0 ? 1 : 0;
};
