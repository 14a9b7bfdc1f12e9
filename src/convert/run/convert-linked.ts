import type { Failure } from '../convert.js';
import { joinFailures } from '../convert-together.js';
import { convertFiles } from './convert-files.js';
import type { ConvertTask, Outcome, TaskInput } from './task.js';

/**
 * Converts the page of a report with what hangs on it; or a document by itself. Where that holds more documents than one report comes in,
 * as a ZIP of all offices' reports does, each is converted by itself, and pictures are not.
 * @param files the page first
 */
export async function convertLinked(files: readonly TaskInput[], convert: ConvertTask): Promise<Outcome> {
  if (files.length === 1) return convert({ ...files[0]!, want: 'records' });
  // A picture that a page shows may be anything; only one that can be read and holds a table is of use.
  const inputs = files.map((file) => (file.linked === 'picture' ? { ...file, claimed: false } : file));
  const together = await convertFiles(inputs, convert);
  const failures = together.failure?.members ?? [together.failure];
  if (!failures.some((failure) => failure?.code === 'carriers-too-many')) return together;
  const apart: Outcome = { records: [], text: null, failure: null };
  const failed: Failure[] = [];
  for (const input of inputs.filter(({ linked }) => linked !== 'picture')) {
    const { records, failure } = await convert({ ...input, want: 'records' });
    apart.records.push(...records);
    if (failure) failed.push(failure);
  }
  return { ...apart, failure: joinFailures(inputs, failed) };
}
