import { type Conversion, convertWith, type Failure } from '../convert.js';
import type { Knowledge } from '../model/knowledge.js';
import type { OcrMode, ReadingAids } from '../model/reading-aids.js';
import type { ReportRecord } from '../model/report-record.js';
import { type Source, UnreadableSourceError } from '../model/source.js';
import { openAids } from '../ocr/open-aids.js';
import { readSource } from '../pipeline.js';
import { fileFailure } from './file-trouble.js';
import { readBytes } from './read-bytes.js';

/** One input to convert; plain data, so that it can be sent to another process. */
export interface Task {
  uri: string;
  /** Null where `bytes` hold the input already. */
  path: string | Uint8Array | null;
  bytes: Uint8Array | null;
  /** ISO 8601, where it was fetched. */
  fetchedAt?: string;
  /** records, or only the parsed text that spans refer to. */
  want: 'records' | 'text';
  /** How far the readers may go. Absent: as by default. */
  reading?: ReadingOptions;
}

export interface ReadingOptions {
  ocr: OcrMode;
  pagesMax: number;
}

export interface Outcome {
  records: ReportRecord[];
  text: string | null;
  failure: Failure | null;
}

export type ConvertTask = (task: Task) => Promise<Outcome>;

export const failed = (failure: Failure): Outcome => ({ records: [], text: null, failure });

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
