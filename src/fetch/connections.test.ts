import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultServer } from '../testing/fault-server/fault-server.js';
import { HTML, type Play, reply } from '../testing/fault-server/play.js';
import { Connections } from './connections.js';
import { fetchDocument } from './fetch-document.js';
import { defaultLimits } from './fetch-limits.js';

let server: FaultServer;
const socketsSeen: number[] = [];

beforeAll(async () => {
  const plays = new Map<string, Play>([
    [
      '/kept',
      (socket, asked) => {
        socketsSeen.push(asked.beforeOnSocket);
        reply(socket, '200 OK', 'x', HTML);
      },
    ],
    ['/slow', (socket) => setTimeout(() => reply(socket, '200 OK', 'x', HTML), 50)],
    [
      '/fresh-only',
      (socket, { beforeOnSocket }) =>
        beforeOnSocket > 0 ? void socket.resetAndDestroy() : reply(socket, '200 OK', 'x', HTML),
    ],
    ['/last', (socket) => reply(socket, '200 OK', 'x', HTML, 'Connection: close')],
  ]);
  server = new FaultServer(plays);
  await server.listen('http');
});

afterAll(() => server.close());

/** A name whose answers are these, one after the other. */
function changingName(...answers: string[]) {
  let asked = 0;
  return {
    count: () => asked,
    resolve: async () => [{ address: answers[Math.min(asked++, answers.length - 1)]!, family: 4 }],
  };
}

async function get(connections: Connections, path: string) {
  const limits = { ...defaultLimits, triesMax: 1 };
  return fetchDocument(server.url(path, 'http', 'name.test'), { connections, limits, userAgent: 'test' });
}

describe('connections', () => {
  it('connect to the address that was checked: a name is asked once for each connection', async () => {
    const name = changingName('127.0.0.1', '169.254.169.254');
    const connections = new Connections({ allowPrivate: ['127.0.0.1/32'], resolve: name.resolve }, 65_536);
    const first = await get(connections, '/last');
    expect([first.state, first.exchanges[0]!.ip, name.count()]).toEqual(['fetched', '127.0.0.1', 1]);
    // The connection is closed: the next one asks again, and gets another answer.
    const second = await get(connections, '/last');
    expect([second.state, name.count()]).toEqual(['address-refused', 2]);
    await connections.close();
  });

  it('are kept for the next request', async () => {
    socketsSeen.length = 0;
    const name = changingName('127.0.0.1', '10.0.0.1');
    const connections = new Connections({ allowPrivate: ['127.0.0.1/32'], resolve: name.resolve }, 65_536);
    for (let i = 0; i < 3; i += 1) expect((await get(connections, '/kept')).state).toBe('fetched');
    expect(socketsSeen).toEqual([0, 1, 2]);
    expect(name.count()).toBe(1);
    await connections.close();
  });

  it('refuse a name of which one address is not allowed, wherever it stands', async () => {
    for (const inner of [0, 1]) {
      const addresses = ['127.0.0.1', '127.0.0.1'].map((address) => ({ address, family: 4 }));
      addresses[inner]!.address = '192.168.0.5';
      const connections = new Connections(
        { allowPrivate: ['127.0.0.1/32'], resolve: async () => addresses },
        65_536,
      );
      const before = server.log.length;
      expect((await get(connections, '/last')).state).toBe('address-refused');
      expect(server.log).toHaveLength(before);
      await connections.close();
    }
  });

  it('that wait are not trusted any more once one of them was found closed', async () => {
    const connections = new Connections(
      { allowPrivate: ['127.0.0.1/32'], resolve: changingName('127.0.0.1').resolve },
      65_536,
    );
    await Promise.all([1, 2, 3].map(() => get(connections, '/slow')));
    expect((await get(connections, '/fresh-only')).state).toBe('fetched');
    await connections.close();
  });

  it('refuse loopback where nothing else is said', async () => {
    const connections = new Connections({ allowPrivate: false }, 65_536);
    const limits = { ...defaultLimits, triesMax: 1 };
    for (const host of ['127.0.0.1', 'localhost', '0x7f.1', '[::1]']) {
      const url = server.url('/kept', 'http', host);
      const { state } = await fetchDocument(url, { connections, limits, userAgent: 'test' });
      expect([host, state]).toEqual([host, 'address-refused']);
    }
    await connections.close();
  });
});
