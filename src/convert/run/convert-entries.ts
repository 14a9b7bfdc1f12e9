import { isTogether } from '../../model/bundle.js';
import { isStray } from '../failure.js';
import { type Entry, isBundle } from './entry.js';
import { mapInOrder } from './map-in-order.js';
import type { Outcome, ReadBundle } from './read-job.js';

/** An entry, and what it came to if it was a bundle. */
export interface Converted<T> {
  entry: T;
  outcome: Outcome | null;
}

/**
 * Converts the bundles among the entries, some at once, and hands out all entries in their order. A file that only lay about and
 * shows itself to be no document is skipped.
 * @param jobs conversions at once
 */
export function convertEntries<T extends { kind: string }>(
  entries: AsyncIterable<T | Entry>,
  convert: ReadBundle,
  jobs: number,
): AsyncGenerator<Converted<T | Entry>> {
  return mapInOrder(entries, jobs, async (entry): Promise<Converted<T | Entry>> => {
    if (!isBundle(entry)) return { entry, outcome: null };
    const { kind, ...bundle } = entry;
    const outcome = await convert(bundle);
    const { failure } = outcome;
    const [file] = bundle.files;
    if (!failure || isTogether(bundle) || !isStray(file!, failure)) return { entry, outcome };
    return { entry: { kind: 'skipped', uri: file!.uri, reason: failure.message }, outcome: null };
  });
}
