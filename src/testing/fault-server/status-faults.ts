import type { Fault } from './fault.js';
import type { FaultServer } from './fault-server.js';
import { HTML, head, reply } from './play.js';

const PAGE = '<html><body>年度报告</body></html>';

const textOf = (body: Uint8Array | null): string => Buffer.from(body ?? []).toString();

/** Milliseconds between the first two requests for a path. */
const pauseBefore = (server: FaultServer, path: string): number => {
  const [first, second] = server.log.filter((entry) => entry.path === path);
  return second!.at - first!.at;
};

const plain = (status: number, state: Fault['state'], fate: Fault['fate'], tries = 1): Fault => ({
  name: `status-${status}`,
  play: (socket) => reply(socket, `${status} Because`, PAGE, HTML),
  state,
  fate,
  tries,
  check: (outcome) => outcome.status === status && outcome.body === null,
});

export const statusFaults: Fault[] = [
  {
    name: 'fine',
    play: (socket) =>
      reply(socket, '200 OK', PAGE, HTML, 'ETag: "1"', 'Last-Modified: Wed, 31 Jan 2024 08:00:00 GMT'),
    state: 'fetched',
    fate: 'done',
    check: (o) =>
      textOf(o.body) === PAGE &&
      o.mediaType === 'text/html' &&
      o.charset === 'utf-8' &&
      o.etag === '"1"' &&
      o.lastModified === 'Wed, 31 Jan 2024 08:00:00 GMT' &&
      o.exchanges[0]?.ip === '127.0.0.1' &&
      !o.exchanges[0].isBodyCut,
  },
  {
    name: 'empty-body',
    play: (socket) => reply(socket, '200 OK', '', HTML),
    state: 'fetched',
    fate: 'done',
    check: (o) => o.body?.length === 0 && o.message.includes('empty'),
  },
  { name: 'no-content', play: (socket) => head(socket, '204 No Content'), state: 'fetched', fate: 'done' },
  {
    name: 'early-hints',
    play: (socket) => {
      head(socket, '103 Early Hints', 'Link: </a.css>; rel=preload');
      reply(socket, '200 OK', PAGE, HTML);
    },
    state: 'fetched',
    fate: 'done',
    check: (o) => textOf(o.body) === PAGE && o.status === 200,
  },
  {
    name: 'endless-hints',
    play: (socket) => {
      const timer = setInterval(() => head(socket, '103 Early Hints'), 20);
      socket.once('close', () => clearInterval(timer));
    },
    state: 'headers-timeout',
    fate: 'retry',
    tries: 2,
  },
  {
    name: 'continue-unasked',
    play: (socket) => head(socket, '100 Continue'),
    state: 'protocol-error',
    fate: 'retry',
    tries: 2,
  },
  {
    name: 'upgrade-unasked',
    play: (socket) => head(socket, '101 Switching Protocols', 'Upgrade: other', 'Connection: upgrade'),
    state: 'protocol-error',
    fate: 'retry',
    tries: 2,
  },
  {
    name: 'part-unasked',
    play: (socket) => reply(socket, '206 Partial Content', PAGE, HTML, 'Content-Range: bytes 0-9/5000'),
    state: 'truncated',
    fate: 'retry',
    tries: 2,
  },
  {
    name: 'unchanged',
    etag: '"known"',
    play: (socket, { headers }) =>
      headers.get('if-none-match') === '"known"'
        ? head(socket, '304 Not Modified', 'ETag: "known"')
        : reply(socket, '200 OK', PAGE, HTML),
    state: 'not-modified',
    fate: 'done',
    check: (o) => o.etag === '"known"' && o.body === null,
  },
  {
    name: 'changed',
    etag: '"old"',
    play: (socket, { headers }) =>
      headers.get('if-none-match') === '"new"'
        ? head(socket, '304 Not Modified')
        : reply(socket, '200 OK', PAGE, HTML, 'ETag: "new"'),
    state: 'fetched',
    fate: 'done',
    check: (o) => o.etag === '"new"' && textOf(o.body) === PAGE,
  },
  {
    name: 'unchanged-unasked',
    play: (socket) => head(socket, '304 Not Modified'),
    state: 'protocol-error',
    fate: 'retry',
    tries: 2,
  },
  plain(400, 'client-error', 'give-up'),
  plain(401, 'forbidden', 'give-up'),
  plain(403, 'forbidden', 'give-up'),
  plain(404, 'gone', 'give-up'),
  plain(410, 'gone', 'give-up'),
  plain(418, 'client-error', 'give-up'),
  plain(451, 'forbidden', 'give-up'),
  plain(500, 'server-error', 'retry', 2),
  plain(502, 'server-error', 'retry', 2),
  plain(503, 'server-error', 'retry', 2),
  plain(999, 'protocol-error', 'retry', 2),
  {
    name: 'busy-then-fine',
    play: (socket, { before }) =>
      before === 0 ? reply(socket, '503 Busy', 'later', HTML) : reply(socket, '200 OK', PAGE, HTML),
    state: 'fetched',
    fate: 'done',
    tries: 2,
    check: (o) => o.exchanges.length === 2,
  },
  {
    name: 'limited-by-seconds',
    play: (socket, { before }) =>
      before === 0 ? reply(socket, '429 Slow', '', 'Retry-After: 1') : reply(socket, '200 OK', PAGE, HTML),
    state: 'fetched',
    fate: 'done',
    tries: 2,
    check: (_o, server) => pauseBefore(server, '/limited-by-seconds') >= 990,
  },
  {
    name: 'limited-by-date',
    // Dates have whole seconds: two from now is at least one.
    play: (socket, { before }) =>
      before === 0
        ? reply(socket, '503 Busy', '', `Retry-After: ${new Date(Date.now() + 2000).toUTCString()}`)
        : reply(socket, '200 OK', PAGE, HTML),
    state: 'fetched',
    fate: 'done',
    tries: 2,
    check: (_o, server) => pauseBefore(server, '/limited-by-date') >= 900,
  },
  {
    name: 'limited-always',
    play: (socket) => reply(socket, '429 Slow', '', 'Retry-After: 0'),
    state: 'rate-limited',
    fate: 'stop-host',
    tries: 2,
  },
  {
    name: 'limited-for-a-day',
    play: (socket) => reply(socket, '503 Busy', '', 'Retry-After: 86400'),
    state: 'rate-limited',
    fate: 'stop-host',
    check: (o) => o.retryAfterMs === 86_400_000,
  },
];
