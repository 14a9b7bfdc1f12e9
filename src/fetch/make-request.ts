import { type Dispatcher, errors } from 'undici';
import type { Exchange, FetchState } from '../model/fetch.js';
import { codeOf } from './connect-checked.js';
import type { Lease } from './connections.js';
import { FetchFault } from './fetch-fault.js';
import { type FetchLimits, KEPT_OF_REFUSED } from './fetch-limits.js';
import { WatchTimes } from './watch-times.js';

/** What one request brought: an answer, the reason why there is no answer, or both if the answer is not whole. */
export interface Answer {
  exchange: Exchange | null;
  fault: FetchFault | null;
  /** Until the headers were there. */
  firstByteMs: number | null;
  elapsedMs: number;
}

/** White space around header fields and a line end behind the body: no reason to doubt a length. */
const SLACK = 64;

type Header = [string, string];

/** Header fields byte for byte, as latin1: what a site prints there in UTF-8 or GBK stays recoverable. */
function readHeaders(raw: unknown): Header[] {
  const parts = (raw as readonly (Buffer | string)[]).map((part) => part.toString('latin1'));
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, i) => [parts[2 * i]!, parts[2 * i + 1]!]);
}

/** Bytes of a status line and its header fields. */
const sizeOf = (headers: readonly Header[], statusText: string): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 17 + statusText.length);

function contentLengthOf(headers: readonly Header[]): number | null {
  if (headers.some(([name]) => name.toLowerCase() === 'transfer-encoding')) return null;
  const field = headers.find(([name]) => name.toLowerCase() === 'content-length');
  return field !== undefined && /^\d+$/u.test(field[1].trim()) ? Number(field[1]) : null;
}

function nameTransferError(error: unknown, hasHeaders: boolean, host: string): FetchFault {
  if (error instanceof FetchFault) return error;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : '';
  const fault = (state: FetchState, what: string) => new FetchFault(state, `${host} ${what} (${code})`);
  // The parser says so of any fault while a length is known, before the end of the headers too.
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' && hasHeaders)
    return fault('truncated', 'sent less than its Content-Length says');
  const isParser = error instanceof errors.HTTPParserError;
  if ((isParser && text.includes('EOF')) || text === 'other side closed')
    return hasHeaders
      ? fault('truncated', 'closed the connection before the body was whole')
      : fault('connection-reset', 'closed the connection before it answered');
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return fault(
      'connection-reset',
      hasHeaders ? 'broke off within the body' : 'broke off before it answered',
    );
  if (isParser || code.startsWith('UND_ERR_'))
    return new FetchFault('protocol-error', `${host} does not speak HTTP rightly (${text || code})`);
  if (code === 'ETIMEDOUT') return fault(hasHeaders ? 'body-timeout' : 'headers-timeout', 'went silent');
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO)/u.test(code)) return fault('tls-failed', 'broke the TLS connection');
  if (/^E[A-Z]+$/u.test(code)) return fault('connection-reset', 'was lost');
  return fault('internal-error', 'could not be read');
}

/** The request: a POST if a body is sent. */
interface Question {
  url: URL;
  fields: readonly Header[];
  body: Buffer | null;
}

/** One request, without redirects or tries, over a connection that is given back or discarded at the end. */
export function makeRequest(
  { url, fields, body }: Question,
  lease: Lease,
  limits: FetchLimits,
  now: () => number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const started = now();
  const method = body === null ? 'GET' : 'POST';
  const length: Header[] = body === null ? [] : [['content-length', String(body.length)]];
  const chunks: Buffer[] = [];
  let head: { status: number; statusText: string; headers: Header[] } | null = null;
  let headSize = 0;
  let size = 0;
  let firstByteMs: number | null = null;

  return new Promise((settle) => {
    const end = (fault: FetchFault | null, isCut: boolean): void => {
      if (times.isStopped) return;
      times.stop();
      signal?.removeEventListener('abort', cancel);
      if (fault === null && !isCut) lease.giveBack();
      else lease.discard();
      const kept = fault?.state === 'too-large' ? KEPT_OF_REFUSED : size;
      const exchange: Exchange | null = head && {
        url: url.href,
        method,
        requestHeaders: [['host', url.host], ['connection', 'keep-alive'], ...fields, ...length],
        ...(body && { requestBody: body }),
        startedAt: new Date(started).toISOString(),
        ...{ status: head.status, statusText: head.statusText, httpVersion: '1.1' },
        responseHeaders: head.headers,
        body: Buffer.concat(chunks, Math.min(size, kept)),
        ip: lease.ip,
        isBodyCut: isCut,
      };
      settle({ exchange, fault, firstByteMs, elapsedMs: now() - started });
    };
    const cancel = () => end(new FetchFault('cancelled', 'cancelled'), true);
    const times = new WatchTimes(limits, url.host, (fault) => end(fault, true));
    const refuseSize = (bytes: number) => {
      if (limits.atMax === 'cut') end(null, true);
      else
        end(
          new FetchFault('too-large', `${url.host} sends more than ${limits.bodyMax} bytes (${bytes})`),
          true,
        );
    };

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => times.sent(),
      onResponseStart: (controller, status, _headers, statusText = '') => {
        const headers = readHeaders(controller.rawHeaders);
        headSize += sizeOf(headers, statusText);
        if (status < 200) return;
        head = { status, statusText, headers };
        firstByteMs = now() - started;
        times.answered();
        const length = contentLengthOf(headers);
        if (length !== null && length > limits.bodyMax && limits.atMax === 'refuse') refuseSize(length);
      },
      onResponseData: (_controller, chunk) => {
        if (times.isStopped) return;
        times.received(chunk.length);
        const room = limits.bodyMax - size;
        chunks.push(chunk.length <= room ? chunk : chunk.subarray(0, room));
        size += Math.min(chunk.length, room);
        if (chunk.length > room) refuseSize(size);
      },
      onResponseEnd: () => {
        const extra = lease.bytesRead - headSize - size;
        if (head !== null && contentLengthOf(head.headers) !== null && extra > SLACK)
          end(new FetchFault('truncated', `${url.host} sends more than its Content-Length says`), true);
        else end(null, false);
      },
      onResponseError: (_controller, error) => end(nameTransferError(error, head !== null, url.host), true),
      onRequestUpgrade: (_controller, _status, _headers, socket) => {
        socket.destroy();
        end(new FetchFault('protocol-error', `${url.host} leaves HTTP unasked`), true);
      },
    };
    if (signal?.aborted === true) return cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    times.start();
    try {
      const headers = [...fields, ...length].flat();
      lease.client.dispatch({ path: `${url.pathname}${url.search}`, method, headers, body }, handler);
    } catch (error) {
      end(nameTransferError(error, false, url.host), true);
    }
  });
}
