import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openPdf } from '../../parsers/formats/pdf/open-pdf.js';
import { convert } from '../../src/index.js';
import type { Source } from '../../src/model/source.js';
import { findChromium } from '../../src/testing/find-chromium.js';
import type { PageCost } from '../figures/figures.js';
import { withFolder } from '../program/with-folder.js';
import { makeSet, readScan } from '../scans/scan-set.js';
import { type ScanTruth, scoreScan } from '../scans/score-scan.js';
import { loadDocuments } from './documents.js';

/** Pictures of the scan set that are one page each, with a table whose cells all hold a figure. */
const PICTURES = [0, 17, 29, 46];
const SEED = 1;
const DPI = 200;
const ROUNDS = 3;

const TESSERACT = 'tesseract';
/** One core each: our own recognition takes no more. */
const ONE_CORE = { ...process.env, OMP_THREAD_LIMIT: '1' };

const timed = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
};

/** pdfjs alone: opens the file and takes the text of every page. Returns the number of pages. */
const extractText = async (bytes: Uint8Array): Promise<number> => {
  const { document, close } = await openPdf(bytes);
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await close();
  return document.numPages;
};

const least = (seconds: readonly number[]): number => Math.min(...seconds);

/** Seconds of each kind of work, the fastest of some rounds; they take turns, so that a busy machine burdens all alike. */
const race = async (works: (() => Promise<unknown> | unknown)[]): Promise<number[]> => {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, work] of works.entries()) times[at]!.push(await timed(work));
  return times.map(least);
};

const measureText = async (): Promise<PageCost['text']> => {
  const { sources } = loadDocuments().find(({ form }) => form === 'pdf')!;
  let [pages, seconds, librarySeconds] = [0, 0, 0];
  for (const source of sources) {
    pages += await extractText(source.bytes);
    await convert(source);
    const [own, library] = await race([() => convert(source), () => extractText(source.bytes)]);
    seconds += own!;
    librarySeconds += library!;
  }
  return { pages, seconds: seconds / pages, librarySeconds: librarySeconds / pages };
};

/** What tesseract reads of a picture, line by line; null if it is not installed. */
const runTesseract = (file: string): string | null => {
  const args = [file, '-', '-l', 'chi_sim', '--psm', '6'];
  const { error, status, stdout } = spawnSync(TESSERACT, args, { encoding: 'utf8', env: ONE_CORE });
  return error || status !== 0 ? null : stdout;
};

/** Cells in rows that are found in a line of text, with all figures in their order at its end; borders may be read as |. */
export const cellsInLines = (truth: ScanTruth['truth'], text: string): number => {
  const lines = text.split('\n').map((line) => line.replace(/\|/gu, ' ').trim().split(/\s+/u));
  let right = 0;
  for (const row of Object.values(truth.tables.applications ?? {})) {
    const figures = Object.values(row).map(String);
    const at = lines.findIndex((words) => words.slice(-figures.length).join(' ') === figures.join(' '));
    if (at < 0) continue;
    right += figures.length;
    lines.splice(at, 1);
  }
  return right;
};

const measurePictures = async (folder: string): Promise<PageCost['pictures']> => {
  const keys = PICTURES.map((index) => ({ seed: SEED, index, dpi: DPI }) as const);
  await makeSet(folder, keys);
  const cost = { pages: 0, cells: 0, seconds: 0, right: 0 };
  const other = { seconds: 0, right: 0 };
  let isThere = true;
  for (const key of keys) {
    const { bytes, wanted } = readScan(folder, key);
    const source: Source = { uri: wanted.truth.file, bytes };
    const file = join(folder, 'page');
    writeFileSync(file, bytes);
    const { records } = await convert(source);
    const result = scoreScan(wanted, records, null, 0);
    const text = runTesseract(file);
    isThere &&= text !== null;
    const works = [() => convert(source), ...(text === null ? [] : [() => runTesseract(file)])];
    const [own, theirs = 0] = await race(works);
    cost.pages++;
    cost.cells += result.cells;
    cost.seconds += own!;
    cost.right += result.before;
    other.seconds += theirs;
    other.right += cellsInLines(wanted.truth, text ?? '');
  }
  const perPage = ({ seconds, right }: typeof other) => ({ seconds: seconds / cost.pages, right });
  return { ...cost, ...perPage(cost), tesseract: isThere ? perPage(other) : null };
};

/** What a page costs: of PDF with text against pdfjs alone, of a picture against Debian's tesseract, in one run. */
export const measurePages = async (): Promise<PageCost> => ({
  text: await measureText(),
  pictures: findChromium() === null ? null : await withFolder(measurePictures),
});
