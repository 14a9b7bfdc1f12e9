import type { InferenceSession } from 'onnxruntime-node';
import { UnreadableSourceError } from '../model/source.js';
import type { OcrPackages } from './load-packages.js';
import { HEIGHT, type PreparedLine } from './prepare-line.js';

/** What the model says of one line: `steps` times the probabilities of all classes. */
export interface LineOutput {
  steps: number;
  classes: number;
  /** steps x classes, each step sums to 1. */
  scores: Float32Array;
}

const CHANNELS = 3;
const WHITE = 255;

function toInput(lines: readonly PreparedLine[]): Float32Array {
  const width = lines[0]!.width;
  const plane = HEIGHT * width;
  const values = new Float32Array(lines.length * CHANNELS * plane);
  for (const [index, line] of lines.entries()) {
    const from = index * CHANNELS * plane;
    for (let at = 0; at < plane; at++) values[from + at] = (line.pixels[at]! / WHITE - 0.5) / 0.5;
    for (let channel = 1; channel < CHANNELS; channel++) {
      values.copyWithin(from + channel * plane, from, from + plane);
    }
  }
  return values;
}

/**
 * @param lines of one width
 * @throws UnreadableSourceError `ocr-failed`
 */
export async function runModel(
  session: InferenceSession,
  lines: readonly PreparedLine[],
  { runtime }: OcrPackages,
): Promise<LineOutput[]> {
  const shape = [lines.length, CHANNELS, HEIGHT, lines[0]!.width];
  const input = new runtime.Tensor('float32', toInput(lines), shape);
  const results = await session.run({ [session.inputNames[0]!]: input }).catch((cause: unknown) => {
    throw new UnreadableSourceError('ocr-failed', 'The recogniser of pictures failed.', { cause });
  });
  const output = results[session.outputNames[0]!]!;
  const [, steps, classes] = output.dims as [number, number, number];
  const all = output.data as Float32Array;
  const size = steps * classes;
  const outputs = lines.map((_, i) => ({ steps, classes, scores: all.slice(i * size, (i + 1) * size) }));
  output.dispose();
  input.dispose();
  return outputs;
}
