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

function toInput({ width, pixels }: PreparedLine): Float32Array {
  const plane = HEIGHT * width;
  const values = new Float32Array(CHANNELS * plane);
  for (let at = 0; at < plane; at++) values[at] = (pixels[at]! / WHITE - 0.5) / 0.5;
  for (let channel = 1; channel < CHANNELS; channel++) values.copyWithin(channel * plane, 0, plane);
  return values;
}

/** @throws UnreadableSourceError `ocr-failed` */
export async function runModel(
  session: InferenceSession,
  line: PreparedLine,
  { runtime }: OcrPackages,
): Promise<LineOutput> {
  const input = new runtime.Tensor('float32', toInput(line), [1, CHANNELS, HEIGHT, line.width]);
  try {
    const results = await session.run({ [session.inputNames[0]!]: input });
    const output = results[session.outputNames[0]!]!;
    const [, steps, classes] = output.dims as [number, number, number];
    const scores = (output.data as Float32Array).slice();
    output.dispose();
    return { steps, classes, scores };
  } catch (cause) {
    throw new UnreadableSourceError('ocr-failed', 'The recogniser of pictures failed.', { cause });
  } finally {
    input.dispose();
  }
}
