import { failureOf } from './convert-task.js';
import { readBytes } from './read-bytes.js';
import { type ConvertTask, failed, type Outcome, type Task } from './task.js';

/** Converts a file, or standard input where `path` is null. */
export async function convertInput(
  { uri, path }: Pick<Task, 'uri' | 'path'>,
  want: Task['want'],
  convert: ConvertTask,
): Promise<Outcome> {
  if (path !== null) return convert({ uri, path, bytes: null, want });
  try {
    // Standard input belongs to this process, wherever it is converted.
    return await convert({ uri, path: null, bytes: await readBytes(null), want });
  } catch (error) {
    return failed(failureOf(uri, error));
  }
}
