/**
 * Scores the library against documents whose truth is known.
 *
 *   npm run score                        makes the synthetic corpus in a temporary folder and scores it
 *   npm run score -- ../shared/seeds     scores a folder of documents with *.truth.json beside them
 *   npm run score -- samples             scores the committed samples
 *   --list N prints the first N wrong cells, --count N and --seed N size the corpus,
 *   --write keeps the figures of the corpus or of the samples in docs/figures.json
 *
 * Exit status 1: a silent error, or a carrier of the synthetic corpus below its threshold.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { convert } from '../src/index.js';
import { writeCorpus } from './make-corpus.js';
import { writeScore } from './readme/figures.js';
import { type BadCell, emptyTally, rightPercent, scoreDocument, type Tally } from './score-documents.js';
import type { Truth } from './synthesise/truth.js';

/** Percent of cells that must be right. Forms that lose cells beyond recovery have none. */
const thresholds: Record<string, number> = {
  html: 99.9,
  docx: 99.9,
  pipe: 99.9,
  tab: 99.9,
  markdown: 99.9,
  pdf: 99.5,
};

interface Known {
  path: string;
  truth: Truth;
}

/** Truth stands in NAME.truth.json beside the document, or in FOLDER/sample.json. */
const findKnown = (folder: string): Known[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
      if (entry.name.endsWith('.truth.json')) {
        const truth = readJson(join(folder, entry.name)) as Truth;
        return [{ path: join(folder, truth.file), truth }];
      }
      const sample = join(folder, entry.name, 'sample.json');
      if (!entry.isDirectory() || !existsSync(sample)) return [];
      const { truth } = readJson(sample) as { truth: Truth };
      return [
        {
          path: join(folder, entry.name, truth.file),
          truth: { ...truth, file: join(entry.name, truth.file) },
        },
      ];
    });

const scoreFolder = async (folder: string) => {
  const tallies = new Map<string, Tally>();
  const bad: BadCell[] = [];
  for (const { path, truth } of findKnown(folder)) {
    if (!tallies.has(truth.form)) tallies.set(truth.form, emptyTally());
    const { records, failure } = await convert({ uri: path, bytes: new Uint8Array(readFileSync(path)) });
    if (failure) console.log(`not read: ${truth.file} ${failure.code}: ${failure.message}`);
    bad.push(...scoreDocument(tallies.get(truth.form)!, truth, records));
  }
  return { tallies, bad };
};

const columns: [string, (tally: Tally) => string | number][] = [
  ['documents', (tally) => tally.documents],
  ['header %', (tally) => ((100 * tally.headersRight) / tally.headers).toFixed(1)],
  ['cells', (tally) => tally.cells],
  ['right %', (tally) => rightPercent(tally).toFixed(3)],
  ['suspect-right', (tally) => tally.verdicts['suspect-right']],
  ['doubt', (tally) => tally.verdicts.doubt],
  ['silent', (tally) => tally.verdicts.silent],
  ['lost', (tally) => tally.verdicts.lost],
  ['located', (tally) => `${tally.located}/${tally.damaged}`],
  ['corrected', (tally) => `${tally.corrected}/${tally.damaged}`],
];

const printTable = (tallies: Map<string, Tally>): void => {
  const row = (name: string, cells: (string | number)[]) =>
    console.log(name.padEnd(10) + cells.map((cell) => String(cell).padStart(14)).join(''));
  row(
    'carrier',
    columns.map(([name]) => name),
  );
  for (const [name, tally] of tallies)
    row(
      name,
      columns.map(([, show]) => show(tally)),
    );
};

/** The committed figures are those of the corpus as it is by default, and of the samples. */
const keepFigures = (folder: string | undefined, tallies: Map<string, Tally>): void => {
  const carriers = [...tallies].map(([carrier, { documents, cells, verdicts }]) => ({
    carrier,
    documents,
    cells,
    right: verdicts.right,
    doubted: verdicts['suspect-right'],
    doubt: verdicts.doubt,
    lost: verdicts.lost,
    silent: verdicts.silent,
  }));
  if (folder) writeScore('samples', 'npm run score -- samples', carriers);
  else writeScore('corpus', 'npm run score', carriers);
};

const COUNT_DEFAULT = '320';
const SEED_DEFAULT = '7';

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: 'string', default: '0' },
      count: { type: 'string', default: COUNT_DEFAULT },
      seed: { type: 'string', default: SEED_DEFAULT },
      write: { type: 'boolean', default: false },
    },
  });
  const isUsual = values.count === COUNT_DEFAULT && values.seed === SEED_DEFAULT;
  if (values.write && !(positionals[0] === undefined ? isUsual : positionals[0] === 'samples')) {
    console.error('score: --write keeps the figures of the corpus as it is by default, or of samples');
    return 2;
  }
  const temporary = positionals[0] ? null : mkdtempSync(join(tmpdir(), 'nianbao-score-'));
  const folder = positionals[0] ?? temporary!;
  if (temporary) await writeCorpus(temporary, Number(values.count), Number(values.seed));
  const { tallies, bad } = await scoreFolder(folder);
  if (temporary) rmSync(temporary, { recursive: true });
  printTable(tallies);
  // Silent errors first: nothing else matters while there is one.
  const order = ['silent', 'lost', 'doubt'];
  bad.sort((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict));
  for (const { file, path, want, got, verdict } of bad.slice(0, Number(values.list))) {
    console.log(`  ${verdict}: ${file} ${path} want ${JSON.stringify(want)} got ${got}`);
  }
  if (values.write) keepFigures(positionals[0], tallies);
  // A folder of quirks is hard on purpose: only the corpus is held to the thresholds.
  const held = temporary ? [...tallies] : [];
  const below = held.filter(([name, tally]) => rightPercent(tally) < (thresholds[name] ?? 0));
  for (const [name, tally] of below) {
    console.log(`${name}: ${rightPercent(tally).toFixed(3)} % is below ${thresholds[name]} %`);
  }
  const silent = [...tallies.values()].reduce((sum, { verdicts }) => sum + verdicts.silent, 0);
  console.log(`silent errors: ${silent}`);
  return silent > 0 || below.length > 0 || tallies.size === 0 ? 1 : 0;
};

process.exitCode = await main();
