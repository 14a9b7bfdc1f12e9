import { Readable } from 'node:stream';
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { ByteSource } from './byte-source.js';
import { WarcError } from './warc-error.js';

const CHUNK_MIN = 64 * 1024;
const CHUNK_MAX = 256 * 1024;
const TRAILER_LENGTH = 8;
/** Holds any head and, mostly, the whole member. */
const WINDOW = 64 * 1024;
const SMALL_MAX = 4 * 1024 * 1024;

/**
 * The unpacked bytes of the gzip member that begins at `offset`; the generator returns where the next one begins.
 * Node's own gunzip runs over the ends of members without telling where they are, so the deflate stream is read bare.
 * @throws WarcError `warc-truncated` where the source ends first, `warc-damaged` for anything that is no whole member
 */
export async function* readMember(source: ByteSource, offset: number): AsyncGenerator<Buffer, number> {
  const window = await source.read(offset, WINDOW);
  const headLength = measureHead(window);
  const start = offset + headLength;
  const small = unpackSmall(window.subarray(headLength));
  if (small) {
    yield small.buffer;
    return checkTrailer(source, start + small.packedLength, crc32(small.buffer), small.buffer.length);
  }
  const inflate = createInflateRaw({ finishFlush: constants.Z_FINISH });
  const input = Readable.from(chunksFrom(source, start), { objectMode: false });
  input.on('error', (error) => inflate.destroy(error));
  input.pipe(inflate);
  let sum = 0;
  let length = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      length += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw asWarcError(error);
  } finally {
    input.unpipe(inflate);
    input.destroy();
    inflate.destroy();
  }
  return checkTrailer(source, start + inflate.bytesWritten, sum, length);
}

/** A member that lies in the window as a whole, as most do: unpacked at once, which is five times as fast as a stream. */
function unpackSmall(window: Buffer): { buffer: Buffer; packedLength: number } | null {
  try {
    // With `info` the result is another than the declared one.
    const options = { info: true, maxOutputLength: SMALL_MAX };
    const unpacked: unknown = inflateRawSync(window, options);
    const { buffer, engine } = unpacked as { buffer: Buffer; engine: { bytesWritten: number } };
    return { buffer, packedLength: engine.bytesWritten };
  } catch (error) {
    // Too large, cut off or damaged: the stream finds out which.
    if (/^(?:Z_|ERR_BUFFER_TOO_LARGE)/u.test((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

async function checkTrailer(source: ByteSource, end: number, sum: number, length: number): Promise<number> {
  const trailer = await source.read(end, TRAILER_LENGTH);
  if (trailer.length < TRAILER_LENGTH) throw cutOff();
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length % 2 ** 32)
    throw new WarcError('warc-damaged', 'the checksum of a gzip member does not hold');
  return end + TRAILER_LENGTH;
}

/**
 * Where the next member that holds a WARC record begins, at or behind `from`: what to go on with behind damage.
 * @returns null if there is no member
 */
export async function findMember(source: ByteSource, from: number): Promise<number | null> {
  const step = 1024 * 1024;
  for (let offset = from; offset < source.size; offset += step) {
    // Two bytes more, for a mark that lies across the border.
    const chunk = await source.read(offset, step + 2);
    for (let at = chunk.indexOf(MARK); at >= 0; at = chunk.indexOf(MARK, at + 1)) {
      if (at < step && (await startsRecord(source, offset + at))) return offset + at;
    }
  }
  return null;
}

const MARK = Buffer.from([0x1f, 0x8b, 0x08]);

async function startsRecord(source: ByteSource, offset: number): Promise<boolean> {
  try {
    const { value } = await readMember(source, offset).next();
    return Buffer.isBuffer(value) && value.subarray(0, 5).toString('latin1') === 'WARC/';
  } catch {
    return false;
  }
}

async function* chunksFrom(source: ByteSource, start: number): AsyncGenerator<Buffer> {
  let size = CHUNK_MIN;
  for (let offset = start; offset < source.size; ) {
    const chunk = await source.read(offset, size);
    if (chunk.length === 0) return;
    yield chunk;
    offset += chunk.length;
    size = Math.min(2 * size, CHUNK_MAX);
  }
}

/** RFC 1952: ten bytes, then what the flags announce. */
function measureHead(head: Buffer): number {
  if (!head.subarray(0, 3).equals(MARK.subarray(0, head.length)))
    throw new WarcError('warc-damaged', 'no gzip member begins here');
  if (head.length < 10) throw cutOff();
  const flags = head[3]!;
  let at = 10;
  if (flags & 4) at += 2 + (at + 2 <= head.length ? head.readUInt16LE(at) : 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = head.indexOf(0, at);
    if (zero < 0) throw cutOff();
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  if (at > head.length) throw cutOff();
  return at;
}

const cutOff = () => new WarcError('warc-truncated', 'the archive ends within a gzip member');

function asWarcError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return cutOff();
  return code?.startsWith('Z_')
    ? new WarcError('warc-damaged', 'the packed bytes of a gzip member are damaged')
    : error;
}
