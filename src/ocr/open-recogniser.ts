import type { LineReading, Raster, RecognisedCharacter } from '../model/picture-reader.js';
import { UnreadableSourceError } from '../model/source.js';
import { readAlphabet } from './alphabet.js';
import { listFigures, meanOf, toFigureReading } from './decode-figure.js';
import { decodeGreedy } from './decode-greedy.js';
import { figureClasses, figureScores } from './figure-scores.js';
import { findInk, type Ink } from './find-ink.js';
import type { OcrPackages } from './load-packages.js';
import { type Layout, prepareLine } from './prepare-line.js';
import { readStroke } from './read-stroke.js';
import { runModel } from './run-model.js';
import { thicken } from './thicken.js';

/** Measured on cells of tables: with more paper at the sides a lone digit is read less surely. */
const FIRST_LOOK: Layout = { ink: 38, margin: 5, stretch: 1 };
/** Smaller and wider: what the model is not sure of is looked at twice. */
const SECOND_LOOK: Layout = { ink: 34, margin: 5, stretch: 1.2 };
const SURE = 0.9;
/** Words whose characters are less sure on average are looked at again with broader strokes. */
const WORDS_SURE = 0.97;
const WORD = /\p{Script=Han}/u;
/** Of a shape that is nothing but a dash or a slash. */
const STROKE_SCORE = 0.99;

const BLANK_LINE: LineReading = { blank: true, free: [], figures: [], figureScore: 1, figureRivals: [] };

/**
 * Loads the model. Lines are read one at a time: in company a line's scores would differ in their last digits.
 *
 * @throws UnreadableSourceError `ocr-failed`
 */
export async function openRecogniser(
  packages: OcrPackages,
): Promise<(lines: readonly Raster[]) => Promise<LineReading[]>> {
  const alphabet = await readAlphabet(packages.keysFile);
  const classes = figureClasses(alphabet);
  // One thread: sums are added in one order, and a process reads one line at a time.
  const session = await packages.runtime.InferenceSession.create(packages.modelFile, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Lines are of all widths: an arena would keep room for each of them.
    enableCpuMemArena: false,
    enableMemPattern: false,
  });

  async function look(ink: Ink, layout: Layout) {
    const prepared = await prepareLine(ink, layout, packages);
    const output = await runModel(session, prepared, packages);
    if (output.classes !== alphabet.length) {
      throw new UnreadableSourceError(
        'ocr-failed',
        'The model and its list of characters do not fit together.',
      );
    }
    const placeOf = (step: number): number => {
      const column = ((step + 0.5) * prepared.width) / output.steps;
      return Math.min(1, Math.max(0, (column - prepared.left) / prepared.span));
    };
    const free = decodeGreedy(output, alphabet, placeOf);
    const scores = figureScores(output, classes);
    return { free, scores, placeOf, candidates: listFigures(scores, free) };
  }

  async function read(line: Raster): Promise<LineReading> {
    const ink = findInk(line);
    if (!ink) return BLANK_LINE;
    const { free, scores, placeOf, candidates } = await look(ink, FIRST_LOOK);
    const stroke = readStroke(ink);
    if (stroke) return strokeReading(stroke, free, ink);
    const words = (await withBroadStrokes(line, free)) ?? free;
    const isDoubtful = candidates.length > 0 && candidates[0]!.score < SURE;
    const second = isDoubtful ? (await look(ink, SECOND_LOOK)).candidates : candidates;
    return { blank: false, free: words, ...toFigureReading(meanOf(candidates, second), scores, placeOf) };
  }

  /** What words of thin strokes say when these are thickened; null where they say it no more surely. */
  async function withBroadStrokes(
    line: Raster,
    free: RecognisedCharacter[],
  ): Promise<RecognisedCharacter[] | null> {
    if (meanScore(free) >= WORDS_SURE || !free.some(({ text }) => WORD.test(text))) return null;
    const ink = findInk(thicken(line));
    const broad = ink && (await look(ink, FIRST_LOOK)).free;
    return broad && meanScore(broad) > meanScore(free) ? broad : null;
  }

  return async (lines) => {
    const readings: LineReading[] = [];
    for (const line of lines) readings.push(await read(line));
    return readings;
  };
}

const meanScore = (characters: readonly RecognisedCharacter[]): number =>
  characters.reduce((sum, { score }) => sum + score, 0) / Math.max(1, characters.length);

/** The shape decides what the figure is; among all characters a dash may be the numeral 一 as well. */
function strokeReading(stroke: string, seen: RecognisedCharacter[], ink: Ink): LineReading {
  const at = (ink.left + ink.right) / 2 / ink.raster.width;
  const figures = [...stroke].map((text) => ({ text, score: STROKE_SCORE, rivals: [], at }));
  const says = seen.map(({ text }) => text).join('');
  const free = /^[-一—/]+$/u.test(says) ? seen : figures;
  return { blank: false, free, figures, figureScore: STROKE_SCORE, figureRivals: [] };
}
