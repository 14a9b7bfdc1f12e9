import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchState } from '../../model/fetch.js';
import { type ReportRecord, reportRecordSchema } from '../../model/report-record.js';
import type { RunSummary } from '../../model/run-summary.js';
import { Store } from '../../store/store.js';
import { buildSummary, type SummaryInput } from './build-summary.js';
import { writeSummary } from './write-summary.js';

const sample = fileURLToPath(new URL('../../../samples/2023-linxi-clean-html/record.json', import.meta.url));
const base = reportRecordSchema.parse(JSON.parse(readFileSync(sample, 'utf8')));

/** The sample's report as other bytes give it, of another year. */
function draw(bytes: string, year: number, total?: number): ReportRecord {
  const record = structuredClone(base);
  record.id = `r-${bytes}`;
  record.source.sha256 = bytes;
  record.year.value = year;
  if (total !== undefined) record.tables.applications!.granted!.total!.value = total;
  return record;
}

const sites: SummaryInput['sites'] = [
  { id: 'a', name: '青岚县人民政府', start: ['http://a.example.cn/list/'], hosts: ['files.example.cn'] },
  { id: 'b', name: '林溪市人民政府', start: ['http://b.example.cn/'], expect: { reports_min: 5 } },
];
const hosts: SummaryInput['hosts'] = [
  { host: 'a.example.cn', requests: 7, delayMs: 2000, stopped: null },
  { host: 'b.example.cn', requests: 2, delayMs: 2000, stopped: 'no connection' },
  { host: 'files.example.cn', requests: 1, delayMs: 2000, stopped: null },
];
const at = (page: number | string): string => `http://a.example.cn/${page}.html`;

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-summary-'));
  store = new Store(join(folder, 'state.db'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** One night, from its beginning to its summary. */
class Night {
  readonly run: number;
  readonly startedAt: string;

  constructor(
    day: number,
    readonly job: RunSummary['job'] = 'nightly',
  ) {
    this.startedAt = `2026-11-${day}T18:00:00.000Z`;
    this.run = store.beginRun(this.startedAt, '', job).id;
  }

  fetch(url: string, state: FetchState, sha256: string | null, role = 'report'): this {
    store.saveLinks(new URL(url).host[0]!, [{ url, role }], this.startedAt);
    store.saveFetch({
      ...{ url, run: this.run, state, fate: 'done', status: null, etag: null, lastModified: null },
      ...{ message: `it ended as ${state}`, finalUrl: url, charset: null, fetchedAt: this.startedAt },
      ...{ kind: role === 'report' ? 'report' : 'list', nextTryAt: null },
      document: sha256 === null ? null : { sha256, mediaType: 'text/html', bytes: 3, file: 'f', offset: 0 },
    });
    return this;
  }

  read(page: number | string, record: ReportRecord, version = '1'): this {
    const { sha256: key } = record.source;
    this.fetch(at(page), 'fetched', key);
    const conversion = { run: this.run, url: at(page), key, version, failure: null, at: this.startedAt };
    store.saveConversion({ ...conversion, records: [record] });
    return this;
  }

  sum(over: Partial<SummaryInput> = {}): RunSummary {
    const { run, job, startedAt } = this;
    const endedAt = startedAt.replace('18:00', '19:00');
    return buildSummary(store, {
      ...{ run, job, startedAt, endedAt, version: '1', sites, hosts, check: null },
      ...over,
    });
  }

  end(): RunSummary {
    const summary = this.sum();
    store.endRun(this.run, summary.endedAt, summary);
    return summary;
  }
}

/** Four reports at a; b can't be reached. */
function firstNight(): RunSummary {
  const night = new Night(21);
  night.fetch('http://a.example.cn/list/', 'fetched', 'l1', 'seed');
  for (const page of [1, 2, 3, 4]) night.read(page, draw(`${page}`, 2010 + page));
  night.fetch('http://b.example.cn/', 'connect-timeout', null, 'seed');
  store.saveFound(night.run, 'a', 4, true);
  store.saveFound(night.run, 'b', 0, false);
  return night.end();
}

/** One changed, three gone, one new, one that breaks the conversion. */
function secondNight(): Night {
  const night = new Night(22);
  night.fetch('http://a.example.cn/list/', 'fetched', 'l2', 'seed');
  night.read(1, draw('1x', 2011, 77)).read(5, draw('5', 2009));
  for (const page of [2, 3, 4]) night.fetch(at(page), 'gone', null);
  night.fetch(at(6), 'fetched', '6');
  const failure = { code: 'crashed', message: 'out of memory' } as const;
  const { run, startedAt } = night;
  store.saveConversion({
    ...{ run, url: at(6), key: '6', version: '1', records: [], failure, at: startedAt },
  });
  night.fetch('http://b.example.cn/', 'connect-timeout', null, 'seed');
  store.saveFound(run, 'a', 3, true);
  store.saveFound(run, 'b', 0, false);
  return night;
}

describe('buildSummary', () => {
  it('counts a first night', () => {
    const { totals, sites: found, alarms, history, changes, held } = firstNight();
    expect([totals.found, totals.requests, totals.records.new, totals.vanished]).toEqual([4, 10, 4, 0]);
    expect(totals.pages).toEqual({ fetched: 5, 'connect-timeout': 1 });
    expect(totals.failures).toEqual({ 'connect-timeout': 1 });
    const { verified, read, suspect, blank, missing } = base.summary;
    expect(totals.cells).toEqual({
      ...{ verified: 4 * verified, read: 4 * read, suspect: 4 * suspect },
      ...{ blank: 4 * blank, missing: 4 * missing },
    });
    expect(found.map(({ id, requests, verdict, stopped }) => [id, requests, verdict, stopped])).toEqual([
      ['a', 8, 'ok', []],
      ['b', 2, 'none', ['b.example.cn: no connection']],
    ]);
    expect(alarms.map(({ code, site }) => `${site} ${code}`)).toEqual(['b none-found']);
    expect([history, held]).toEqual([[], { reports: 4, annualReports: 4 }]);
    expect(changes.map(({ year, change, version, first }) => [year, change, version, first])).toEqual(
      [2011, 2012, 2013, 2014].map((year) => [year, 'new', 1, []]),
    );
  });

  it('says what a second night changed, and who must look', () => {
    firstNight();
    const summary = secondNight().end();
    const { totals, alarms, changes, vanished, failures, history } = summary;
    expect([totals.found, totals.vanished, totals.records.new, totals.records.changed]).toEqual([3, 3, 1, 1]);
    expect(changes.map(({ year, change, version, url }) => [year, change, version, url])).toEqual([
      [2009, 'new', 1, at(5)],
      [2011, 'changed', 2, at(1)],
    ]);
    const before = base.tables.applications!.granted!.total!.value;
    expect([changes[1]!.differences, changes[1]!.first]).toEqual([
      1,
      [{ path: 'tables.applications.granted.total.value', before, after: 77 }],
    ]);
    expect(vanished).toEqual([2, 3, 4].map((page) => ({ url: at(page), site: 'a', reports: [`r-${page}`] })));
    expect(failures.map(({ url, stage, code, failedRuns }) => [url, stage, code, failedRuns])).toEqual([
      [at(2), 'fetch', 'gone', 1],
      [at(3), 'fetch', 'gone', 1],
      [at(4), 'fetch', 'gone', 1],
      [at(6), 'convert', 'crashed', 0],
      ['http://b.example.cn/', 'fetch', 'connect-timeout', 2],
    ]);
    expect(summary.sites[0]!.failures).toEqual({ crashed: 1, gone: 3 });
    expect(alarms.map(({ code, site }) => `${site} ${code}`)).toEqual([
      'a conversion-broken',
      'a many-vanished',
      'b none-found',
    ]);
    expect(alarms[1]!.message).toContain('3 of 4 documents');
    expect(history).toEqual([
      {
        ...{ run: 1, startedAt: '2026-11-21T18:00:00.000Z', found: 4, new: 4, changed: 0 },
        ...{ vanished: 0, failed: 1, alarms: 1 },
      },
    ]);
    expect(summary.needsPerson).toBe(true);
  });

  it('asks for a person when lists could not be had for the third time', () => {
    firstNight();
    const codes = (day: number): string[] => {
      const night = new Night(day);
      night.fetch('http://b.example.cn/', 'connect-timeout', null, 'seed');
      store.saveFound(night.run, 'a', 4, true);
      store.saveFound(night.run, 'b', 9, false);
      return night.end().alarms.map(({ code, site }) => `${site} ${code}`);
    };
    expect([codes(22), codes(23)]).toEqual([[], ['b not-read']]);
  });

  it('shows as history only ended runs of the same job, the last sixty', () => {
    firstNight();
    new Night(22, 'crawl').end();
    const killed = new Night(23);
    expect(store.beginRun('2026-11-23T18:00:00.000Z', '', 'fetch').id).toBe(killed.run + 1);
    for (let time = 0; time < 62; time++) new Night(24).end();
    const { history } = new Night(25).sum();
    expect([history.length, history.at(-1)!.run - history[0]!.run]).toEqual([60, 59]);
    const first = new Night(25, 'crawl').sum().history;
    expect(first.map(({ run }) => run)).toEqual([2]);
  });

  it('sums up the same whatever process ends the run, but for what only that process knows', () => {
    firstNight();
    const night = secondNight();
    const whole = night.sum();
    expect(night.sum()).toEqual(whole);
    const resumed = night.sum({ hosts: [] });
    const known = (summary: RunSummary) => ({
      ...summary,
      totals: { ...summary.totals, requests: 0 },
      sites: summary.sites.map((site) => ({ ...site, requests: 0, stopped: [] })),
    });
    expect(known(resumed)).toEqual(known(whole));
    expect(resumed.totals.requests).toBe(0);
  });

  it('counts what a new reading of an old site changes, though the file of sites holds it no longer', () => {
    firstNight();
    const night = new Night(22);
    night.read(1, draw('1', 2011, 5), '2');
    const summary = night.sum({ sites: sites.slice(1), check: { findings: [] } });
    expect([
      summary.totals.records.reread,
      summary.changes.map(({ change, site }) => [change, site]),
    ]).toEqual([1, [['reread', 'a']]]);
    expect(summary.sites.map(({ id }) => id)).toEqual(['b']);
    expect(summary.acrossYears).toEqual({ findings: 0, conflicts: 0 });
  });

  it('tells for how many runs an address could not be had, of failed fetches alone', () => {
    firstNight();
    const night = new Night(22);
    const url = 'http://b.example.cn/';
    night.fetch(url, 'connect-timeout', null, 'seed');
    const { run, startedAt } = night;
    store.saveFailure({ run, url, stage: 'discover', code: 'list-bounded', message: '', at: startedAt });
    const { failures, alarms } = night.sum();
    expect(failures.map(({ stage, failedRuns }) => [stage, failedRuns])).toEqual([
      ['discover', 0],
      ['fetch', 2],
    ]);
    expect(alarms.map(({ code }) => code)).toContain('list-not-understood');
  });

  it('judges no counts where addresses were named by hand', () => {
    firstNight();
    const night = new Night(22, 'fetch');
    const { sites: found, alarms } = night.fetch(at(1), 'not-modified', null).sum();
    expect([found.map(({ verdict, message }) => [verdict, message]), alarms]).toEqual([
      [
        ['not-judged', ''],
        ['not-judged', ''],
      ],
      [],
    ]);
  });
});

describe('writeSummary', () => {
  it('writes the run and the latest, whole, with the same bytes each time', async () => {
    firstNight();
    const summary = secondNight().sum();
    await writeSummary(folder, summary);
    const files = ['latest.html', 'latest.json', 'latest.txt'];
    const runs = join(folder, 'runs');
    expect(readdirSync(runs).sort()).toEqual(['000002', ...files]);
    const read = (...path: string[]) => readFileSync(join(runs, ...path), 'utf8');
    expect(readdirSync(join(runs, '000002')).sort()).toEqual(
      files.map((name) => name.replace('latest', 'summary')),
    );
    for (const name of files) expect(read('000002', name.replace('latest', 'summary'))).toBe(read(name));
    expect(JSON.parse(read('latest.json'))).toEqual(JSON.parse(JSON.stringify(summary)));
    const before = files.map((name) => read(name));
    await writeSummary(folder, structuredClone(summary));
    expect(files.map((name) => read(name))).toEqual(before);
  });
});
