import { type Conversion, convertWith, type Failure } from '../convert.js';
import type { Knowledge } from '../model/knowledge.js';
import type { ReadingAids } from '../model/reading-aids.js';
import { type Source, UnreadableSourceError } from '../model/source.js';
import { openAids } from '../ocr/open-aids.js';
import { readSource } from '../pipeline.js';
import { fileFailure } from './file-trouble.js';
import { readBytes } from './read-bytes.js';
import { failed, type Outcome, type Task } from './task.js';

/** Reads and converts one input. Whatever is wrong with it is a failure in the outcome; never throws. */
export async function convertTask(task: Task, knowledge: Knowledge): Promise<Outcome> {
  const { uri } = task;
  let source: Source;
  try {
    const { fetchedAt } = task;
    const bytes = task.bytes ?? (await readBytes(task.path));
    source = { uri, bytes, ...(fetchedAt === undefined ? {} : { fetchedAt }) };
  } catch (error) {
    return failed(failureOf(uri, error));
  }
  const aids = openAids(task.reading);
  if (task.want === 'text') return parseOnly(source, knowledge, aids);
  const conversion: Conversion = await convertWith(source, knowledge, aids);
  return { ...conversion, text: null };
}

async function parseOnly(source: Source, knowledge: Knowledge, aids: ReadingAids): Promise<Outcome> {
  const { uri } = source;
  try {
    const { parsed } = await readSource(source, knowledge, aids);
    return { records: [], text: parsed.text, failure: null };
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
