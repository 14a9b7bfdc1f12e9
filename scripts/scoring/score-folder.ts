import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../src/cli/usage-error.js';
import { writeFigures } from '../figures/figures.js';
import { sayTable } from '../program/say-table.js';
import { withFolder } from '../program/with-folder.js';
import type { Truth } from '../synthesise/truth.js';
import { writeCorpus } from '../synthesise/write-corpus.js';
import { openScores, type Scores } from './open-scores.js';
import { readDocument } from './read-document.js';
import { rightPercent, type Tally } from './score-documents.js';

/** Percent of cells that must be right. Forms that lose cells beyond recovery have no entry. */
const thresholds: Record<string, number> = {
  html: 99.9,
  docx: 99.9,
  pipe: 99.9,
  tab: 99.9,
  markdown: 99.9,
  pdf: 99.5,
};

export const CORPUS_COUNT = 320;
export const CORPUS_SEED = 7;

interface Known {
  path: string;
  truth: Truth;
}

/** The truth is in NAME.truth.json beside the document, or in FOLDER/sample.json. */
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
      const file = join(entry.name, truth.file);
      return [{ path: join(folder, file), truth: { ...truth, file } }];
    });

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

const scoreKnown = async (folder: string, list: number): Promise<Scores> => {
  const scores = openScores();
  for (const { path, truth } of findKnown(folder)) {
    const { records } = await readDocument(path, new Uint8Array(readFileSync(path)));
    scores.add([truth.form], truth, records);
  }
  const rows = [...scores.tallies].map(([name, tally]) => [name, ...columns.map(([, show]) => show(tally))]);
  for (const line of sayTable([['carrier', ...columns.map(([name]) => name)], ...rows])) console.log(line);
  scores.list(list);
  console.log(`silent errors: ${scores.silent()}`);
  return scores;
};

const keepFigures = (set: 'corpus' | 'samples', command: string, { tallies }: Scores): void => {
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
  writeFigures(({ score }) => ({ score: { ...score, [set]: { command, carriers } } }));
};

interface Sizes {
  count: number;
  seed: number;
  list: number;
  write: boolean;
}

/** Only the corpus is held to the thresholds: a folder of quirks is hard on purpose. */
export const scoreCorpus = async ({ count, seed, list, write }: Sizes): Promise<number> => {
  if (write && (count !== CORPUS_COUNT || seed !== CORPUS_SEED))
    throw new UsageError('--write keeps the figures of the corpus as it is by default');
  const scores = await withFolder(async (folder) => {
    await writeCorpus(folder, count, seed);
    return scoreKnown(folder, list);
  });
  if (write) keepFigures('corpus', 'npm run score', scores);
  const below = [...scores.tallies].filter(([name, tally]) => rightPercent(tally) < (thresholds[name] ?? 0));
  for (const [name, tally] of below)
    console.log(`${name}: ${rightPercent(tally).toFixed(3)} % is below ${thresholds[name]} %`);
  return scores.silent() > 0 || below.length > 0 ? 1 : 0;
};

export const scoreSamples = async ({ list, write }: Pick<Sizes, 'list' | 'write'>): Promise<number> => {
  const scores = await scoreKnown('samples', list);
  if (write) keepFigures('samples', 'npm run score -- samples', scores);
  return scores.silent() > 0 ? 1 : 0;
};

export const scoreFolder = async ({ list }: Pick<Sizes, 'list'>, [folder]: string[]): Promise<number> => {
  const scores = await scoreKnown(folder!, list);
  return scores.silent() > 0 || scores.tallies.size === 0 ? 1 : 0;
};
