/**
 * Measures how surely the reader of pictures reads lone figures: cells of scanned tables in several fonts, sizes and kinds of damage.
 *
 *   npx tsx scripts/score-recogniser.ts --count 2000 --seed 7 --list 20
 *
 * Prints, for grey scans and for those of black and white alone, the share read right, right and wrong ones by score, the score that 99 % of the right ones reach and what is wrong above
 * it, and milliseconds a crop. Dashes of any length are the same: they stand in empty cells.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openPictureReader } from '../src/ocr/open-picture-reader.js';
import { drawCrop } from './recogniser/draw-crop.js';
import { drawFigure } from './recogniser/draw-figure.js';
import { seededRandom } from './synthesise/random.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '7' },
    list: { type: 'string', default: '20' },
  },
});

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
/** Ink of which nothing was recognised is a doubt, whatever its score. */
const scoreOf = ({ read, blank, score }: Outcome): number => (read === '' && !blank ? 0 : score);
const isRight = ({ text, read }: Outcome): boolean => sameFigure(text, read);
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

const reader = await openPictureReader();
const random = seededRandom(Number(values.seed));
const outcomes: Outcome[] = [];
let ms = 0;
for (let i = 0; i < Number(values.count); i++) {
  const crop = await drawCrop(drawFigure(random), random.fork(String(i)));
  const before = performance.now();
  const [reading] = await reader.readLines([crop.raster]);
  ms += performance.now() - before;
  const { figures, figureScore, figureRivals, blank } = reading!;
  const read = figures.map((figure) => figure.text).join('');
  const outcome = { text: crop.text, read, blank, score: figureScore, rivals: figureRivals, how: crop.how };
  outcomes.push({ ...outcome, score: scoreOf(outcome) });
}

function report(title: string, all: readonly Outcome[]): void {
  const right = all.filter(isRight);
  const wrong = all.filter((outcome) => !isRight(outcome)).sort((a, b) => b.score - a.score);
  console.log(`\n${title}: ${all.length} crops, ${percent(right.length, all.length)} right`);
  console.log('score         right   wrong');
  for (const [i, from] of BANDS.entries()) {
    const to = BANDS[i + 1] ?? Number.POSITIVE_INFINITY;
    const count = (list: Outcome[]) => list.filter(({ score }) => score >= from && score < to).length;
    console.log(
      `from ${from.toFixed(2)} ${String(count(right)).padStart(9)} ${String(count(wrong)).padStart(7)}`,
    );
  }
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
  for (const { text, read, score, how } of wrong.slice(0, Number(values.list))) {
    console.log(`${score.toFixed(2)} ${JSON.stringify(text)} read ${JSON.stringify(read)}: ${how}`);
  }
}

const isBilevel = ({ how }: Outcome): boolean => how.includes('bilevel');
report(
  'Grey scans',
  outcomes.filter((outcome) => !isBilevel(outcome)),
);
report('Scans of black and white alone', outcomes.filter(isBilevel));
console.log(`\n${(ms / outcomes.length).toFixed(1)} ms a crop`);
console.log(`${Math.round(process.memoryUsage().rss / 1e6)} MB resident`);
