import { performance } from 'node:perf_hooks';
import { openPictureReader } from '../../src/ocr/open-picture-reader.js';
import { sayPercent } from '../program/say-number.js';
import { sayTable } from '../program/say-table.js';
import { seededRandom } from '../synthesise/random.js';
import { drawCrop } from './draw-crop.js';
import { drawFigure } from './draw-figure.js';

interface Outcome {
  text: string;
  read: string;
  blank: boolean;
  score: number;
  rivals: { text: string; score: number }[];
  how: string;
}

const BANDS = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1];
const PLACEHOLDER = /^[-—]+$/u;

const sameFigure = (a: string, b: string): boolean => a === b || (PLACEHOLDER.test(a) && PLACEHOLDER.test(b));
/** Ink without any recognised text is a doubt, whatever its score. */
const scoreOf = ({ read, blank, score }: Outcome): number => (read === '' && !blank ? 0 : score);
const isRight = ({ text, read }: Outcome): boolean => sameFigure(text, read);

/** Lower bounds of score, and how many right and wrong readings fall between two of them. */
const bandRows = (right: readonly Outcome[], wrong: readonly Outcome[]): (string | number)[][] =>
  BANDS.map((from, i) => {
    const to = BANDS[i + 1] ?? Number.POSITIVE_INFINITY;
    const count = (list: readonly Outcome[]) =>
      list.filter(({ score }) => score >= from && score < to).length;
    return [`from ${from.toFixed(2)}`, count(right), count(wrong)];
  });

function report(title: string, all: readonly Outcome[], listed: number): void {
  const right = all.filter(isRight);
  const wrong = all.filter((outcome) => !isRight(outcome)).sort((a, b) => b.score - a.score);
  console.log(`\n${title}: ${all.length} crops, ${sayPercent(right.length, all.length)} right`);
  for (const line of sayTable([['score', 'right', 'wrong'], ...bandRows(right, wrong)])) console.log(line);
  for (const share of [0.99, 0.97, 0.95, 0.9]) {
    const scores = right.map(({ score }) => score).sort((a, b) => b - a);
    const reached = scores[Math.floor(scores.length * share)] ?? 0;
    const above = wrong.filter(({ score }) => score >= reached).length;
    console.log(`${share * 100} % of the right ones reach ${reached.toFixed(2)}; ${above} wrong ones do`);
  }
  const count = (what: (outcome: Outcome) => boolean): number => wrong.filter(what).length;
  const named = count(({ text, rivals }) => rivals.some((rival) => rival.text === text));
  const short = count(({ text, read }) => read.length < text.length);
  const long = count(({ text, read }) => read.length > text.length);
  console.log(`wrong: ${named} name what is printed as a rival, ${short} are too short, ${long} too long`);
  for (const { text, read, score, how } of wrong.slice(0, listed))
    console.log(`${score.toFixed(2)} ${JSON.stringify(text)} read ${JSON.stringify(read)}: ${how}`);
}

/**
 * Measures how surely the reader of pictures reads lone figures: cells of scanned tables in several fonts, sizes and kinds of damage.
 * Prints, for grey scans and for those of black and white alone, the share read right, right and wrong ones by score, the score that
 * 99 % of the right ones reach and how many wrong ones do, and milliseconds a crop. Dashes of any length count as the same, because
 * they are in empty cells.
 */
export async function scoreRecogniser({
  count,
  seed,
  list,
}: {
  count: number;
  seed: number;
  list: number;
}): Promise<void> {
  const reader = await openPictureReader();
  const random = seededRandom(seed);
  const outcomes: Outcome[] = [];
  let ms = 0;
  for (let i = 0; i < count; i++) {
    const crop = await drawCrop(drawFigure(random), random.fork(String(i)));
    const before = performance.now();
    const [reading] = await reader.readLines([crop.raster]);
    ms += performance.now() - before;
    const { figures, figureScore, figureRivals, blank } = reading!;
    const read = figures.map((figure) => figure.text).join('');
    const outcome = { text: crop.text, read, blank, score: figureScore, rivals: figureRivals, how: crop.how };
    outcomes.push({ ...outcome, score: scoreOf(outcome) });
  }
  const isBilevel = ({ how }: Outcome): boolean => how.includes('bilevel');
  const grey = outcomes.filter((outcome) => !isBilevel(outcome));
  report('Grey scans', grey, list);
  report('Scans of black and white alone', outcomes.filter(isBilevel), list);
  console.log(`\n${(ms / outcomes.length).toFixed(1)} ms a crop`);
  console.log(`${Math.round(process.memoryUsage().rss / 1e6)} MB resident`);
}
