import { describe, expect, it } from 'vitest';
import type { LogEntry, World } from '../world/start-world.js';
import { checkManners } from './check-manners.js';

const sites = [
  { id: 'a', robots: 'rules' },
  { id: 'b', robots: 'delay' },
  { id: 'c', robots: 'none' },
] as World['sites'][number][];

const asked = (site: string, path: string, at: number, over: Partial<LogEntry> = {}): LogEntry => ({
  ...{ at, endedAt: at + 5, night: 1, site, host: `${site}.cn`, method: 'GET', path },
  ...{ isConditional: false, status: 200, bytes: 9, userAgent: 'nianbao/1.2.3 (+me@example.org)' },
  ...over,
});
const judge = (...log: LogEntry[]) =>
  checkManners({ sites }, log, { contact: 'me@example.org', delayMs: 20, crawlDelayMs: 100 });

describe('checkManners', () => {
  it('has nothing to say of a crawl that keeps to the rules', () => {
    const log = [
      asked('a', '/robots.txt', 0),
      asked('a', '/1', 26),
      asked('c', '/robots.txt', 3),
      asked('c', '/search', 30),
    ];
    expect(judge(...log)).toMatchObject({ faults: [], requests: 4, hosts: 2, leastGapMs: 21 });
    expect(judge(asked('b', '/robots.txt', 0), asked('b', '/1', 106))).toMatchObject({
      faults: [],
      leastGapDelayedMs: 101,
    });
  });

  it.each([
    ['before robots.txt', [asked('a', '/1', 0)], 'asked for before robots.txt'],
    [
      'too soon',
      [asked('a', '/robots.txt', 0), asked('a', '/1', 20)],
      'asked for 15.0 ms after /robots.txt, not 20',
    ],
    [
      'without the crawl-delay',
      [asked('b', '/robots.txt', 0), asked('b', '/1', 50)],
      'asked for 45.0 ms after /robots.txt, not 100',
    ],
    [
      'two at once',
      [asked('a', '/robots.txt', 0), asked('a', '/1', 4)],
      'asked for while /robots.txt was under way',
    ],
    [
      'what is denied',
      [asked('a', '/robots.txt', 0), asked('a', '/draft/1', 90)],
      'denied by robots.txt, and asked for',
    ],
    ['without a name', [asked('a', '/robots.txt', 0, { userAgent: '' })], 'asked as nobody'],
    [
      'without a contact',
      [asked('a', '/robots.txt', 0, { userAgent: 'nianbao/1 (+x)' })],
      'asked as nianbao/1 (+x)',
    ],
    ['otherwise than with GET', [asked('a', '/robots.txt', 0, { method: 'HEAD' })], 'asked with HEAD'],
  ])('tells what is asked %s', (_how, log, fault) => {
    expect(judge(...log).faults).toEqual([expect.stringContaining(fault)]);
  });
});
