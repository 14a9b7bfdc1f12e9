import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { leftOutReason } from '../archive/judge-name.js';
import { isBundle, type Listed } from '../convert/run/entry.js';
import { expandInputs } from '../convert/run/expand-inputs.js';
import type { Format } from '../model/format.js';

/** A file of records, or standard input (null). */
export interface RecordsEntry {
  kind: 'records';
  uri: string;
  path: string | Uint8Array | null;
  claimed: boolean;
}

const RECORD_FILE = /\.(?:jsonl|ndjson|json)$/iu;

/** As `expandInputs`, but files of records, which `convert` passes over in folders, are read. */
export async function* expandCheckInputs(
  inputs: readonly string[],
  formats: readonly Format[],
): AsyncGenerator<Listed | RecordsEntry> {
  for await (const entry of expandInputs(inputs, formats)) {
    const { uri, path = '', claimed = true } = isBundle(entry) ? entry.files[0]! : { uri: '' };
    if (path === null ? await startsWithRecord(process.stdin) : path && RECORD_FILE.test(uri))
      yield { kind: 'records', uri, path, claimed };
    else if (entry.kind === 'skipped' && isRecordFile(entry.uri))
      yield { kind: 'records', uri: entry.uri, path: entry.uri, claimed: false };
    else yield entry;
  }
}

const isRecordFile = (uri: string): boolean => RECORD_FILE.test(uri) && leftOutReason(basename(uri)) === null;

/** The text of a file or of standard input, piece by piece. @throws the errors of the file system */
export const textOf = (path: string | Uint8Array | null): AsyncIterable<string> =>
  path === null
    ? process.stdin.setEncoding('utf8')
    : createReadStream(typeof path === 'string' ? path : Buffer.from(path), { encoding: 'utf8' });

/**
 * Do records come on standard input? Looks at its first bytes and puts them back; no document begins with `{`. What can't be read is
 * named by whoever reads it.
 */
async function startsWithRecord(stream: NodeJS.ReadStream): Promise<boolean> {
  await once(stream, 'readable').catch(() => {});
  const chunk = stream.read() as Buffer | null;
  if (chunk === null) return false;
  stream.unshift(chunk);
  return /^\ufeff?\s*\{/u.test(chunk.subarray(0, 100).toString('utf8'));
}
