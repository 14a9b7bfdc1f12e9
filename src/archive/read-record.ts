import type { ChunkReader } from './chunk-reader.js';
import { WarcError } from './warc-error.js';

const LINE_MAX = 64 * 1024;
const LINES_MAX = 1000;

/** A record as an archive holds it, versions 1.0 and 1.1. */
export interface WarcRecord {
  /** By name in lower case; of several headers of one name, the first. */
  headers: ReadonlyMap<string, string>;
  /** The block, or as much of its beginning as the limit allows. */
  block: Buffer;
  /** Of the whole block. */
  blockLength: number;
}

/**
 * The next record. Whatever its type, its block is read to its end, so that a record that is cut off is never handed out.
 * @param keepBytes of a longer block only so much is kept
 * @returns null at the end
 * @throws WarcError `warc-truncated`, `warc-damaged`
 */
export async function readRecord(reader: ChunkReader, keepBytes: number): Promise<WarcRecord | null> {
  await skipLineEnds(reader);
  if ((await reader.peek(1)).length === 0) return null;
  const headers = await readHeaders(reader);
  const length = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(length))
    throw new WarcError('warc-damaged', 'a record does not say how long it is');
  const blockLength = Number(length);
  const { kept, taken } = await reader.bytes(blockLength, keepBytes);
  if (taken < blockLength) throw new WarcError('warc-truncated', 'the archive ends within a record');
  const next = await reader.peek(1);
  if (next.length > 0 && !isLineEnd(next[0]!))
    throw new WarcError('warc-damaged', 'a record is longer than it says');
  return { headers, block: kept, blockLength };
}

async function readHeaders(reader: ChunkReader): Promise<Map<string, string>> {
  const version = await reader.line(LINE_MAX);
  if (version === null || !/^WARC\/[\d.]+\s*$/u.test(version.toString('latin1'))) {
    const isCut = version === null && (await reader.peek(LINE_MAX + 1)).length <= LINE_MAX;
    throw isCut ? headersCut() : new WarcError('warc-damaged', 'no record begins here');
  }
  const headers = new Map<string, string>();
  let last = '';
  for (let count = 0; count < LINES_MAX; count++) {
    const line = await reader.line(LINE_MAX);
    if (line === null) throw headersCut();
    if (line.length === 0) return headers;
    const text = line.toString('utf8');
    const colon = text.indexOf(':');
    if (/^[ \t]/u.test(text) && last !== '')
      headers.set(last, `${headers.get(last) ?? ''} ${text.trim()}`.trim());
    else if (colon > 0) {
      last = text.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last)) headers.set(last, text.slice(colon + 1).trim());
    }
  }
  throw new WarcError('warc-damaged', `a record has more than ${LINES_MAX} lines of headers`);
}

const headersCut = () => new WarcError('warc-truncated', 'the archive ends within the headers of a record');

export async function skipLineEnds(reader: ChunkReader): Promise<void> {
  for (;;) {
    const [byte] = await reader.peek(1);
    if (byte === undefined || !isLineEnd(byte)) return;
    await reader.bytes(1, 0);
  }
}

const isLineEnd = (byte: number): boolean => byte === 0x0d || byte === 0x0a;
