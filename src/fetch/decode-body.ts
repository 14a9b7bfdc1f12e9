import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';
import { codeOf } from './connect-checked.js';
import { FetchFault } from './fetch-fault.js';
import type { FetchLimits } from './fetch-limits.js';

/** Encodings on encodings: one is usual, two are a mistake, more are an attack. */
const LAYERS_MAX = 3;

/** What grows beyond the limit by at least this much is no page. */
const BOMB_RATIO = 50;

const gunzipAsync = promisify(gunzip);
const inflateAsync = promisify(inflate);
const inflateRawAsync = promisify(inflateRaw);
const brotliAsync = promisify(brotliDecompress);

/** Deflate is said to be zlib, and some servers send it bare. */
const isZlib = (body: Uint8Array): boolean =>
  body.length >= 2 && (body[0]! & 0x0f) === 8 && ((body[0]! << 8) | body[1]!) % 31 === 0;

async function undo(token: string, body: Uint8Array, max: number, isCut: boolean): Promise<Uint8Array> {
  // The end of a body that was cut on purpose is missing, which is no error then.
  const zlib = { maxOutputLength: max, ...(isCut ? { finishFlush: constants.Z_SYNC_FLUSH } : {}) };
  if (token === 'gzip' || token === 'x-gzip') return gunzipAsync(body, zlib);
  if (token === 'deflate') return isZlib(body) ? inflateAsync(body, zlib) : inflateRawAsync(body, zlib);
  if (token === 'br')
    return brotliAsync(body, {
      maxOutputLength: max,
      ...(isCut ? { finishFlush: constants.BROTLI_OPERATION_FLUSH } : {}),
    });
  throw new FetchFault('encoding-broken', `the content-encoding ${token} is not known`);
}

/**
 * Undoes content-encodings, the last one first, within the limits. What is decoded never grows beyond the limit by
 * more than one step of the decompressor.
 *
 * @throws {FetchFault} encoding-broken, truncated, too-large or bomb
 */
export async function decodeBody(
  sent: Uint8Array,
  encodings: readonly string[],
  limits: FetchLimits,
  isCut: boolean,
): Promise<Uint8Array> {
  if (encodings.length > LAYERS_MAX)
    throw new FetchFault('bomb', `${encodings.length} content-encodings on each other`);
  const byRatio = Math.max(limits.ratioFrom, limits.ratioMax * sent.length);
  const max = Math.min(limits.decodedMax, byRatio);
  let body = sent;
  for (const token of [...encodings].reverse()) {
    if (body.length === 0) return body;
    try {
      body = await undo(token, body, max, isCut);
    } catch (error) {
      if (error instanceof FetchFault) throw error;
      const code = codeOf(error);
      if (code === 'ERR_BUFFER_TOO_LARGE')
        throw max >= BOMB_RATIO * sent.length
          ? new FetchFault('bomb', `${sent.length} bytes of ${token} become more than ${max}`)
          : new FetchFault('too-large', `the decoded body has more than ${max} bytes`);
      const isEnd = code === 'Z_BUF_ERROR';
      throw new FetchFault(
        isEnd ? 'truncated' : 'encoding-broken',
        isEnd ? `the ${token} body ends too early` : `the ${token} body can't be decoded (${code})`,
      );
    }
  }
  if (body.length > limits.decodedMax) throw new FetchFault('too-large', `more than ${max} bytes`);
  return body;
}
