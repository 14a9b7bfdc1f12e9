import type { FailureCode } from '../model/codes/failure-codes.js';
import type { Knowledge } from '../model/knowledge.js';
import type { ReadingAids } from '../model/reading-aids.js';
import type { ReportRecord } from '../model/report-record.js';
import { type Source, UnreadableSourceError } from '../model/source.js';
import { convertSource } from './pipeline.js';

/** Why a source gave no record. `code` is stable; `message` says it to a person. */
export interface Failure {
  uri: string;
  code: FailureCode;
  message: string;
  /** Of a ZIP, or of several files of one report: what could not be read. The records of all others stand beside the failure. */
  members?: Failure[];
}

/** The records of a source, or why there are none. */
export interface Conversion {
  records: ReportRecord[];
  failure: Failure | null;
}

/** A page or a file, out of the archive. */
export interface ConvertSource {
  uri: string;
  bytes: Uint8Array;
  fetchedAt: string;
  /** What it is to the page that stands before it: a file that hangs on it, a picture that it shows. */
  linked?: 'attachment' | 'picture';
}

/** The files of one report in, its page first, records out. Whoever hands it in decides in which process. */
export type Convert = (sources: readonly ConvertSource[]) => Promise<Conversion>;

/**
 * Converts one source. Never throws on content: what can't be read is a failure with a code
 * (`empty`, `unknown-format`, `pdf-encrypted`, `docx-truncated`, ...), `internal-error` being our own fault.
 * @param aids without them no picture is recognised
 */
export async function convertWith(
  source: Source,
  knowledge: Knowledge,
  aids?: ReadingAids,
): Promise<Conversion> {
  try {
    return { records: await convertSource(source, knowledge, aids), failure: null };
  } catch (error) {
    return { records: [], failure: failureOf(source.uri, error) };
  }
}

/** What is thrown where a source is read, as a failure. */
export function failureOf(uri: string, error: unknown): Failure {
  if (error instanceof UnreadableSourceError) return { uri, code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { uri, code: 'internal-error', message };
}
