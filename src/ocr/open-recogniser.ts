import type { LineReading, Raster } from '../model/picture-reader.js';
import { UnreadableSourceError } from '../model/source.js';
import { readAlphabet } from './alphabet.js';
import { decodeGreedy } from './decode-greedy.js';
import { findInk } from './ink-box.js';
import type { OcrPackages } from './load-packages.js';
import { prepareLine } from './prepare-line.js';
import { type LineOutput, runModel } from './run-model.js';

const BLANK_LINE: LineReading = { free: [], figures: [] };
const FIGURES = new Set([...'0123456789.,%-—/']);
const LAYOUT = { ink: 32, margin: 12, stretch: 1 };

function onlyFigures(output: LineOutput, keep: readonly number[]): LineOutput {
  const scores = new Float32Array(output.steps * keep.length);
  for (let step = 0; step < output.steps; step++) {
    for (const [i, c] of keep.entries())
      scores[step * keep.length + i] = output.scores[step * output.classes + c]!;
  }
  return { steps: output.steps, classes: keep.length, scores };
}

export async function openRecogniser(
  packages: OcrPackages,
): Promise<(lines: readonly Raster[]) => Promise<LineReading[]>> {
  const alphabet = await readAlphabet(packages.keysFile);
  const session = await packages.runtime.InferenceSession.create(packages.modelFile, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  const keep = [0, ...alphabet.flatMap((text, c) => (FIGURES.has(text) ? [c] : []))];
  const figureAlphabet = keep.map((c) => alphabet[c]!);

  return async (lines) => {
    const readings: LineReading[] = [];
    for (const line of lines) {
      const box = findInk(line);
      if (!box) {
        readings.push(BLANK_LINE);
        continue;
      }
      const prepared = await prepareLine(line, box, LAYOUT, packages);
      const [output] = await runModel(session, [prepared], packages);
      if (output!.classes !== alphabet.length)
        throw new UnreadableSourceError(
          'ocr-failed',
          'The model and its list of characters do not fit together.',
        );
      const placeOf = (step: number) =>
        Math.min(
          1,
          Math.max(0, (((step + 0.5) * prepared.width) / output!.steps - prepared.left) / prepared.span),
        );
      readings.push({
        free: decodeGreedy(output!, alphabet, placeOf),
        figures: decodeGreedy(onlyFigures(output!, keep), figureAlphabet, placeOf),
      });
    }
    return readings;
  };
}
