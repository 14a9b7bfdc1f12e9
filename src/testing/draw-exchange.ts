import type { Exchange } from '../model/fetch.js';

/** An exchange as the fetcher hands it out; what matters to a test is put in its place. */
export function drawExchange(url: string, body: string | Uint8Array, over: Partial<Exchange> = {}): Exchange {
  return {
    url,
    method: 'GET',
    requestHeaders: [['user-agent', 'nianbao-test']],
    startedAt: '2026-11-22T18:00:00.123Z',
    status: 200,
    statusText: 'OK',
    httpVersion: '1.1',
    responseHeaders: [['Content-Type', 'text/html']],
    body: typeof body === 'string' ? Buffer.from(body) : body,
    ip: '127.0.0.1',
    isBodyCut: false,
    ...over,
  };
}
