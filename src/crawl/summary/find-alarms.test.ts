import { describe, expect, it } from 'vitest';
import type { SiteSummary } from '../../model/run-summary.js';
import type { FailureOfRun } from '../../store/run-facts.js';
import { drawSite } from '../../testing/draw-summary.js';
import { type AlarmFacts, findAlarms, type SiteLook } from './find-alarms.js';

const start = 'http://a.example.cn/list/';
const fine: SiteLook = { start, isComplete: true, incompleteBefore: 0, documentsBefore: 40 };

const failure = (code: string, over: Partial<FailureOfRun> = {}): FailureOfRun => ({
  ...{ run: 12, url: `http://a.example.cn/${code}`, stage: 'fetch', message: 'the message', at: '' },
  ...{ code: code as FailureOfRun['code'], site: 'a', role: 'report', failedRuns: 1 },
  ...over,
});

const gone = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ url: `http://a.example.cn/${at}`, site: 'a', reports: [] }));

interface Case extends Partial<Omit<AlarmFacts, 'sites' | 'looks'>> {
  site?: Partial<SiteSummary>;
  look?: Partial<SiteLook>;
}

function find({ site = {}, look = {}, ...facts }: Case) {
  return findAlarms({
    ...{ job: 'nightly', failures: [], vanished: [], ...facts },
    sites: [drawSite('a', site)],
    looks: new Map([['a', { ...fine, ...look }]]),
  });
}
const codes = (of: Case) => find(of).map(({ code }) => code);

describe('findAlarms', () => {
  it('is silent where all is well, and where single pages fail', () => {
    expect(codes({})).toEqual([]);
    const single = ['gone', 'server-error', 'robots-denied', 'host-stopped'].map((code) => failure(code));
    const unread = failure('pdf-damaged', { stage: 'convert' });
    const report = failure('report-without-text', { stage: 'discover' });
    expect(codes({ failures: [...single, unread, report], vanished: gone(2) })).toEqual([]);
  });

  it('passes on what was judged of the count, with the place to look at', () => {
    const site = { verdict: 'none', message: 'No report found; the run before found 40.' } as const;
    expect(find({ site })).toEqual([
      { code: 'none-found', site: 'a', message: expect.stringContaining(site.message) },
    ]);
    expect(find({ site })[0]!.message).toContain(start);
    expect(codes({ site: { ...site, verdict: 'fewer' } })).toEqual(['fewer-found']);
    expect(codes({ site: { ...site, verdict: 'not-judged' } })).toEqual([]);
  });

  it('waits for the third run in a row without a complete look', () => {
    const failures = [failure('gone'), failure('connect-timeout', { role: 'list' })];
    const look = (incompleteBefore: number, isComplete = false) => ({
      failures,
      look: { incompleteBefore, isComplete },
    });
    expect([codes(look(0)), codes(look(1)), codes(look(2)), codes(look(9, true))]).toEqual([
      [],
      [],
      ['not-read'],
      [],
    ]);
    const { message } = find(look(2))[0]!;
    expect(message).toContain('3 runs');
    expect(message).toContain('http://a.example.cn/connect-timeout');
    expect(find({ ...look(2), failures: [] })[0]!.message).toContain(start);
  });

  it('promises no count where addresses were named by hand', () => {
    const of = { site: { verdict: 'none' }, look: { isComplete: false, incompleteBefore: 5 } } as const;
    expect(codes({ ...of, job: 'fetch' })).toEqual([]);
    expect(codes({ ...of, job: 'fetch', failures: [failure('challenge')] })).toEqual(['challenge']);
  });

  it('sees documents vanish, at least three and at least a tenth', () => {
    const of = (count: number, documentsBefore: number) =>
      codes({ vanished: gone(count), look: { documentsBefore } });
    expect([of(2, 4), of(3, 30), of(3, 31), of(4, 40)]).toEqual([
      [],
      ['many-vanished'],
      [],
      ['many-vanished'],
    ]);
  });

  it('counts a page that gives something else in the place of a report among what is gone', () => {
    const replaced = failure('no-longer-report', { stage: 'discover', role: 'report' });
    const of = (count: number) =>
      codes({ vanished: gone(2), look: { documentsBefore: 30 }, failures: Array(count).fill(replaced) });
    expect([of(0), of(1)]).toEqual([[], ['many-vanished']]);
  });

  it('tells lists that are not understood from pages that are no text', () => {
    const discover = (code: string, role = 'list') =>
      codes({ failures: [failure(code, { stage: 'discover', role })] });
    const alarm = ['list-not-understood'];
    for (const code of ['payload-unknown', 'script-not-followed', 'list-bounded'])
      expect([code, discover(code)]).toEqual([code, alarm]);
    expect([discover('page-not-text'), discover('page-not-text', 'report')]).toEqual([alarm, []]);
  });

  it('takes faults of nianbao for alarms, and no faults of documents', () => {
    const convert = (code: string) => codes({ failures: [failure(code, { stage: 'convert' })] });
    for (const code of ['internal-error', 'crashed', 'timeout', 'warc-damaged'])
      expect([code, convert(code)]).toEqual([code, ['conversion-broken']]);
    expect(convert('pdf-encrypted')).toEqual([]);
    expect(codes({ failures: [failure('internal-error')] })).toEqual(['conversion-broken']);
    expect(codes({ failures: [failure('connect-timeout')] })).toEqual([]);
  });

  it('loses no alarm of a site that is in the list no longer', () => {
    const failures = [failure('crashed', { stage: 'convert', site: 'old' })];
    expect(find({ failures }).map(({ code, site }) => [code, site])).toEqual([['conversion-broken', 'old']]);
  });

  it('puts a space or nothing behind every address, so that it can be followed', () => {
    const failures = [
      failure('challenge'),
      failure('payload-unknown', { stage: 'discover' }),
      failure('crashed', { stage: 'convert' }),
    ];
    const all = [
      ...find({ failures, vanished: gone(9), site: { verdict: 'none' } }),
      ...find({ site: { verdict: 'fewer' }, look: { isComplete: false, incompleteBefore: 2 } }),
    ];
    expect(all).toHaveLength(7);
    for (const { message } of all) expect(message).toMatch(/https?:\/\/[\w./-]*[\w/](?: |$)/u);
  });
});
