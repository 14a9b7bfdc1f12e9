import type { Failure } from '../convert.js';
import { joinFailures } from '../convert-together.js';
import { failureOf } from './convert-task.js';
import { readBytes } from './read-bytes.js';
import type { ConvertTask, Outcome, TaskInput } from './task.js';

/** Said of the process, not of the file. */
const FATAL = ['crashed', 'timeout'];

/**
 * Converts the files of one report in one task; standard input where neither a path nor bytes are given. Where the process does not
 * outlive it, each file is converted by itself to find the one that it dies of, and the others are put together without it.
 */
export async function convertFiles(files: readonly TaskInput[], convert: ConvertTask): Promise<Outcome> {
  const inputs: TaskInput[] = [];
  const failures: Failure[] = [];
  for (const file of files) {
    try {
      // Standard input belongs to this process, wherever it is converted.
      const bytes = file.bytes ?? (file.path === null ? await readBytes(null) : null);
      inputs.push({ ...file, bytes });
    } catch (error) {
      failures.push(failureOf(file.uri, error));
    }
  }
  const outcome = await convertAll(inputs, convert);
  if (!outcome.failure || !FATAL.includes(outcome.failure.code) || inputs.length < 2)
    return withFailures(files, outcome, failures);
  const living: TaskInput[] = [];
  for (const input of inputs) {
    const { failure } = await convert({ ...input, want: 'records' });
    if (failure && FATAL.includes(failure.code)) failures.push(failure);
    else living.push(input);
  }
  // Together they take more than each by itself: then it is said of them all.
  if (living.length === inputs.length) return withFailures(files, outcome, failures);
  return withFailures(files, await convertAll(living, convert), failures);
}

async function convertAll([first, ...others]: readonly TaskInput[], convert: ConvertTask): Promise<Outcome> {
  return first ? convert({ ...first, others, want: 'records' }) : { records: [], text: null, failure: null };
}

function withFailures(files: readonly TaskInput[], outcome: Outcome, failures: readonly Failure[]): Outcome {
  const own = outcome.failure?.members ?? (outcome.failure ? [outcome.failure] : []);
  return { ...outcome, failure: joinFailures(files, [...failures, ...own]) };
}
