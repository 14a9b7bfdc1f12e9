import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultServer } from '../testing/fault-server/fault-server.js';
import type { Play } from '../testing/fault-server/play.js';
import { Connections } from './connections.js';
import { fetchDocument } from './fetch-document.js';
import { defaultLimits } from './fetch-limits.js';

const limits = {
  ...defaultLimits,
  ...{ triesMax: 1, headersMs: 300_000, idleMs: 300_000, totalMs: 800_000, headersMax: 8_192 },
  ...{ bodyMax: 100_000, decodedMax: 100_000, redirectsMax: 2 },
};

let play: Play = () => undefined;
let server: FaultServer;
let connections: Connections;

beforeAll(async () => {
  server = new FaultServer(new Map([['/x', (socket, asked, s) => play(socket, asked, s)]]));
  await server.listen('http');
  connections = new Connections({ allowPrivate: ['127.0.0.1/32'] }, limits.headersMax);
});

afterAll(async () => {
  await connections.close();
  await server.close();
});

const get = () => fetchDocument(server.url('/x'), { connections, limits, userAgent: 'test' });

/** Writes pieces one after the other, each in a packet of its own as far as that can be had, and hangs up. */
const inPieces =
  (bytes: Buffer, cuts: readonly number[]): Play =>
  async (socket) => {
    const at = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
      (a, b) => a - b,
    );
    for (const [i, end] of at.slice(1).entries()) {
      if (socket.destroyed) return;
      socket.write(bytes.subarray(at[i], end));
      await new Promise(setImmediate);
    }
    socket.end();
  };

const BODY = '政府信息公开工作年度报告'.repeat(20);
const size = Buffer.byteLength(BODY);
const chunked = (n: number): string =>
  `${(BODY.match(new RegExp(`[\\s\\S]{1,${n}}`, 'gu')) ?? [])
    .map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`)
    .join('')}0\r\n\r\n`;
const answers = [
  `HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n${BODY}`,
  `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunked(7)}`,
  `HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200\r\ncontent-length:${size}\r\n\r\n${BODY}`,
  `HTTP/1.0 200 OK\r\n\r\n${BODY}`,
].map((text) => Buffer.from(text));

const cutsOf = fc.array(fc.nat(), { maxLength: 12 });

describe('whatever a server sends', () => {
  it('in whatever pieces a right answer comes, it is read rightly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...answers), cutsOf, async (bytes, cuts) => {
        play = inPieces(bytes, cuts);
        const { state, body } = await get();
        expect([state, Buffer.from(body ?? []).toString()]).toEqual(['fetched', BODY]);
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it('an answer that breaks off is never taken for a whole one, where its length is said', async () => {
    const whole = answers.slice(0, 2);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), cutsOf, async (bytes, at, cuts) => {
        // Also without the last byte alone.
        play = inPieces(bytes.subarray(0, at % bytes.length), cuts);
        const { state } = await get();
        expect(['connection-reset', 'truncated', 'protocol-error']).toContain(state);
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it('bytes changed anywhere end in a state, and never in a failure of the fetcher', async () => {
    const change = fc.tuple(fc.nat(), fc.uint8Array({ minLength: 0, maxLength: 6 }), fc.nat({ max: 4 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...answers),
        fc.array(change, { maxLength: 4 }),
        cutsOf,
        async (bytes, changes, cuts) => {
          let text = bytes;
          for (const [at, put, drop] of changes) {
            const from = at % text.length;
            text = Buffer.concat([text.subarray(0, from), put, text.subarray(from + drop)]);
          }
          play = inPieces(text, cuts);
          const { state, message } = await get();
          expect([state, message]).not.toEqual(['internal-error', message]);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});
