import type { ConvertTask, ReadingOptions } from './task.js';
import { WorkerPool } from './worker-pool.js';

/** How inputs are converted, as the user asked for it. */
export interface ConverterOptions extends ReadingOptions {
  /** Of one input. */
  timeoutMs: number;
}

export interface Converter {
  convert: ConvertTask;
  close: () => void;
}

/**
 * Conversions in child processes: an input that hangs or takes its process down is a failure of that input alone. The first
 * child starts at once, while the caller still loads what it needs.
 */
export function openConverter({ timeoutMs, ocr, pagesMax }: ConverterOptions): Converter {
  const pool = new WorkerPool({ timeoutMs });
  pool.warm();
  return {
    convert: (task) => pool.run({ ...task, reading: { ocr, pagesMax } }),
    close: () => pool.close(),
  };
}
