import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postAddress } from '../model/post-address.js';
import { Connections } from './connections.js';
import { fetchDocument } from './fetch-document.js';
import { defaultLimits } from './fetch-limits.js';

let server: Server;
let origin: string;
let log: string[];
let connections: Connections;

/** `/302`, `/307` and so on lead to `/end`; `/end` answers with what was asked. */
beforeEach(async () => {
  log = [];
  connections = new Connections({ allowPrivate: true }, defaultLimits.headersMax);
  server = createServer(async (request, reply) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    const asked = `${request.method} ${request.url} ${body}`.trim();
    log.push(asked);
    const status = Number(/^\/(3\d\d)$/u.exec(request.url!)?.[1] ?? 200);
    return reply.writeHead(status, status === 200 ? {} : { location: '/end' }).end(asked);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await connections.close();
  await new Promise((done) => server.close(done).closeAllConnections());
});

const post = (path: string): string => postAddress(origin + path, { type: 'form', text: 'page=2' })!;
const fetched = (address: string) =>
  fetchDocument(address, {
    connections,
    limits: defaultLimits,
    userAgent: 'nianbao/test (+https://example.org/)',
  });

describe('fetchDocument with a body', () => {
  it('sends it, and names it in both addresses and in the exchange', async () => {
    const { url, finalUrl, exchanges, state } = await fetched(post('/end'));
    expect(log).toEqual(['POST /end page=2']);
    expect([url, finalUrl, state]).toEqual([post('/end'), post('/end'), 'fetched']);
    const [{ method, requestBody, requestHeaders, url: asked } = { requestBody: undefined }] = exchanges;
    expect([method, String(requestBody), asked]).toEqual(['POST', 'page=2', `${origin}/end`]);
    expect(requestHeaders).toContainEqual(['content-length', '6']);
  });

  it.each([307, 308])('sends it on after %i', async (status) => {
    expect((await fetched(post(`/${status}`))).finalUrl).toBe(post('/end'));
    expect(log).toEqual([`POST /${status} page=2`, 'POST /end page=2']);
  });

  it.each([301, 302, 303])('asks without it after %i', async (status) => {
    expect((await fetched(post(`/${status}`))).finalUrl).toBe(`${origin}/end`);
    expect(log).toEqual([`POST /${status} page=2`, 'GET /end']);
  });
});
