import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { contentEncodings } from '../model/content-encodings.js';
import { WarcError } from './warc-error.js';

/**
 * The body as a reader sees it: chunks put together, content-encoding undone.
 *
 * Archives differ in what they keep: some store bodies as sent, some store them decoded and leave the headers as they
 * were (others, as Common Crawl, rename these). So an encoding that the body does not begin with was undone already;
 * one that begins and then breaks is damage.
 * @throws WarcError `warc-truncated` for a body that is shorter than announced, `warc-encoding` for one that can't be decoded,
 * `warc-too-large` for one that unpacks to more than `max` bytes
 */
export function decodeBody(stored: Buffer, headers: ReadonlyMap<string, string>, max: number): Buffer {
  const isChunked = /\bchunked\b/iu.test(headers.get('transfer-encoding') ?? '');
  let body = isChunked ? (joinChunks(stored) ?? stored) : stored;
  const encodings = contentEncodings(headers.get('content-encoding') ?? null);
  const announced = headers.get('content-length') ?? '';
  if (!isChunked && encodings.length === 0 && /^\d+$/u.test(announced) && Number(announced) > body.length)
    throw new WarcError('warc-truncated', `the body has ${body.length} bytes of ${announced}`);
  for (const encoding of encodings.reverse()) body = undo(encoding, body, max);
  return body;
}

/** @returns null if the body does not begin as chunks do */
function joinChunks(body: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', at, 'latin1');
    const line = lineEnd < 0 || lineEnd - at > 1024 ? '' : body.toString('latin1', at, lineEnd);
    const digits = /^\s*([\da-f]{1,8})\s*(?:;.*)?$/iu.exec(line)?.[1];
    if (digits === undefined) {
      if (pieces.length === 0) return null;
      throw new WarcError('warc-truncated', 'the body ends before its last chunk');
    }
    const size = Number.parseInt(digits, 16);
    if (size === 0) return Buffer.concat(pieces);
    const start = lineEnd + 2;
    const isWhole = body.toString('latin1', start + size, start + size + 2) === '\r\n';
    if (!isWhole && pieces.length === 0) return null;
    if (!isWhole) throw new WarcError('warc-truncated', 'the body ends within a chunk');
    pieces.push(body.subarray(start, start + size));
    at = start + size + 2;
  }
}

function undo(encoding: string, body: Buffer, max: number): Buffer {
  if (body.length === 0) return body;
  const options = { maxOutputLength: max };
  try {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, options) : body;
      case 'deflate':
        // Servers mean either of two formats. RFC 1950: the first two bytes are a multiple of 31, and the method is 8.
        return (body[0]! & 0x0f) === 8 && body.length > 1 && body.readUInt16BE(0) % 31 === 0
          ? inflateSync(body, options)
          : inflateRawSync(body, options);
      case 'br':
        return brotliDecompressSync(body, options);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new WarcError('warc-too-large', `the body unpacks to more than ${max / 1024 / 1024} MB`);
    // Brotli and bare deflate have no mark of their own, but what they pack begins as documents do.
    if (encoding.endsWith('gzip') || !startsAsDocument(body))
      throw new WarcError('warc-encoding', `the body is no whole ${encoding}`);
    return body;
  }
  if (startsAsDocument(body)) return body;
  throw new WarcError('warc-encoding', `the body is encoded as ${encoding.slice(0, 40)}, which is not known`);
}

const startsAsDocument = (body: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<|^%PDF-|^PK\x03\x04|^\xd0\xcf\x11\xe0/u.test(body.toString('latin1', 0, 64));
