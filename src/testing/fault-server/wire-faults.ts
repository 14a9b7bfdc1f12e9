import type { Fault } from './fault.js';
import { drip, HTML, head, reply } from './play.js';

const bad = (
  name: string,
  state: Fault['state'],
  play: NonNullable<Fault['play']>,
  check?: Fault['check'],
): Fault => ({ name, state, play, fate: 'retry', tries: 2, ...(check === undefined ? {} : { check }) });

/** The body stops early, and what came is kept for the archive as a piece. */
const isPiece: NonNullable<Fault['check']> = ({ exchanges }) =>
  exchanges.every(({ isBodyCut, body }) => isBodyCut && body.length > 0);

export const wireFaults: Fault[] = [
  bad('garbage-status', 'protocol-error', (socket) => socket.write('\u0000\u0001 what is this\r\n\r\n')),
  bad('no-headers', 'protocol-error', (socket) => socket.end('<html>HTTP/0.9 lives</html>')),
  bad('other-protocol', 'protocol-error', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
  bad('header-flood', 'protocol-error', (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    for (let i = 0; i < 5_000; i += 1) socket.write(`X-Field-${i}: ${'a'.repeat(100)}\r\n`);
  }),
  bad('header-endless', 'protocol-error', (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(1024 * 1024)}`);
  }),
  bad('header-broken', 'protocol-error', (socket) => head(socket, '200 OK', 'No colon at all', HTML)),
  bad('header-nul', 'protocol-error', (socket) => head(socket, '200 OK', 'X-A: b\u0000c', HTML)),
  bad('close-at-once', 'connection-reset', (socket) => socket.end()),
  bad('reset-at-once', 'connection-reset', (socket) => void socket.resetAndDestroy()),
  bad('close-in-headers', 'connection-reset', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty')),
  bad(
    'reset-in-body',
    'connection-reset',
    (socket) => {
      head(socket, '200 OK', HTML, 'Content-Length: 5000');
      socket.write('a beginning');
      setTimeout(() => socket.resetAndDestroy(), 50);
    },
    isPiece,
  ),
  bad(
    'body-too-short',
    'truncated',
    (socket) => {
      head(socket, '200 OK', HTML, 'Content-Length: 5000');
      socket.end('a beginning');
    },
    isPiece,
  ),
  bad(
    'body-too-long',
    'truncated',
    // As where characters of GBK are counted instead of bytes.
    (socket) => {
      head(socket, '200 OK', HTML, 'Content-Length: 100');
      socket.write('字'.repeat(200));
    },
    isPiece,
  ),
  bad(
    'body-too-long-and-close',
    'truncated',
    (socket) => {
      head(socket, '200 OK', HTML, 'Content-Length: 100', 'Connection: close');
      socket.end('字'.repeat(200));
    },
    isPiece,
  ),
  {
    name: 'line-end-behind-body',
    play: (socket) => {
      reply(socket, '200 OK', 'whole', HTML, 'Connection: close');
      socket.end('\r\n');
    },
    state: 'fetched',
    fate: 'done',
  },
  {
    name: 'no-length',
    play: (socket) => {
      head(socket, '200 OK', HTML, 'Connection: close');
      socket.end('whole, as far as anybody knows');
    },
    state: 'fetched',
    fate: 'done',
  },
  bad(
    'chunks-cut',
    'truncated',
    (socket) => {
      head(socket, '200 OK', HTML, 'Transfer-Encoding: chunked');
      socket.end('5\r\nhello\r\nff\r\nnot so many');
    },
    isPiece,
  ),
  bad(
    'chunks-garbage',
    'protocol-error',
    (socket) => {
      head(socket, '200 OK', HTML, 'Transfer-Encoding: chunked');
      socket.write('5\r\nhello\r\nzz\r\nwhat\r\n0\r\n\r\n');
    },
    isPiece,
  ),
  bad('length-negative', 'protocol-error', (socket) => head(socket, '200 OK', HTML, 'Content-Length: -5')),
  bad('length-twice', 'protocol-error', (socket) => {
    head(socket, '200 OK', HTML, 'Content-Length: 5', 'Content-Length: 7');
    socket.write('hello');
  }),
  bad('length-and-chunks', 'protocol-error', (socket) => {
    head(socket, '200 OK', HTML, 'Content-Length: 5', 'Transfer-Encoding: chunked');
    socket.write('5\r\nhello\r\n0\r\n\r\n');
  }),
  bad('silent', 'headers-timeout', () => undefined),
  bad('drip-headers', 'headers-timeout', (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    drip(socket, 'X-A: b\r\n', 30);
  }),
  bad(
    'silent-in-body',
    'body-timeout',
    (socket) => {
      head(socket, '200 OK', HTML, 'Content-Length: 5000');
      socket.write('a beginning');
    },
    isPiece,
  ),
  bad(
    'drip-body',
    'too-slow',
    (socket) => {
      head(socket, '200 OK', HTML, 'Content-Length: 5000000');
      drip(socket, 'a', 30);
    },
    isPiece,
  ),
  bad('endless-fast-enough', 'too-slow', (socket) => {
    head(socket, '200 OK', HTML);
    drip(socket, 'a'.repeat(2000), 20);
  }),
];
