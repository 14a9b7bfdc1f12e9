import { performance } from 'node:perf_hooks';
import { convert, type ReportRecord } from '../../src/index.js';

/** Converts a document, takes the time, and says on the console if it could not be read. */
export async function readDocument(
  uri: string,
  bytes: Uint8Array,
): Promise<{ records: ReportRecord[]; failure: string | null; ms: number }> {
  const before = performance.now();
  const { records, failure } = await convert({ uri, bytes });
  const ms = performance.now() - before;
  if (!failure) return { records, failure: null, ms };
  console.log(`not read: ${uri} ${failure.code}: ${failure.message}`);
  return { records, failure: `${failure.code}: ${failure.message}`, ms };
}
