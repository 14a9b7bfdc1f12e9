import { createHash } from 'node:crypto';
import type { ByteSource } from './byte-source.js';
import { ChunkReader } from './chunk-reader.js';
import { findMember, readMember } from './gzip-member.js';
import { readRecord, skipLineEnds, type WarcRecord } from './read-record.js';
import { WarcError } from './warc-error.js';

/** Where a record begins: in a packed archive the member that holds it, and its number in there (from 0). */
export interface RecordPlace {
  offset: number;
  index: number;
}

/** A record and its place, or what is wrong there. */
type Scanned =
  | { place: RecordPlace; end: number | null; record: WarcRecord }
  | { place: RecordPlace; trouble: WarcError };

/** Does the source begin as an archive does, packed or not? Nothing else is believed of it. */
export async function isArchive(source: ByteSource): Promise<boolean> {
  if (await isPlain(source)) return true;
  if ((await source.read(0, 2)).toString('hex') !== '1f8b') return false;
  const member = readMember(source, 0);
  try {
    const { value } = await member.next();
    return Buffer.isBuffer(value) && value.subarray(0, 5).toString('latin1') === 'WARC/';
  } catch {
    return false;
  } finally {
    await member.return(0).catch(() => {});
  }
}

/**
 * All records from `from` on, in order. What is damaged or cut off is named with its place, and the reading goes on with the
 * next record that can be found behind it.
 * @param keepBytes of longer blocks only so much is kept
 */
export async function* scanRecords(source: ByteSource, keepBytes: number, from = 0): AsyncGenerator<Scanned> {
  yield* (await isPlain(source)) ? scanPlain(source, keepBytes, from) : scanPacked(source, keepBytes, from);
}

/** The one record at a place. @throws WarcError if it is not there any more */
export async function readRecordAt(
  source: ByteSource,
  { offset, index }: RecordPlace,
  keepBytes: number,
): Promise<WarcRecord> {
  for await (const scanned of scanRecords(source, keepBytes, offset)) {
    if ('trouble' in scanned) throw scanned.trouble;
    if (scanned.place.offset !== offset || scanned.place.index > index) break;
    if (scanned.place.index === index) return scanned.record;
  }
  throw new WarcError('warc-damaged', 'no record begins here');
}

/** A member a record is the rule; one member for a whole file is read too. */
async function* scanPacked(source: ByteSource, keepBytes: number, from: number): AsyncGenerator<Scanned> {
  let offset: number | null = from;
  while (offset !== null && offset < source.size) {
    const start: number = offset;
    let end: number | null = null;
    const member = readMember(source, start);
    const reader = new ChunkReader(
      (async function* () {
        end = yield* member;
      })(),
    );
    let index = 0;
    try {
      // The checksum is at the end of a member: its last record is held back until the checksum has been seen to hold.
      let held: Scanned | null = null;
      for (;;) {
        const record = await readRecord(reader, keepBytes);
        if (held) yield record === null ? { ...held, end } : unproved(held);
        if (record === null) break;
        held = { place: { offset: start, index: index++ }, end: null, record };
      }
    } catch (error) {
      yield { place: { offset: start, index }, trouble: asTrouble(error) };
    } finally {
      await member.return(0).catch(() => {});
    }
    offset = end ?? (await findMember(source, start + 1));
  }
}

async function* scanPlain(source: ByteSource, keepBytes: number, from: number): AsyncGenerator<Scanned> {
  let offset: number | null = from;
  while (offset !== null) {
    const base: number = offset;
    const reader = new ChunkReader(chunksOf(source, base));
    let start = base;
    offset = null;
    try {
      for (;;) {
        await skipLineEnds(reader);
        start = base + reader.position;
        const record = await readRecord(reader, keepBytes);
        if (record === null) break;
        const end = base + reader.position;
        yield unproved({ place: { offset: start, index: 0 }, end, record });
      }
    } catch (error) {
      yield { place: { offset: start, index: 0 }, trouble: asTrouble(error) };
      offset = await findPlain(source, start + 1);
    }
  }
}

async function* chunksOf(source: ByteSource, from: number): AsyncGenerator<Buffer> {
  for (let offset = from; offset < source.size; ) {
    const chunk = await source.read(offset, 256 * 1024);
    if (chunk.length === 0) return;
    yield chunk;
    offset += chunk.length;
  }
}

const isPlain = async (source: ByteSource): Promise<boolean> =>
  (await source.read(0, 5)).toString('latin1') === 'WARC/';

/** Where a line begins that looks like the head of a record. */
async function findPlain(source: ByteSource, from: number): Promise<number | null> {
  const step = 1024 * 1024;
  const mark = Buffer.from('\nWARC/1.');
  for (let offset = Math.max(0, from - 1); offset < source.size; offset += step) {
    const at = (await source.read(offset, step + mark.length - 1)).indexOf(mark);
    if (at >= 0) return offset + at + 1;
  }
  return null;
}

/** No checksum of gzip speaks for these bytes; the digest of the block does, where there is one and it is all there. */
function unproved(scanned: Scanned): Scanned {
  if ('trouble' in scanned) return scanned;
  const { place, record } = scanned;
  const [, name, printed] =
    /^(sha-?1|sha-?256):(\S+)$/iu.exec(record.headers.get('warc-block-digest') ?? '') ?? [];
  if (name === undefined || printed === undefined || record.block.length < record.blockLength) return scanned;
  const digest = createHash(name.replace('-', '').toLowerCase()).update(record.block).digest();
  // Base 32 is compared in hexadecimal digits, which is how sha256 is mostly printed.
  const same = printed.toLowerCase() === digest.toString('hex') || fromBase32(printed)?.equals(digest);
  if (same) return scanned;
  return { place, trouble: new WarcError('warc-damaged', 'the digest of a record does not hold') };
}

function fromBase32(text: string): Buffer | null {
  let bits = '';
  for (const char of text.toUpperCase().replace(/=+$/u, '')) {
    const value = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char);
    if (value < 0) return null;
    bits += value.toString(2).padStart(5, '0');
  }
  const bytes = bits.match(/.{8}/gu) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

function asTrouble(error: unknown): WarcError {
  if (error instanceof WarcError) return error;
  throw error;
}
