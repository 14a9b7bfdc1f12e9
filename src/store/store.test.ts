import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passingLines } from '../../parsers/lookups/passing-lines.js';
import { LockedError } from '../lock/lock-file.js';
import { type ReportRecord, reportRecordSchema } from '../model/report-record.js';
import { StoreVersionError } from './database.js';
import { describeContents } from './describe-contents.js';
import { diffRecords } from './diff-records.js';
import type { FetchResult } from './save-fetch.js';
import { Store } from './store.js';

const sample = fileURLToPath(new URL('../../samples/2023-linxi-clean-html/record.json', import.meta.url));
const base = reportRecordSchema.parse(JSON.parse(readFileSync(sample, 'utf8')));
const cellPath = 'tables.applications.granted.total.value';

/** The sample's report as other bytes give it; `total` is another number in one cell. */
function draw(bytes: string, over: { total?: number; title?: string; part?: number } = {}): ReportRecord {
  const record = structuredClone(base);
  record.id = `r-${bytes}`;
  record.source.sha256 = bytes;
  record.source.part = over.part ?? 0;
  if (over.total !== undefined) record.tables.applications!.granted!.total!.value = over.total;
  if (over.title !== undefined) record.title.value = over.title;
  return record;
}

let folder: string;
let path: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'));
  path = join(folder, 'state.db');
  store = new Store(path);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const at = '2026-11-22T18:00:00Z';
const fetched = (
  url: string,
  run: number,
  sha256: string | null,
  over: Partial<FetchResult> = {},
): FetchResult => ({
  url,
  run,
  state: sha256 === null ? 'not-modified' : 'fetched',
  fate: 'done',
  status: 200,
  etag: null,
  lastModified: null,
  message: 'fetched',
  finalUrl: url,
  kind: 'report',
  charset: null,
  fetchedAt: at,
  nextTryAt: null,
  document: sha256 === null ? null : { sha256, mediaType: 'text/html', bytes: 3, file: 'f', offset: 7 },
  ...over,
});

/** Fetches and converts a page in a run of its own. @returns what each record was */
function visit(url: string, record: ReportRecord, version = '1'): string[] {
  const run = store.beginRun(at).id;
  store.saveLinks('s', [{ url, role: 'report' }], at);
  store.saveFetch(fetched(url, run, record.source.sha256));
  const conversion = { run, url, key: record.source.sha256, version, failure: null, at };
  const saved = store.saveConversion({ ...conversion, records: [record] });
  store.endRun(run, at, {});
  return saved.map((each) => `${each.change} ${each.report} ${each.version}`);
}

describe('Store', () => {
  it('makes a version of what a page says anew, with what differs', () => {
    expect(visit('a', draw('1'))).toEqual(['new r-1 1']);
    expect(visit('a', draw('2', { total: 77 }))).toEqual(['changed r-1 2']);
    const [first, second] = store.versions('r-1');
    expect([first!.cause, first!.diff, second!.cause]).toEqual(['first', null, 'source-changed']);
    const before = base.tables.applications!.granted!.total!.value;
    expect(second!.diff).toEqual({ changes: [{ path: cellPath, before, after: 77 }], omitted: 0 });
    expect(store.record('r-1', 1)).toEqual(draw('1'));
    expect(store.record('r-1', 2)).toEqual(draw('2', { total: 77 }));
    expect(store.reports().map(({ id, version, recordId }) => [id, version, recordId])).toEqual([
      ['r-1', 2, 'r-2'],
    ]);
  });

  it('makes none where only the bytes around a report differ', () => {
    visit('a', draw('1'));
    expect(visit('a', draw('2'))).toEqual(['unchanged r-1 1']);
    expect(visit('a', draw('1'))).toEqual(['unchanged r-1 1']);
    expect(store.versions('r-1')).toHaveLength(1);
  });

  it('knows a report at a new address, by its bytes and by what it says', () => {
    visit('a', draw('1'));
    expect(visit('b', draw('1'))).toEqual(['known r-1 1']);
    expect(visit('c', draw('2'))).toEqual(['known r-1 1']);
    expect(store.pages('r-1')).toEqual(['a', 'b', 'c']);
    expect(store.reports()).toHaveLength(1);
  });

  it('does not take pages that say nothing for one', () => {
    const nothing = (bytes: string): ReportRecord => ({
      ...draw(bytes),
      kind: 'other',
      tables: {},
      sections: [],
      facts: [],
    });
    visit('a', nothing('1'));
    expect(visit('b', nothing('2'))).toEqual(['new r-2 1']);
  });

  it('keeps every turn of a page that goes back', () => {
    for (const [bytes, total] of [
      ['1', 1],
      ['2', 2],
      ['1', 1],
    ] as const)
      visit('a', draw(bytes, { total }));
    expect(store.versions('r-1').map(({ recordId, cause }) => [recordId, cause])).toEqual([
      ['r-1', 'first'],
      ['r-2', 'source-changed'],
      ['r-1', 'source-changed'],
    ]);
  });

  it('tells a better reading from a changed page', () => {
    visit('a', draw('1', { total: 1 }));
    expect(visit('a', draw('1', { total: 2 }), '2')).toEqual(['reread r-1 2']);
    expect(store.versions('r-1').at(-1)!.cause).toBe('reading-changed');
  });

  it('does not swing to and fro where a mirror lags behind', () => {
    visit('a', draw('1', { total: 1 }));
    visit('b', draw('1', { total: 1 }));
    visit('a', draw('2', { total: 2 }));
    expect(visit('b', draw('1', { total: 1 }), '2')).toEqual(['unchanged r-1 2']);
    expect(visit('b', draw('1', { total: 3 }), '3')).toEqual(['unchanged r-1 2']);
    expect(visit('b', draw('2', { total: 2 }), '3')).toEqual(['unchanged r-1 2']);
    expect(store.versions('r-1')).toHaveLength(2);
  });

  it('makes no version of a counter of visits beside a report, but of a sentence that tells visits', () => {
    store.close();
    store = new Store(path, { passing: passingLines });
    const withText = (bytes: string, text: string): ReportRecord => {
      const record = draw(bytes);
      record.sections[0]!.text = text;
      return record;
    };
    expect(visit('a', withText('1', '本年开展了工作。\n您是第 1,203 位访客\n访问量：77'))).toEqual([
      'new r-1 1',
    ]);
    expect(visit('a', withText('2', '本年开展了工作。\n您是第 1,999 位访客\n访问量：81'))).toEqual([
      'unchanged r-1 1',
    ]);
    expect(visit('a', withText('3', '本年网站访问量：77万次。\n访问量：81'))).toEqual(['changed r-1 2']);
    expect(visit('a', withText('4', '本年网站访问量：78万次。\n访问量：99'))).toEqual(['changed r-1 3']);
  });

  it('follows the parts of a page', () => {
    const run = store.beginRun(at).id;
    store.saveLinks('s', [{ url: 'a', role: 'report' }], at);
    const save = (...records: ReportRecord[]) =>
      store.saveConversion({ run, url: 'a', key: 'x', version: '1', records, failure: null, at });
    save(draw('1'), draw('2', { part: 1, total: 5 }));
    expect(store.facts.changes(run).records.new).toBe(2);
    save(draw('1'));
    expect([store.pages('r-1'), store.pages('r-2'), store.reports().length]).toEqual([['a'], [], 2]);
  });

  it('goes on with a run that was not ended, and with no old one', () => {
    const first = store.beginRun('2026-11-20T00:00:00Z');
    expect(store.beginRun(at)).toEqual({ ...first, isResumed: true });
    expect(store.beginRun(at, '2026-11-21T00:00:00Z')).toEqual({
      id: first.id + 1,
      startedAt: at,
      isResumed: false,
    });
    expect(store.beginRun(at, '', 'nightly').id).toBe(first.id + 2);
    store.endRun(first.id + 2, at, { found: 3 });
    expect(store.beginRun(at).id).toBe(first.id + 3);
    expect(store.runs(2)[1]!.summary).toEqual({ found: 3 });
  });

  it('knows what a run has still to do', () => {
    const run = store.beginRun(at).id;
    const links = ['a', 'b', 'c', 'd'].map((url) => ({ url, role: 'report' }));
    store.saveLinks('s', links, at);
    store.saveFound(run, 's', 4, true);
    store.saveFetch(fetched('a', run, '1', { etag: '"x"' }));
    store.saveFetch(fetched('b', run, null, { state: 'server-error', nextTryAt: '2026-11-25T00:00:00Z' }));
    const undone = (of: number, now: string) =>
      store.documentsOf('s', of, now).filter(({ fetchedRun }) => fetchedRun !== of);
    expect(undone(run, at).map(({ url }) => url)).toEqual(['c', 'd']);
    expect(store.documentsOf('s', run, at).map(({ url }) => url)).toEqual(['a', 'b', 'c', 'd']);
    expect(store.toConvert('1').map(({ url, sha256, offset }) => [url, sha256, offset])).toEqual([
      ['a', '1', 7],
    ]);
    expect(store.facts.failures(run).map(({ url, stage, code }) => [url, stage, code])).toEqual([
      ['b', 'fetch', 'server-error'],
    ]);
    store.endRun(run, at, {});
    const next = store.beginRun(at).id;
    expect(undone(next, at).map(({ url, etag }) => [url, etag])).toEqual([
      ['a', '"x"'],
      ['c', null],
      ['d', null],
    ]);
    expect(undone(next, '2026-11-26T00:00:00Z').map(({ url }) => url)).toEqual(['a', 'b', 'c', 'd']);
    expect([store.facts.found(next, 's'), store.facts.foundBefore(next, 's')]).toEqual([
      null,
      { run, count: 4 },
    ]);
    store.saveFound(next, 's', 1, false);
    expect([
      store.facts.found(next, 's'),
      store.facts.foundBefore(next + 1, 's'),
      store.facts.incompleteBefore(next + 1, 's'),
    ]).toEqual([{ count: 1, isComplete: false }, { run, count: 4 }, 1]);
    // Each of them twice, as after a crash.
    for (let time = 0; time < 2; time++) store.saveFetch(fetched('b', next, null, { state: 'server-error' }));
    expect(store.url('b')!.failedRuns).toBe(2);
    expect(() => store.saveFetch(fetched('nowhere', next, null))).toThrow('does not know');
  });

  it('converts again what another version converted, and keeps what a page showed before it broke', () => {
    visit('a', draw('1'), '1');
    expect([store.toConvert('1').length, store.toConvert('2').length]).toEqual([0, 1]);
    const run = store.beginRun(at).id;
    const failure = { code: 'pdf-damaged', message: 'no' } as const;
    store.saveConversion({ run, url: 'a', key: '1', version: '2', records: [], failure, at });
    expect([store.toConvert('2').length, store.pages('r-1')]).toEqual([0, ['a']]);
    expect(store.facts.changes(run).failures).toEqual({ 'pdf-damaged': 1 });
  });

  it('keeps the records of a page that vanished, and sees it come back', () => {
    visit('a', draw('1'));
    const gone = (): string[] => {
      const run = store.beginRun(at).id;
      store.saveFetch(fetched('a', run, null, { state: 'gone', fate: 'give-up', status: 404 }));
      store.endRun(run, at, {});
      return store.facts.changes(run).vanished;
    };
    expect([gone(), gone()]).toEqual([['a'], []]);
    expect(store.pages('r-1')).toEqual(['a']);
    visit('a', draw('1'));
    expect(gone()).toEqual(['a']);
    expect(describeContents(path).filter((line) => line.startsWith('tombstone'))).toHaveLength(2);
  });

  it('lets one run write, and others read', () => {
    expect(() => new Store(path)).toThrow(LockedError);
    visit('a', draw('1'));
    const reader = new Store(path, { forReading: true });
    expect(reader.reports()).toHaveLength(1);
    reader.close();
  });

  it('does not touch the store of a newer version', () => {
    store.close();
    const database = new Libsql(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => new Store(path)).toThrow(StoreVersionError);
    store = new Store(join(folder, 'other.db'));
  });
});

describe('diffRecords', () => {
  it('sees nothing in where a record came from and where its numbers stand', () => {
    const other = draw('2');
    other.source.uri = 'https://elsewhere.example/';
    other.source.fetchedAt = at;
    other.title.at = { block: 99 };
    expect(diffRecords(base, other)).toEqual({ changes: [], omitted: 0 });
  });

  it('names what came, went and changed, and shows of long texts what differs', () => {
    const other = structuredClone(base);
    const [lost] = other.facts.splice(0, 1);
    other.facts.push({ ...lost!, id: 'made.up', value: 1 });
    const section = other.sections.find(({ text }) => text.length > 200) ?? other.sections[0]!;
    const before = '甲'.repeat(150);
    const left = structuredClone(base);
    left.sections.find(({ heading }) => heading === section.heading)!.text = `${before}乙${before}`;
    section.text = `${before}丙丁${before}`;
    const { changes } = diffRecords(left, other);
    const at = (part: string) => changes.filter(({ path }) => path.includes(part));
    expect(at('made.up.value')).toEqual([{ path: 'facts.made.up.value', after: 1 }]);
    expect(at(`facts.${lost!.id}.value`)).toEqual([{ path: `facts.${lost!.id}.value`, before: lost!.value }]);
    const around = '甲'.repeat(20);
    expect(at('.text')).toEqual([
      {
        path: expect.stringContaining(section.heading),
        before: `…${around}乙${around}…`,
        after: `…${around}丙丁${around}…`,
      },
    ]);
  });
});
