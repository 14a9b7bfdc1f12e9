import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { challengePages } from '../../parsers/lookups/challenge-pages.js';
import type { FetchOutcome } from '../model/fetch.js';
import { FaultServer } from '../testing/fault-server/fault-server.js';
import { HTML, head, type Play, reply } from '../testing/fault-server/play.js';
import { Connections } from './connections.js';
import { systemClock } from './fetch-document.js';
import { defaultLimits } from './fetch-limits.js';
import { HostPace } from './host-pace.js';
import { HostQueue, type HostQueueOptions, type HostRules } from './host-queue.js';
import { parseQuietHours } from './quiet-hours.js';

const page: Play = (socket) => reply(socket, '200 OK', 'page', HTML);
const text =
  (body: string): Play =>
  (socket) =>
    reply(socket, '200 OK', body, 'Content-Type: text/plain');
const to =
  (location: string): Play =>
  (socket) =>
    head(socket, '302 Found', `Location: ${location}`, 'Content-Length: 0');

const limits = { ...defaultLimits, retryMs: 10, triesMax: 2, headersMs: 300_000, connectMs: 300_000 };
const quick = { delayMs: 0, delayMaxMs: 500, backOffMs: 20, slowMs: 600_000 };

const plays = new Map<string, Play>();
let server: FaultServer;
let connections: Connections;
let queue: HostQueue | undefined;

beforeEach(async () => {
  plays.clear();
  for (let i = 0; i < 60; i += 1) plays.set(`/${i}`, page);
  server = new FaultServer(plays);
  await server.listen('http');
  connections = new Connections(
    {
      allowPrivate: ['127.0.0.1/32'],
      resolve: async (name) => (name === 'nobody.test' ? [] : [{ address: '127.0.0.1', family: 4 }]),
    },
    limits.headersMax,
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  queue?.close();
  await connections.close();
  await server.close();
});

function start(defaults: Partial<HostRules> = {}, options: Partial<HostQueueOptions> = {}): HostQueue {
  queue = new HostQueue({
    ...{ connections, limits, userAgent: 'nianbao/0 (+mailto:test@example.org)', challenges: challengePages },
    ...{ defaults: { pace: quick, ...defaults }, ...options },
  });
  return queue;
}

const at = (path: string | number, host = 'a.test'): string => server.url(`/${path}`, 'http', host);
const ask = (paths: readonly (string | number)[], host = 'a.test'): Promise<FetchOutcome[]> =>
  Promise.all(paths.map((path) => queue!.fetch(at(path, host))));
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const states = (outcomes: readonly FetchOutcome[]): string[] => outcomes.map(({ state }) => state);
const pathsOf = (host = 'a.test'): string[] => server.log.filter((l) => l.host === host).map((l) => l.path);
const gapsOf = (host: string): number[] => {
  return gapsBetween(server.log.filter((line) => line.host === host).map((line) => line.at));
};
const gapsBetween = (times: readonly number[]): number[] => times.slice(1).map((time, i) => time - times[i]!);

describe('politeness, by the log of the server', () => {
  it('keeps a delay between any two requests of a host, its robots.txt, redirects and tries among them', async () => {
    plays.set('/moved', to('/1'));
    plays.set('/busy', (socket, { before }) => reply(socket, before === 0 ? '500 No' : '200 OK', 'x', HTML));
    start({ pace: { ...quick, delayMs: 100 } });
    await Promise.all([ask([1, 2, 'moved', 3, 'busy']), ask([1, 2, 3], 'b.test')]);
    expect(pathsOf()).toHaveLength(8);
    expect(pathsOf()[0]).toBe('/robots.txt');
    expect(Math.min(...gapsOf('a.test'))).toBeGreaterThanOrEqual(100);
    expect(Math.min(...gapsOf('b.test'))).toBeGreaterThanOrEqual(100);
    // Hosts don't wait for each other.
    const [a, b] = ['a.test', 'b.test'].map((host) => server.log.filter((line) => line.host === host));
    expect(b!.at(-1)!.at).toBeLessThan(a!.at(-1)!.at);
  });

  it('keeps the delay with several requests at once, too', async () => {
    const begins = vi.spyOn(HostPace.prototype, 'begin');
    // Three at a time are held until all three are there.
    const held: (() => void)[] = [];
    for (const i of range(6))
      plays.set(`/${i}`, (...played) => {
        held.push(() => page(...played));
        if (held.length === 3) for (const go of held.splice(0)) go();
      });
    start({ concurrency: 3, pace: { ...quick, delayMs: 60 } });
    expect(states(await ask(range(6)))).toEqual(Array(6).fill('fetched'));
    expect(Math.min(...gapsBetween(begins.mock.calls.map(([now]) => now)))).toBeGreaterThanOrEqual(60);
  });

  it('keeps the delay where two requests of a host are given a place at the same moment', async () => {
    const begins = vi.spyOn(HostPace.prototype, 'begin');
    const held: (() => void)[] = [];
    plays.set('/held', (...played) => void held.push(() => page(...played)));
    const slow = { pace: { ...quick, delayMs: 60 } };
    start(
      { concurrency: 2 },
      { concurrency: 2, rulesOf: (host) => (host.startsWith('a.') ? slow : undefined) },
    );
    await Promise.all([ask([1]), ask([1], 'b.test')]);
    const others = ask(['held', 'held'], 'b.test');
    const two = ask([2, 3]);
    const waiting = setInterval(() => {
      if (held.length < 2) return;
      setTimeout(() => {
        for (const go of held.splice(0)) go();
      }, 100);
    }, 5);
    await Promise.all([others, two]);
    clearInterval(waiting);
    const ofSlow = begins.mock.calls.filter((_, i) => (begins.mock.contexts[i] as HostPace).delayMs === 60);
    expect(ofSlow.length).toBe(pathsOf('a.test').length);
    expect(Math.min(...gapsBetween(ofSlow.map(([now]) => now)))).toBeGreaterThanOrEqual(60);
  });

  it('obeys a crawl-delay, and leaves a host that asks for hours', async () => {
    plays.set('a.test/robots.txt', text('User-agent: *\nCrawl-delay: 0.3'));
    plays.set('b.test/robots.txt', text('User-agent: *\nCrawl-delay: 3600'));
    start();
    expect(states(await ask(range(4)))).toEqual(Array(4).fill('fetched'));
    expect(Math.min(...gapsOf('a.test').slice(1))).toBeGreaterThanOrEqual(300);
    const [left] = await ask([1], 'b.test');
    expect(left).toMatchObject({ state: 'robots-denied', fate: 'retry' });
    expect(pathsOf('b.test')).toEqual(['/robots.txt']);
  });

  it('keeps robots.txt, after redirects too, and fetches it once', async () => {
    plays.set('a.test/robots.txt', text('User-agent: *\nDisallow: /secret\nSitemap: http://a.test/s.xml'));
    plays.set('/secret/1', page);
    plays.set('/lure', to('/secret/1'));
    const robots: FetchOutcome[] = [];
    start({}, { onRobots: (outcome) => robots.push(outcome) });
    const outcomes = await ask([1, 'secret/1', 'lure', 2]);
    expect(states(outcomes)).toEqual(['fetched', 'robots-denied', 'robots-denied', 'fetched']);
    expect(outcomes[1]).toMatchObject({ fate: 'give-up', exchanges: [], body: null });
    expect(pathsOf().filter((path) => path.startsWith('/secret'))).toEqual([]);
    expect(pathsOf().filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(robots.map(({ exchanges }) => exchanges.map(({ url }) => url))).toEqual([[at('robots.txt')]]);
    expect(await queue!.sitemapsOf(new URL(at(1)))).toEqual(['http://a.test/s.xml']);
    expect(new Set(server.log.map(({ userAgent }) => userAgent))).toEqual(
      new Set(['nianbao/0 (+mailto:test@example.org)']),
    );
  });

  it('reads the absence of robots.txt as RFC 9309 does', async () => {
    const robots: [string, Play, string, string][] = [
      ['gone', (s) => reply(s, '404 No', ''), 'fetched', 'done'],
      ['forbidden', (s) => reply(s, '403 No', ''), 'fetched', 'done'],
      ['broken', (s) => reply(s, '500 No', ''), 'robots-denied', 'retry'],
      ['limited', (s) => reply(s, '429 No', ''), 'robots-denied', 'retry'],
      ['ring', to('/robots.txt'), 'fetched', 'done'],
      ['inner', to('http://10.0.0.1/robots.txt'), 'robots-denied', 'retry'],
      ['html', (s) => reply(s, '200 OK', '<html>not found</html>', HTML), 'fetched', 'done'],
      ['elsewhere', to('/rules'), 'robots-denied', 'give-up'],
      [
        'huge',
        text(`User-agent: *\nDisallow: /1\n${'# more\n'.repeat(200_000)}`),
        'robots-denied',
        'give-up',
      ],
      ['hostile', (s) => void s.resetAndDestroy(), 'connection-reset', 'retry'],
    ];
    plays.set('/rules', text('User-agent: *\nDisallow: /'));
    for (const [host, play] of robots) plays.set(`${host}.test/robots.txt`, play);
    start();
    const ends = await Promise.all(robots.map(([host]) => queue!.fetch(at(1, `${host}.test`))));
    expect(ends.map(({ state, fate }, i) => [robots[i]![0], state, fate])).toEqual(
      robots.map(([host, , state, fate]) => [host, state, fate]),
    );
  });

  it('keeps the concurrency of a host and of all', async () => {
    const open = new Map<string, number>();
    let most = 0;
    let mostOfHost = 0;
    for (const i of range(10))
      plays.set(`/${i}`, (socket, asked, s) => {
        const host = asked.headers.get('host')!;
        open.set(host, (open.get(host) ?? 0) + 1);
        mostOfHost = Math.max(mostOfHost, open.get(host)!);
        most = Math.max(
          most,
          [...open.values()].reduce((a, b) => a + b),
        );
        setTimeout(() => {
          open.set(host, open.get(host)! - 1);
          page(socket, asked, s);
        }, 20);
      });
    start({ concurrency: 2 }, { concurrency: 3 });
    const ends = await Promise.all(range(4).map((h) => ask(range(10), `h${h}.test`)));
    expect(new Set(states(ends.flat()))).toEqual(new Set(['fetched']));
    expect([mostOfHost, most]).toEqual([2, 3]);
  });

  it('is fair: a long queue of one host does not hold up another', async () => {
    start({}, { concurrency: 1 });
    const long = ask(range(40), 'long.test');
    const short = ask(range(3), 'short.test');
    await Promise.all([long, short]);
    const lastOfShort = server.log.findLastIndex(({ host }) => host === 'short.test');
    expect(lastOfShort).toBeLessThan(12);
  });

  it('holds the whole host for a Retry-After, and slows it down', async () => {
    plays.set('/limited', (socket, { before }) =>
      before === 0 ? reply(socket, '429 Slow', '', 'Retry-After: 1') : reply(socket, '200 OK', 'x', HTML),
    );
    start();
    expect(states(await ask([1, 'limited', 2]))).toEqual(['fetched', 'fetched', 'fetched']);
    const from = server.log.findIndex(({ path }) => path === '/limited');
    expect(server.log[from + 1]!.at - server.log[from]!.at).toBeGreaterThanOrEqual(990);
    expect(queue!.report()[0]!.delayMs).toBeGreaterThan(0);
  });
});

describe('leaving a host alone', () => {
  it('after failures one after the other', async () => {
    for (const i of range(10)) plays.set(`bad.test/${i}`, (socket) => reply(socket, '500 No', ''));
    start({}, { troubleMax: 3 });
    const ends = await ask(range(10), 'bad.test');
    expect(states(ends).filter((state) => state === 'server-error').length).toBeGreaterThanOrEqual(3);
    expect(states(ends).filter((state) => state === 'host-stopped').length).toBeGreaterThanOrEqual(5);
    expect(ends.at(-1)).toMatchObject({ state: 'host-stopped', fate: 'retry' });
    const asked = server.log.length;
    expect(states(await ask([1, 2], 'bad.test'))).toEqual(['host-stopped', 'host-stopped']);
    expect(server.log).toHaveLength(asked);
    expect(queue!.report()[0]!.stopped).toContain('HTTP 500');
  });

  it('not for failures with good answers between them', async () => {
    for (const i of range(8)) if (i % 2 === 0) plays.set(`/${i}`, (socket) => reply(socket, '500 No', ''));
    start({}, { troubleMax: 2 });
    for (const i of range(8)) await ask([i]);
    expect(queue!.report()[0]!.stopped).toBeNull();
  });

  it('at the first page of an anti-bot system, which is kept and not answered', async () => {
    plays.set('/3', (socket) => reply(socket, '412 No', "<script>$_ts=window['$_ts']</script>", HTML));
    start();
    const ends: FetchOutcome[] = [];
    for (const i of range(6)) ends.push((await ask([i]))[0]!);
    expect(states(ends)).toEqual([...Array(3).fill('fetched'), 'challenge', 'host-stopped', 'host-stopped']);
    expect(ends[3]!.exchanges).toHaveLength(1);
    expect(pathsOf().at(-1)).toBe('/3');
  });

  it('when it has no address: nobody is asked twice', async () => {
    start();
    expect(states([...(await ask([1], 'nobody.test')), ...(await ask([2], 'nobody.test'))])).toEqual([
      'dns-failed',
      'host-stopped',
    ]);
  });

  it('when its budget is spent, tries and redirects counted', async () => {
    plays.set('/moved', to('/1'));
    start({ requestsMax: 4 });
    expect(states(await ask(['moved', 2, 3, 4]))).toContain('over-budget');
    expect(pathsOf().filter((path) => path !== '/robots.txt')).toHaveLength(4);
    expect(queue!.report()[0]!.requests).toBe(4);
  });

  it('in its quiet hours', async () => {
    const noon = Date.UTC(2024, 6, 2, 4);
    const offset = noon - Date.now();
    const clock = { ...systemClock, now: () => Date.now() + offset };
    const quietHours = parseQuietHours('08:00-18:00');
    start({}, { clock, rulesOf: (host) => (host.startsWith('a.test') ? { quietHours } : undefined) });
    const [quiet] = await ask([1]);
    expect(quiet).toMatchObject({ state: 'quiet-hours', fate: 'retry', exchanges: [] });
    expect(states(await ask([1], 'b.test'))).toEqual(['fetched']);
    expect(pathsOf()).toEqual([]);
  });

  it('when it is told to stop, at once, whatever waits', async () => {
    plays.set('/hang', () => undefined);
    start({ pace: { ...quick, delayMs: 60_000 } });
    const alone = new AbortController();
    const one = queue!.fetch(at(1, 'b.test'), null, alone.signal);
    const many = ask(['hang', ...range(20)]);
    setTimeout(() => alone.abort(), 100);
    expect((await one).state).toBe('cancelled');
    queue!.close();
    // What hangs would end as a timeout after minutes, and the last of those that wait would be asked in twenty.
    expect(new Set(states(await many))).toEqual(new Set(['cancelled']));
    expect(pathsOf()).not.toContain('/20');
  });
});

describe('a fetch that waits for a robots.txt', () => {
  it('can be left without ending it for others', async () => {
    let answer: () => void = () => undefined;
    plays.set('/robots.txt', (socket) => {
      answer = () => reply(socket, '404 No', '');
    });
    start();
    const leaving = new AbortController();
    const [left, stays] = [queue!.fetch(at(1), null, leaving.signal), queue!.fetch(at(2))];
    setTimeout(() => leaving.abort(), 100);
    expect((await left).state).toBe('cancelled');
    answer();
    expect((await stays).state).toBe('fetched');
    expect(pathsOf()).toEqual(['/robots.txt', '/2']);
  });
});

describe('a keeping fetch', () => {
  it('asks whether a page changed, and only at the address that it is known from', async () => {
    plays.set('/known', (socket, { headers }) =>
      headers.has('if-none-match')
        ? head(socket, '304 Not Modified', 'ETag: "1"')
        : reply(socket, '200 OK', 'x', HTML, 'ETag: "1"'),
    );
    plays.set('/moved', to('/known'));
    start();
    const first = await queue!.fetch(at('moved'));
    expect(first).toMatchObject({ state: 'fetched', etag: '"1"', finalUrl: at('known') });
    const known = { url: first.finalUrl, etag: first.etag, lastModified: first.lastModified };
    expect((await queue!.fetch(at('moved'), known)).state).toBe('not-modified');
    expect((await queue!.fetch(at('known'), { ...known, url: at('moved') })).state).toBe('fetched');
  });
});
