import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { CrawlEvent } from '../crawl/crawl-options.js';
import type { FetchState } from '../model/fetch.js';
import { tellCrawl } from './tell-crawl.js';

const visited = (url: string, state: FetchState, message = 'so it was', isRecalled = false): CrawlEvent => ({
  ...{ type: 'visited', site: 'east', url, role: 'report', state, message, isRecalled },
});

function told(events: CrawlEvent[], quiet = false): string[] {
  const lines: string[] = [];
  const tell = tellCrawl({
    quiet,
    colors: picocolors.createColors(false),
    write: (line) => lines.push(line),
  });
  for (const event of events) tell(event);
  return lines;
}

const events: CrawlEvent[] = [
  { type: 'begun', run: 3, isResumed: true },
  visited('http://a.cn/1', 'fetched'),
  visited('http://a.cn/2', 'gone', 'HTTP status 404'),
  visited('http://a.cn/3', 'not-modified'),
  { type: 'not-due', site: 'east', url: 'http://a.cn/4', role: 'report', nextTryAt: '2026-11-30T00:00:00Z' },
  { type: 'site-done', site: 'east', found: 3, verdict: 'ok', message: '3 reports found.' },
  { type: 'site-done', site: 'west', found: 0, verdict: 'none', message: 'No report found.' },
  { type: 'converting', count: 1 },
  { type: 'converted', url: 'http://a.cn/1', records: 1, failure: null },
  { type: 'converted', url: 'http://a.cn/3', records: 0, failure: 'it is cut off [pdf-damaged]' },
];

describe('tellCrawl', () => {
  it('says a line a site and a line a failure', () => {
    expect(told(events)).toEqual([
      'note     run 3: goes on where it was\n',
      'failed   http://a.cn/2: HTTP status 404 [gone]\n',
      'site     east: 3 reports found.\n',
      'alarm    west: No report found.\n',
      'note     converting: 1 document\n',
      'failed   http://a.cn/3: it is cut off [pdf-damaged]\n',
    ]);
  });

  it('says only failures and alarms where it is to be quiet', () => {
    expect(told(events, true).map((line) => line.slice(0, 6))).toEqual(['failed', 'alarm ', 'failed']);
  });

  it('says once for a host what all its further addresses end in', () => {
    const lines = told([
      visited('http://a.cn/1', 'connect-failed'),
      visited('http://a.cn/2', 'connect-failed'),
      ...Array.from({ length: 500 }, (_, at) =>
        visited(`http://a.cn/x${at}`, 'host-stopped', 'a.cn is left alone'),
      ),
      visited('http://b.cn/1', 'host-stopped', 'b.cn is left alone'),
      visited('http://a.cn/y', 'over-budget', 'a.cn had its 9 requests'),
    ]);
    expect(lines).toEqual([
      'failed   http://a.cn/1: so it was [connect-failed]\n',
      'failed   http://a.cn/2: so it was [connect-failed]\n',
      'failed   http://a.cn/x0: a.cn is left alone; others of it are not told [host-stopped]\n',
      'failed   http://b.cn/1: b.cn is left alone; others of it are not told [host-stopped]\n',
      'failed   http://a.cn/y: a.cn had its 9 requests; others of it are not told [over-budget]\n',
    ]);
  });

  it('shows in a long run that it lives, and says nothing again that an earlier process said', () => {
    const many = Array.from({ length: 2500 }, (_, at) => visited(`http://a.cn/${at}`, 'gone', '', true));
    expect(told(many)).toEqual([
      'note     1000 addresses: looked at so far\n',
      'note     2000 addresses: looked at so far\n',
    ]);
  });

  it('lets nothing through that a terminal would obey', () => {
    const [line] = told([visited('http://a.cn/\u001b[31m', 'server-error', 'line\none\u202e')]);
    expect(line).toBe('failed   http://a.cn/\ufffd[31m: line one [server-error]\n');
  });
});
