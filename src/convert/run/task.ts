import type { OcrMode } from '../../model/reading-aids.js';
import type { ReportRecord } from '../../model/report-record.js';
import type { Failure } from '../convert.js';
import type { Linked } from '../convert-together.js';

/** A file to read. */
export interface TaskInput {
  uri: string;
  /** Null where `bytes` hold the input already. */
  path: string | Uint8Array | null;
  bytes: Uint8Array | null;
  /** ISO 8601, where it was fetched. */
  fetchedAt?: string;
  /** False for what only lay about in a folder. */
  claimed?: boolean;
  /** What it is to the page of the report; absent for the page itself, and for what a user named. */
  linked?: Linked;
}

/** One input to convert; plain data, so that it can be sent to another process. */
export interface Task extends TaskInput {
  /** Further files of the same report: one record comes out of all of them. */
  others?: TaskInput[];
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
