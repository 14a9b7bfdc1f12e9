import type { BundleFile } from '../model/bundle.js';
import type { Source } from '../model/source.js';
import { type Failure, fileFailure } from './failure.js';
import { readBytes } from './read-bytes.js';

/** A file whose bytes are there. */
export type HeldFile = BundleFile & Source;

/** Reads the bytes that are not there yet. What can't be had is a failure. */
export async function readSources(
  files: readonly BundleFile[],
): Promise<{ sources: HeldFile[]; failures: Failure[] }> {
  const sources: HeldFile[] = [];
  const failures: Failure[] = [];
  for (const file of files) {
    try {
      sources.push({ ...file, bytes: file.bytes ?? (await readBytes(file.path ?? null)) });
    } catch (error) {
      failures.push(fileFailure(file.uri, error));
    }
  }
  return { sources, failures };
}

/** The same bytes under two names are one source: that of the first name in the alphabet, whichever was given first. */
export function distinctSources(sources: readonly HeldFile[]): HeldFile[] {
  const byName = [...sources].sort((left, right) =>
    left.uri < right.uri ? -1 : left.uri > right.uri ? 1 : 0,
  );
  const kept = byName.filter(
    ({ bytes }, index) => !byName.slice(0, index).some((other) => Buffer.compare(other.bytes, bytes) === 0),
  );
  return sources.filter((source) => kept.includes(source));
}
