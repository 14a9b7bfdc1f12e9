import type { Knowledge } from '../../model/knowledge.js';
import type { ReadingAids } from '../../model/reading-aids.js';
import { type Source, UnreadableSourceError } from '../../model/source.js';
import { openAids } from '../../ocr/open-aids.js';
import { type Conversion, convertWith, type Failure } from '../convert.js';
import { type CarrierInput, convertTogetherWith, joinFailures } from '../convert-together.js';
import { readReports } from '../pipeline.js';
import { fileFailure } from './file-failure.js';
import { readBytes } from './read-bytes.js';
import { failed, type Outcome, type Task, type TaskInput } from './task.js';

/** Reads and converts one input. Whatever is wrong with it is a failure in the outcome; never throws. */
export async function convertTask(task: Task, knowledge: Knowledge): Promise<Outcome> {
  if (task.others) return readTogether([task, ...task.others], task, knowledge);
  const { uri } = task;
  let source: Source;
  try {
    source = await sourceOf(task);
  } catch (error) {
    return failed(failureOf(uri, error));
  }
  const aids = openAids(task.reading);
  if (task.want === 'text') return parseOnly(source, knowledge, aids);
  const conversion: Conversion = await convertWith(source, knowledge, aids);
  return { ...conversion, text: null };
}

async function sourceOf({ uri, path, bytes, fetchedAt }: TaskInput): Promise<Source> {
  return {
    uri,
    bytes: bytes ?? (await readBytes(path)),
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
  };
}

/** Files of one report. Those that can't be had are failures beside the record of the others. */
async function readTogether(
  inputs: readonly TaskInput[],
  { reading }: Task,
  knowledge: Knowledge,
): Promise<Outcome> {
  const sources: CarrierInput[] = [];
  const failures: Failure[] = [];
  for (const input of inputs) {
    try {
      const { claimed = true, linked } = input;
      sources.push({ ...(await sourceOf(input)), claimed, ...(linked && { linked }) });
    } catch (error) {
      failures.push(failureOf(input.uri, error));
    }
  }
  const { records, failure } = await convertTogetherWith(sources, knowledge, openAids(reading));
  const all = [...failures, ...(failure?.members ?? (failure ? [failure] : []))];
  return { records, text: null, failure: joinFailures(inputs, all) };
}

async function parseOnly(source: Source, knowledge: Knowledge, aids: ReadingAids): Promise<Outcome> {
  const { uri } = source;
  try {
    // A document may be read twice: it is the text in which its records have their places.
    const [report] = await readReports(source, knowledge, aids);
    return { records: [], text: report?.parsed.text ?? '', failure: null };
  } catch (error) {
    if (error instanceof UnreadableSourceError) return failed(failureOf(uri, error));
    const message = error instanceof Error ? error.message : String(error);
    return failed({ uri, code: 'internal-error', message });
  }
}

/** Why the bytes of an input can't be had. */
export function failureOf(uri: string, error: unknown): Failure {
  if (error instanceof UnreadableSourceError) return { uri, code: error.code, message: error.message };
  return fileFailure(uri, error);
}
