import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { challengePages } from '../../parsers/lookups/challenge-pages.js';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import { defaultLimits } from '../fetch/fetch-limits.js';
import type { Site } from '../model/site.js';
import type { CrawlEvent, CrawlOptions } from './crawl-options.js';
import { crawlSites } from './crawl-sites.js';
import { openWorkspace, type Workspace } from './workspace.js';

/** What the server answers at a path: a page, a page with a status, a redirect. */
type Pages = Record<string, string | { status: number; body?: string; location?: string }>;

let server: Server;
let origin: string;
let pages: Pages;
let log: IncomingMessage[];
let folder: string;
let workspace: Workspace;
let events: CrawlEvent[];

const list = (...links: [path: string, text: string][]): string =>
  `<title>政府信息公开年报</title><ul>${links.map(([path, text]) => `<li><a href="${path}">${text}</a></li>`).join('')}</ul>`;
const reportTitle = (body: string, year: number): string => `${body}${year}年政府信息公开工作年度报告`;
const report = (body: string, year: number, rest = ''): string =>
  `<title>${reportTitle(body, year)}</title><h1>${reportTitle(body, year)}</h1><p>${'本年度做了工作。'.repeat(9)}</p>${rest}`;

beforeEach(async () => {
  log = [];
  events = [];
  server = createServer((request, reply) => {
    log.push(request);
    const page = pages[request.url!];
    if (page === undefined) return reply.writeHead(404).end();
    const {
      status,
      body = '',
      location,
    } = typeof page === 'string' ? { status: 200, body: page } : { ...page };
    const etag = `"${Buffer.from(body).length}-${body.slice(-12).replace(/[^\x21-\x7e]/gu, '')}"`;
    if (status === 200 && request.headers['if-none-match'] === etag) return reply.writeHead(304).end();
    reply.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      ...(status === 200 ? { etag } : {}),
      ...(location === undefined ? {} : { location }),
    });
    return reply.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'nianbao-crawl-'));
  workspace = await openWorkspace(folder);
  pages = {
    '/list.html': list(['/a.html', reportTitle('甲局', 2024)], ['/b.html', reportTitle('乙局', 2024)]),
    '/a.html': report('甲局', 2024),
    '/b.html': report('乙局', 2024),
  };
});

afterEach(async () => {
  await workspace.close();
  await new Promise((done) => server.close(done).closeAllConnections());
  await rm(folder, { recursive: true });
});

const options = (sites: Site[], over: Partial<CrawlOptions> = {}): CrawlOptions => ({
  ...{
    job: 'crawl',
    folder,
    sites,
    knowledge: loadSiteKnowledge(),
    challenges: challengePages,
    passingLines: [],
  },
  ...{ userAgent: 'nianbao/test (+https://example.org/)', connection: { allowPrivate: true } },
  ...{ concurrency: 4, delayMs: 0, requestsMaxPerHost: null, quietHours: null, isFollowing: true },
  ...{ convert: null, years: null, jobs: 1, now: Date.now, tell: (event: CrawlEvent) => events.push(event) },
  limits: { ...defaultLimits, triesMax: 1, headersMs: 2_000 },
  ...over,
});

const siteOf = (over: Partial<Site> = {}): Site => ({
  id: 's',
  name: '某县',
  start: [`${origin}/list.html`],
  ...over,
});

/** One run; its day only counts for what is due. @returns the paths that were requested */
async function night(day: number, site = siteOf(), over: Partial<CrawlOptions> = {}): Promise<string[]> {
  log = [];
  const run = workspace.store.beginRun(`2026-11-${day}T18:00:00.000Z`);
  await crawlSites(run, workspace, options([site], over));
  workspace.store.endRun(run.id, `2026-11-${day}T19:00:00.000Z`, {});
  return log.map(({ url }) => url!).filter((path) => path !== '/robots.txt');
}

const stateOf = (path: string) => workspace.store.url(origin + path)!;
const failuresOf = (run: number) =>
  workspace.store.facts
    .failures(run)
    .map(({ url, stage, code }) => `${stage} ${code} ${url.slice(origin.length)}`);

describe('crawlSites', () => {
  it('comes to the end of a long list within some nights, however small the budget of one is', async () => {
    const paths = ['/a.html', '/b.html', '/c.html', '/d.html', '/e.html'];
    pages = {
      '/list.html': list(...paths.map((path): [string, string] => [path, reportTitle(`${path[1]}局`, 2024)])),
      ...Object.fromEntries(paths.map((path) => [path, report(`${path[1]}局`, 2024)])),
    };
    const budget = { requestsMaxPerHost: 3 };
    expect(await night(10, siteOf(), budget)).toEqual(['/list.html', '/a.html', '/b.html']);
    expect(await night(11, siteOf(), budget)).toEqual(['/list.html', '/c.html', '/d.html']);
    expect(await night(12, siteOf(), budget)).toEqual(['/list.html', '/e.html', '/a.html']);
    expect(await night(13, siteOf(), budget)).toEqual(['/list.html', '/b.html', '/c.html']);
  });

  it('asks for lists first, for each address once, and by condition the night after', async () => {
    expect(await night(10)).toEqual(['/list.html', '/a.html', '/b.html']);
    expect(workspace.store.facts.found(1, 's')).toEqual({ count: 2, isComplete: true });
    expect(await night(11)).toEqual(['/list.html', '/a.html', '/b.html']);
    expect(['/list.html', '/a.html', '/b.html'].map((path) => stateOf(path).state)).toEqual(
      Array(3).fill('not-modified'),
    );
    expect(workspace.store.facts.found(2, 's')).toEqual({ count: 2, isComplete: true });
  });

  it('finds the files of a page that did not change', async () => {
    pages['/a.html'] = report('甲局', 2024, `<a href="/a.pdf">${reportTitle('甲局', 2024)}.pdf</a>`);
    pages['/a.pdf'] = { status: 503 };
    expect(await night(10)).toContain('/a.pdf');
    pages['/a.pdf'] = '%PDF-1.4';
    expect(await night(11)).toContain('/a.pdf');
    expect(stateOf('/a.pdf')).toMatchObject({ state: 'fetched', role: 'attachment', kind: 'file' });
  });

  it('goes on with a run that was cut off, and asks for nothing twice', async () => {
    const run = workspace.store.beginRun('2026-11-10T18:00:00.000Z');
    pages['/b.html'] = { status: 429 };
    await crawlSites(run, workspace, options([siteOf()]));
    await workspace.close();
    workspace = await openWorkspace(folder);
    log = [];
    const again = workspace.store.beginRun('2026-11-10T20:00:00.000Z');
    expect(again).toMatchObject({ id: run.id, startedAt: '2026-11-10T18:00:00.000Z', isResumed: true });
    pages['/c.html'] = report('丙局', 2024);
    await crawlSites(again, workspace, options([siteOf()]));
    expect(log).toEqual([]);
    expect(workspace.store.facts.found(run.id, 's')).toEqual({ count: 2, isComplete: true });
    expect(events.filter((event) => event.type === 'visited' && event.isRecalled)).toHaveLength(3);
  });

  it('asks for a report that no list names any more', async () => {
    await night(10);
    pages['/list.html'] = list(['/a.html', reportTitle('甲局', 2024)]);
    expect(await night(11)).toEqual(['/list.html', '/a.html', '/b.html']);
    expect(workspace.store.facts.found(2, 's')!.count).toBe(1);
    delete pages['/b.html'];
    await night(12);
    expect(workspace.store.facts.changes(3).vanished).toEqual([`${origin}/b.html`]);
    // Two days after it was gone it is not requested again, some days later it is.
    expect(await night(13)).not.toContain('/b.html');
    expect(await night(15)).toContain('/b.html');
  });

  it('keeps the record of a report whose address gives something else now, and says so', async () => {
    await night(10);
    pages['/list.html'] = list(['/a.html', reportTitle('甲局', 2024)]);
    pages['/b.html'] = '<title>页面不存在</title><p>您访问的页面不存在</p>';
    await night(11);
    expect(failuresOf(2)).toEqual(['discover no-longer-report /b.html']);
    expect(workspace.store.toConvert('1').map(({ url }) => url)).toEqual([`${origin}/a.html`]);
  });

  it('knows a report that moved by a redirect, and leaves the old address alone', async () => {
    await night(10);
    pages['/b.html'] = { status: 301, location: '/new/b.html' };
    pages['/new/b.html'] = report('乙局', 2024);
    pages['/list.html'] = list(
      ['/a.html', reportTitle('甲局', 2024)],
      ['/new/b.html', reportTitle('乙局', 2024)],
    );
    expect(await night(11)).toEqual(['/list.html', '/new/b.html', '/a.html', '/b.html', '/new/b.html']);
    expect(stateOf('/b.html').sha256).toBe(stateOf('/new/b.html').sha256);
    expect(workspace.store.facts.found(2, 's')!.count).toBe(2);
    expect(await night(12)).toEqual(['/list.html', '/a.html', '/new/b.html']);
  });

  it('does not take a list that can not be had for an empty one', async () => {
    await night(10);
    pages['/list.html'] = { status: 500 };
    await night(11);
    expect(workspace.store.facts.found(2, 's')).toEqual({ count: 0, isComplete: false });
    expect(events.filter(({ type }) => type === 'site-done').at(-1)).toMatchObject({ verdict: 'none' });
    expect(workspace.store.facts.foundBefore(3, 's')).toEqual({ run: 1, count: 2 });
  });

  it('says which pages of a list a bound cut off, beside what is said of the page itself', async () => {
    const entries = (from: number) =>
      Array.from({ length: 3 }, (_, at): [string, string] => [
        `/${from + at}.html`,
        reportTitle(`${from + at}局`, 2024),
      ]);
    const pager = (next: string) => `<a href="${next}">下一页</a>`;
    pages = {
      '/list.html': list(...entries(0)) + pager('/list2.html'),
      '/list2.html': list(...entries(3)) + pager('/list3.html'),
      '/list3.html': list(...entries(6)),
    };
    expect(await night(10, siteOf({ pages_max: 2 }))).not.toContain('/list3.html');
    expect(failuresOf(1)).toContain('follow list-bounded /list.html');
    expect(await night(11)).toContain('/list3.html');
    expect(failuresOf(2).filter((failure) => failure.startsWith('follow'))).toEqual([]);
  });

  it('asks anew for a page whose body the archive lost', async () => {
    await night(10);
    await workspace.close();
    await rm(join(folder, 'archive'), { recursive: true });
    workspace = await openWorkspace(folder);
    expect((await night(11)).filter((path) => path === '/a.html')).toHaveLength(2);
    expect(stateOf('/a.html').state).toBe('fetched');
    const kept = workspace.store.body(`${origin}/a.html`)!;
    expect((await workspace.archive.readBody(kept)).toString()).toBe(pages['/a.html']);
  });

  it('fetches only what is named where it is told so', async () => {
    expect(await night(10, siteOf(), { isFollowing: false })).toEqual(['/list.html']);
  });

  it('keeps to the budget of a host, of which the rest is asked for another time', async () => {
    const site = siteOf({ rate: { requests_max: 2 } });
    expect(await night(10, site)).toEqual(['/list.html', '/a.html']);
    expect(stateOf('/b.html')).toMatchObject({ state: 'over-budget', nextTryAt: null });
    expect(await night(11, site, { requestsMaxPerHost: 9 })).toEqual(['/list.html', '/b.html']);
    expect(await night(12, siteOf())).toContain('/b.html');
  });

  it('takes over what was fetched by hand, and sees it vanish', async () => {
    await night(10, siteOf({ id: 'by-hand' }));
    expect(stateOf('/a.html').site).toBe('by-hand');
    await night(11);
    expect(stateOf('/a.html').site).toBe('s');
    pages = { '/list.html': list(['/b.html', reportTitle('乙局', 2024)]), '/b.html': report('乙局', 2024) };
    expect(await night(12)).toContain('/a.html');
    expect(workspace.store.facts.vanished(3)).toMatchObject([{ url: `${origin}/a.html` }]);
  });

  it('asks again for what a fault of its own cut off', async () => {
    pages['/other.html'] = list(['/c.html', reportTitle('丙局', 2024)]);
    pages['/c.html'] = report('丙局', 2024);
    const sites = [siteOf(), siteOf({ id: 't', start: [`${origin}/other.html`] })];
    const run = workspace.store.beginRun('2026-11-10T18:00:00.000Z');
    const tell = (event: CrawlEvent): void => {
      if (event.type === 'visited' && event.site === 's') throw new Error('the disk is full');
    };
    const slow = options(sites, { tell, delayMs: 300 });
    await expect(crawlSites(run, workspace, slow)).rejects.toThrow('the disk is full');
    expect(stateOf('/other.html').state).toBeNull();
    log = [];
    const again = workspace.store.beginRun('2026-11-10T18:00:00.000Z');
    expect(again).toMatchObject({ id: run.id, isResumed: true });
    await crawlSites(again, workspace, options(sites));
    const asked = log.map(({ url }) => url!);
    expect(asked).toEqual(expect.arrayContaining(['/other.html', '/c.html', '/a.html', '/b.html']));
    expect(asked).not.toContain('/list.html');
  });

  it('asks for nothing in quiet hours', async () => {
    const quietHours = { from: 0, to: 24 * 60, timeZone: 'Asia/Shanghai' };
    expect(await night(10, siteOf(), { quietHours })).toEqual([]);
    expect(stateOf('/list.html').state).toBe('quiet-hours');
    expect(workspace.store.facts.found(1, 's')).toEqual({ count: 0, isComplete: false });
    // No site is to blame for that, and no person need look; the count of such runs shows a run that never has the time for it.
    const done = events.filter(({ type }) => type === 'site-done').at(-1);
    expect(done).toMatchObject({ verdict: 'not-judged', message: 'No list was asked for (quiet-hours).' });
    await night(11, siteOf(), { quietHours });
    expect(workspace.store.facts.incompleteBefore(3, 's')).toBe(2);
    expect(await night(12)).toEqual(['/list.html', '/a.html', '/b.html']);
  });

  it('asks seldom for what is known where the site is to be spared', async () => {
    const site = siteOf({ recheck_days: 3 });
    await night(10, site);
    expect(await night(11, site)).toEqual(['/list.html']);
    expect(await night(13, site)).toEqual(['/list.html', '/a.html', '/b.html']);
  });
});
