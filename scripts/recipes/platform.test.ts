import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { challengePages } from '../../parsers/lookups/challenge-pages.js';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import { Archive } from '../../src/archive/archive.js';
import type { CrawlOptions } from '../../src/crawl/crawl-options.js';
import { crawlSites } from '../../src/crawl/crawl-sites.js';
import { openWorkspace, type Workspace } from '../../src/crawl/workspace.js';
import { defaultLimits } from '../../src/fetch/fetch-limits.js';
import type { Platform } from '../../src/model/platform.js';

/** The toy of the recipe: two lists that answer to POST alone, one asked with JSON, one with a form. Data, and nothing in `src`. */
const postLists: Platform = {
  id: 'toy-post-lists',
  about: 'An invented site whose lists are asked for with POST.',
  signs: [{ name: 'toy', in: 'source', pattern: /data-toy-list/u }],
  paging: [
    {
      name: 'toy-json',
      patterns: [/data-toy-list="(?<column>[^"]{1,40})"/u],
      base: '/api/list',
      post: { type: 'json', text: '{"where":{"column":"{column}"},"paging":{"page":{page},"size":2}}' },
      startsAt: 1,
      firstNumber: 1,
    },
    {
      name: 'toy-form',
      patterns: [/data-toy-form="(?<column>[^"]{1,40})" data-pages="(?<pages>\d+)"/u],
      base: '/search',
      post: { type: 'form', text: 'column={column}&page={page}' },
      startsAt: 1,
      firstNumber: 0,
    },
    {
      name: 'toy-closed',
      patterns: [/data-toy-closed/u],
      base: '/closed/list',
      post: { type: 'form', text: 'page={page}' },
      startsAt: 1,
      firstNumber: 1,
    },
  ],
  payloads: [
    {
      name: 'toy-rows',
      items: 'rows',
      title: ['title'],
      address: ['url'],
      date: ['date'],
      total: ['total'],
      pageParam: ['paging.page'],
      firstNumber: 1,
      sizeParam: ['paging.size'],
    },
  ],
};

const titleOf = (year: number): string => `某县${year}年政府信息公开工作年度报告`;
const reportPage = (year: number): string =>
  `<title>${titleOf(year)}</title><h1>${titleOf(year)}</h1><p>${'本年度做了工作。'.repeat(9)}</p>`;
const jsonYears = [2024, 2023, 2022, 2021, 2020];
const formYears = [2019, 2018, 2017];

interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let server: Server;
let origin: string;
let folder: string;
let workspace: Workspace;
let asked: Asked[];

function answer({ method, url, headers, body }: Asked): { status: number; type: string; text: string } {
  const html = (text: string) => ({ status: 200, type: 'text/html; charset=utf-8', text });
  if (url === '/robots.txt')
    return { status: 200, type: 'text/plain', text: 'User-agent: *\nDisallow: /closed/' };
  if (url === '/list.html')
    return html(
      `<title>政府信息公开年报</title><h1>政府信息公开年报</h1><div data-toy-list="a&amp;page=9%22"></div>` +
        `<div data-toy-form="7&amp;x=1" data-pages="2"></div><div data-toy-closed></div>`,
    );
  const report = /^\/report\/(\d{4})\.html$/u.exec(url);
  if (report) return html(reportPage(Number(report[1])));
  const isPost = method === 'POST';
  if (url === '/api/list' && isPost && headers['content-type'] === 'application/json; charset=UTF-8') {
    const { paging } = JSON.parse(body) as { paging: { page: number; size: number } };
    const rows = jsonYears
      .slice((paging.page - 1) * paging.size, paging.page * paging.size)
      .map((year) => ({ title: titleOf(year), url: `/report/${year}.html`, date: `${year + 1}-01-20` }));
    return { status: 200, type: 'application/json', text: JSON.stringify({ rows, total: jsonYears.length }) };
  }
  if (
    url === '/search' &&
    isPost &&
    headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  ) {
    const page = Number(new URLSearchParams(body).get('page'));
    const links = formYears
      .slice(page * 2, page * 2 + 2)
      .map((year) => `<li><a href="/report/${year}.html">${titleOf(year)}</a></li>`);
    return html(`<ul>${links.join('')}</ul>`);
  }
  return { status: 405, type: 'text/plain', text: 'no' };
}

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { method = '', url = '', headers } = request;
    const question = { method, url, headers, body: Buffer.concat(pieces).toString() };
    asked.push(question);
    const { status, type, text } = answer(question);
    // Every answer has a validator: a POST that sent it back would get the answer that nothing is new.
    if (headers['if-none-match'] !== undefined) return reply.writeHead(304).end();
    return reply.writeHead(status, { 'content-type': type, etag: '"same"' }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'nianbao-recipe-'));
  workspace = await openWorkspace(folder);
});

afterEach(async () => {
  await workspace.close();
  await new Promise((done) => server.close(done).closeAllConnections());
  await rm(folder, { recursive: true });
});

const knowledge = loadSiteKnowledge();
const options = (): CrawlOptions => ({
  job: 'crawl',
  folder,
  sites: [{ id: 'toy', name: '某县', start: [`${origin}/list.html`] }],
  knowledge: { ...knowledge, platforms: [...knowledge.platforms, postLists] },
  challenges: challengePages,
  passingLines: [],
  userAgent: 'nianbao/test (+https://example.org/)',
  connection: { allowPrivate: true },
  concurrency: 2,
  delayMs: 0,
  requestsMaxPerHost: null,
  quietHours: null,
  isFollowing: true,
  convert: null,
  years: null,
  jobs: 1,
  now: Date.now,
  tell: () => {},
  limits: { ...defaultLimits, triesMax: 1 },
});

const crawl = (id: number) =>
  crawlSites({ id, startedAt: `2026-11-2${id}T18:00:00.000Z` }, workspace, options());
const posts = (): string[] =>
  asked.filter(({ method }) => method === 'POST').map(({ url, body }) => `${url} ${body}`);
const jsonBody = (page: number): string =>
  JSON.stringify({ where: { column: 'a&page=9%22' }, paging: { page, size: 2 } });

describe('a platform whose lists are behind POST', () => {
  it('is crawled to its last page by data alone', async () => {
    await crawl(1);
    expect(posts().sort()).toEqual(
      [
        ...[1, 2, 3].map((page) => `/api/list ${jsonBody(page)}`),
        ...[0, 1].map((page) => `/search column=7%26x%3D1&page=${page}`),
      ].sort(),
    );
    const years = asked.flatMap(({ url }) => /^\/report\/(\d{4})/u.exec(url)?.[1] ?? []).map(Number);
    expect(years.sort()).toEqual([...formYears, ...jsonYears].sort());
    // What robots.txt denies is denied with POST too.
    expect(asked.filter(({ url }) => url.startsWith('/closed/'))).toEqual([]);
    expect(asked.filter(({ method, url }) => method === 'GET' && /^\/(?:api|search)/u.test(url))).toEqual([]);
  });

  it('is asked again in the next run, without the validators of its last answer', async () => {
    await crawl(1);
    const first = posts();
    asked = [];
    await crawl(2);
    expect(posts().sort()).toEqual(first.sort());
    expect(asked.filter(({ method, headers }) => method === 'POST' && headers['if-none-match'])).toEqual([]);
  });

  it('is kept with what was sent, each page under a key of its own', async () => {
    await crawl(1);
    const archive = join(folder, 'archive');
    const warc = gunzipSync(await readFile(join(archive, 'nianbao-000001.warc.gz'))).toString();
    for (const page of [1, 2, 3]) expect(warc).toContain(`\r\n\r\n${jsonBody(page)}\r\n\r\n`);
    expect(warc).toContain('POST /api/list HTTP/1.1\r\n');
    const index = join(archive, 'nianbao-000001.index.jsonl');
    const written = await readFile(index, 'utf8');
    const keys = written
      .split('\n')
      .filter((line) => line.includes('/api/list'))
      .map((line) => (JSON.parse(line) as { uri: string }).uri);
    expect(new Set(keys).size).toBe(3);
    // The index can be made anew from the file.
    await workspace.close();
    await rm(index);
    await (await Archive.open(archive)).close();
    expect(await readFile(index, 'utf8')).toBe(written);
    workspace = await openWorkspace(folder);
  });
});
