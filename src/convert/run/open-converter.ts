import { OCR_MODES, type OcrMode } from '../../model/reading-aids.js';
import type { ReadBundle, ReadingOptions } from './read-job.js';
import { WorkerPool } from './worker-pool.js';

/** How documents are converted. */
export interface ConvertOptions {
  /** When pictures are recognised: if no text can be taken (auto, the default), never, or always. */
  ocr?: OcrMode;
  /** How many pages of one document are read: 2,000 by default. */
  pagesMax?: number;
  /** Milliseconds that one document, or the files of one report together, may take. What takes longer is a failure `timeout`. */
  timeoutMs?: number;
  /** Stops the conversion: the call is rejected with the reason of the signal. */
  signal?: AbortSignal;
}

export interface Converter {
  /** @throws the reason of the signal, and an error if no child process can be started */
  convert: ReadBundle;
  close: () => void;
}

/** Enough for the text of any report, and for some hundred pages that have to be recognised. */
export const TIMEOUT_MS = 600_000;
/** Timers of Node count no further. */
const MS_MAX = 2 ** 31 - 1;

/**
 * Conversions in this process; or, if they may be stopped, in child processes: an input that hangs or takes its process down is a
 * failure of that input alone then. The first child starts at once, while the caller still loads what it needs.
 * @throws RangeError for an option that can't be meant
 */
export function openConverter({
  timeoutMs,
  signal,
  ...reading
}: ConvertOptions & Pick<ReadingOptions, 'want'> = {}): Converter {
  requireCount('timeoutMs', timeoutMs, MS_MAX);
  requireCount('pagesMax', reading.pagesMax);
  if (reading.ocr !== undefined && !OCR_MODES.includes(reading.ocr))
    throw new RangeError(`ocr is one of ${OCR_MODES.join(', ')}, not ${reading.ocr}`);
  const isStoppable = timeoutMs !== undefined || signal !== undefined;
  const pool = isStoppable ? new WorkerPool({ timeoutMs, signal }) : null;
  pool?.warm();
  // The readers of all formats are loaded late.
  const read: ReadBundle = async (bundle) => {
    const job = { ...bundle, reading };
    return pool ? pool.run(job) : (await import('./read-job.js')).readJob(job);
  };
  return {
    convert: async (bundle) => (await import('./run-bundle.js')).runBundle(bundle, read),
    close: () => pool?.close(),
  };
}

/** @throws RangeError */
export function requireCount(name: string, count: number | undefined, max = Number.MAX_SAFE_INTEGER): void {
  if (count !== undefined && !(Number.isInteger(count) && count > 0 && count <= max))
    throw new RangeError(`${name} is a whole number from 1 to ${max}, not ${count}`);
}
