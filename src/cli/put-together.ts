import { type BundleEntry, isBundle } from '../convert/run/entry.js';
import { CARRIERS_MAX } from '../convert/run/run-bundle.js';
import type { BundleFile } from '../model/bundle.js';
import { UsageError } from './usage-error.js';

/**
 * Puts all files together as those of one report; whatever else there is goes by before. @throws UsageError if they are more than the
 * files of one report
 */
export async function* putTogether<T extends { kind: string }>(
  entries: AsyncIterable<T | BundleEntry>,
): AsyncGenerator<T | BundleEntry> {
  const files: BundleFile[] = [];
  for await (const entry of entries) {
    if (!isBundle(entry)) {
      yield entry;
      continue;
    }
    files.push(...entry.files);
    if (files.length > CARRIERS_MAX)
      throw new UsageError(`--together takes the files of one report, ${CARRIERS_MAX} at most`);
  }
  if (files.length > 0) yield { kind: 'bundle', files, together: true };
}
