import type { Dispatcher } from 'undici';
import type { Exchange } from '../model/fetch.js';
import type { Lease } from './connections.js';
import { FetchFault } from './fetch-fault.js';
import { type FetchLimits, KEPT_OF_REFUSED } from './fetch-limits.js';
import { nameTransferError } from './name-transfer-error.js';
import { ReceivedAnswer } from './received-answer.js';
import { WatchTimes } from './watch-times.js';

/** What one request brought: an answer, the reason why there is no answer, or both if the answer is not whole. */
export interface Answer {
  exchange: Exchange | null;
  fault: FetchFault | null;
  /** Until the headers were there. */
  firstByteMs: number | null;
  elapsedMs: number;
}

/** The request: a POST if a body is sent. */
interface Question {
  url: URL;
  fields: readonly [name: string, value: string][];
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
  const length: Question['fields'] = body === null ? [] : [['content-length', String(body.length)]];
  const asked = {
    url: url.href,
    method,
    requestHeaders: [['host', url.host], ['connection', 'keep-alive'], ...fields, ...length],
    ...(body && { requestBody: body }),
    startedAt: new Date(started).toISOString(),
  } satisfies Partial<Exchange>;
  const answer = new ReceivedAnswer(limits.bodyMax);
  let firstByteMs: number | null = null;

  return new Promise((settle) => {
    const end = (fault: FetchFault | null, isCut: boolean): void => {
      if (times.isStopped) return;
      times.stop();
      signal?.removeEventListener('abort', cancel);
      if (fault === null && !isCut) lease.giveBack();
      else lease.discard();
      const kept = fault?.state === 'too-large' ? KEPT_OF_REFUSED : answer.size;
      const { head } = answer;
      const exchange: Exchange | null = head && {
        ...asked,
        ...{ status: head.status, statusText: head.statusText, httpVersion: '1.1' },
        responseHeaders: head.headers,
        body: answer.body(kept),
        // Not known before there is a connection.
        ip: lease.ip,
        isBodyCut: isCut,
      };
      settle({ exchange, fault, firstByteMs, elapsedMs: now() - started });
    };
    const cancel = () => end(new FetchFault('cancelled', 'cancelled'), true);
    const times = new WatchTimes(limits, url.host, (fault) => end(fault, true));
    const endTooLarge = (bytes: number) => {
      const message = `${url.host} sends more than ${limits.bodyMax} bytes (${bytes})`;
      end(limits.atMax === 'cut' ? null : new FetchFault('too-large', message), true);
    };

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => times.sent(),
      onResponseStart: (controller, status, _headers, statusText = '') => {
        if (!answer.begin(status, statusText, controller.rawHeaders)) return;
        firstByteMs = now() - started;
        times.answered();
        const announced = answer.contentLength ?? 0;
        if (announced > limits.bodyMax && limits.atMax === 'refuse') endTooLarge(announced);
      },
      onResponseData: (_controller, chunk) => {
        if (times.isStopped) return;
        times.received(chunk.length);
        if (!answer.add(chunk)) endTooLarge(answer.size);
      },
      onResponseEnd: () => {
        const isLonger = answer.exceedsLength(lease.bytesRead);
        const message = `${url.host} sends more than its Content-Length says`;
        end(isLonger ? new FetchFault('truncated', message) : null, isLonger);
      },
      onResponseError: (_controller, error) =>
        end(nameTransferError(error, answer.head !== null, url.host), true),
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
