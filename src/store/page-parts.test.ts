import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ReportRecord, reportRecordSchema } from '../model/report-record.js';
import { Store } from './store.js';
import type { ConversionFailure, StoredPart, Unit } from './stored.js';

const sample = fileURLToPath(new URL('../../samples/2023-linxi-clean-html/record.json', import.meta.url));
const base = reportRecordSchema.parse(JSON.parse(readFileSync(sample, 'utf8')));
const at = '2026-11-22T18:00:00Z';

let folder: string;
let store: Store;
/** Bodies by address: each is used as its own SHA-256. */
let bodies: Record<string, string>;
let run: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-parts-'));
  store = new Store(join(folder, 'state.db'));
  bodies = {};
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

interface Drawing {
  kind?: ReportRecord['kind'];
  year?: number;
  total?: number;
}

/** The record of some files by their addresses, the one with the most evidence first. */
function record(
  urls: string[],
  { kind = 'annual-report', year = 2023, total = 1 }: Drawing = {},
): ReportRecord {
  const drawn = structuredClone(base);
  const files = urls.map((uri) => ({ ...base.source, uri, sha256: bodies[uri]!, part: 0 }));
  drawn.id = `r-${files
    .map(({ sha256 }) => sha256)
    .sort()
    .join('+')}`;
  drawn.source = { ...files[0]!, ...(files.length > 1 && { carriers: files }) };
  drawn.kind = kind;
  drawn.year.value = year;
  drawn.tables.applications!.granted!.total!.value = total;
  if (kind !== 'annual-report') Object.assign(drawn, { tables: {}, facts: [], sections: [] });
  return drawn;
}

const roleOf = (url: string): string =>
  url.endsWith('.html') ? 'report' : url.endsWith('.png') ? 'picture' : 'attachment';

/** A new run; what changed at which addresses, as it is fetched. */
function night(changed: Record<string, string>): void {
  run = store.beginRun(at).id;
  for (const [url, sha256] of Object.entries(changed)) {
    bodies[url] = sha256;
    const role = roleOf(url);
    store.saveLinks('s', [{ url, role }], at);
    store.saveFetch({
      ...{
        url,
        run,
        state: 'fetched',
        fate: 'done',
        status: 200,
        etag: null,
        lastModified: null,
        message: '',
      },
      ...{ finalUrl: url, kind: role === 'report' ? 'report' : 'file', charset: null, fetchedAt: at },
      nextTryAt: null,
      document: { sha256, mediaType: null, bytes: 3, file: 'f', offset: 7 },
    });
  }
}

const parts = (page: string, ...urls: string[]): void =>
  store.saveParts(
    page,
    urls.map((url) => ({ url, role: roleOf(url) as StoredPart['role'] })),
  );

/** Converts what waits as `read` does it. @returns of each unit its files, and what its records turned out to be */
function convert(read: (unit: Unit) => ReportRecord[] | ConversionFailure, version = '1'): string[] {
  const told = store.toConvert(version).map((unit) => {
    const got = read(unit);
    const files = [unit, ...unit.parts];
    const saved = store.saveConversion({
      ...{ run, url: unit.url, key: unit.key, version, at },
      ...(Array.isArray(got)
        ? { records: got, failure: null }
        : { records: [record([unit.url])], failure: got }),
      ...(unit.parts.length > 0 && { files }),
    });
    const changes = saved.map(({ change, report, version: number }) => `${change} ${report} ${number}`);
    return `${files.map(({ url }) => url).join(' ')}: ${changes.join(', ')}`;
  });
  store.endRun(run, at, {});
  return told;
}

/** One record of all files of a unit. */
const together = (unit: Unit): ReportRecord[] => [record([...unit.parts.map(({ url }) => url), unit.url])];
const alone = (unit: Unit): ReportRecord[] => [record([unit.url])];
const held = (): string[] => store.reports().map(({ id, version }) => `${id} ${version}`);

describe('a page and its parts', () => {
  it('are converted together, once, and again when one of them is another', () => {
    night({ 'a.html': '1', 'a.docx': '2', 'a.png': '3' });
    parts('a.html', 'a.docx', 'a.png');
    expect(convert(together)).toEqual(['a.html a.docx a.png: new r-1+2+3 1']);
    night({});
    expect(convert(together)).toEqual([]);
    night({ 'a.docx': '4' });
    expect(convert((unit) => [record(['a.docx', 'a.png', unit.url], { total: 5 })])).toEqual([
      'a.html a.docx a.png: changed r-1+2+3 2',
    ]);
    expect([held(), store.pages('r-1+2+3')]).toEqual([['r-1+2+3 2'], ['a.html']]);
  });

  it('are one report when the file comes a night later', () => {
    night({ 'a.html': '1' });
    parts('a.html', 'a.docx');
    expect(convert((unit) => [record([unit.url], { kind: 'other' })])).toEqual(['a.html: new r-1 1']);
    night({ 'a.docx': '2' });
    expect(convert(together)).toEqual(['a.html a.docx: changed r-1 2']);
    expect(held()).toEqual(['r-1 2']);
  });

  it('are one report where an older nianbao made two of them: that of the file goes on', () => {
    night({ 'a.html': '1', 'a.docx': '2' });
    convert((unit) => [record([unit.url], unit.url === 'a.html' ? { kind: 'other' } : {})]);
    expect(held()).toEqual(['r-1 1', 'r-2 1']);
    night({});
    parts('a.html', 'a.docx');
    expect(convert((unit) => [record(['a.docx', unit.url], { total: 5 })], '2')).toEqual([
      'a.html a.docx: reread r-2 2',
    ]);
    expect([held(), store.facts.held(), store.versions('r-1').length]).toEqual([
      ['r-2 2'],
      { reports: 1, annualReports: 1 },
      1,
    ]);
  });

  it('keep what they showed while a file that it came from is damaged', () => {
    night({ 'a.html': '1', 'a.docx': '2' });
    parts('a.html', 'a.docx');
    convert(together);
    night({ 'a.docx': '3' });
    const failure = { uri: 'a.docx', code: 'docx-damaged', message: 'no' } as const;
    expect(convert(() => failure)).toEqual(['a.html a.docx: ']);
    expect(store.facts.failures(run).map(({ url, code }) => [url, code])).toEqual([
      ['a.docx', 'docx-damaged'],
    ]);
    expect(held()).toEqual(['r-1+2 1']);
    night({ 'a.docx': '4' });
    expect(convert(together)).toEqual(['a.html a.docx: unchanged r-1+2 1']);
  });

  it('give a record without a picture that can never be read', () => {
    night({ 'a.html': '1', 'a.png': '2' });
    parts('a.html', 'a.png');
    const failure = { uri: 'a.png', code: 'ocr-not-installed', message: 'no' } as const;
    expect(convert(() => failure)).toEqual(['a.html a.png: new r-1 1']);
    night({ 'a.html': '3' });
    expect(convert(() => failure)).toEqual(['a.html a.png: unchanged r-1 1']);
  });

  it('stand apart under their own addresses where they are other reports, and come together again', () => {
    night({ 'a.html': '1', 'a.docx': '2' });
    parts('a.html', 'a.docx');
    const apart = (unit: Unit) => [record([unit.url]), record(['a.docx'], { year: 2022 })];
    expect(convert(apart)).toEqual(['a.html a.docx: new r-1 1, new r-2 1']);
    expect([store.pages('r-1'), store.pages('r-2')]).toEqual([['a.html'], ['a.docx']]);
    night({ 'a.docx': '3' });
    expect(convert(together)).toEqual(['a.html a.docx: unchanged r-1 1']);
    // What the file once said of another year is a report of its own for good.
    expect(held()).toEqual(['r-1 1', 'r-2 1']);
  });

  it('are no second report where a file is found at another address, and none where its page names it no more', () => {
    night({ 'a.html': '1', 'a.docx': '2' });
    parts('a.html', 'a.docx');
    convert(together);
    night({ 'b.docx': '2' });
    expect(convert(alone)).toEqual(['b.docx: known r-1+2 1']);
    night({ 'a.html': '3' });
    parts('a.html');
    expect(convert(alone)).toEqual(['a.html: unchanged r-1+2 1']);
    expect([store.toConvert('2').map(({ url }) => url), held()]).toEqual([['a.html', 'b.docx'], ['r-1+2 1']]);
  });

  it('are the same report at the new address of their page', () => {
    night({ 'a.html': '1', 'a.docx': '2' });
    parts('a.html', 'a.docx');
    convert(together);
    night({ 'b.html': '1' });
    parts('b.html', 'a.docx');
    expect(convert(together)).toEqual(['b.html a.docx: known r-1+2 1']);
    expect(store.pages('r-1+2')).toEqual(['a.html', 'b.html']);
  });

  it('are no more than one report comes in, and no pictures of the site', () => {
    const files = Array.from({ length: 16 }, (_, at) => `f${at}.docx`);
    night({ 'a.html': '1', ...Object.fromEntries(files.map((url) => [url, url])) });
    parts('a.html', ...files);
    expect(store.toConvert('1').map(({ parts: own }) => own.length)).toEqual(Array(17).fill(0));
    parts('a.html', ...files.slice(1));
    expect(store.toConvert('1').map(({ url, parts: own }) => [url, own.length])).toEqual([
      ['a.html', 15],
      ['f0.docx', 0],
    ]);
    night({ 'b.html': '2', 'c.html': '3', 'd.html': '3', 'top.png': '9' });
    for (const page of ['c.html', 'd.html', 'b.html']) parts(page, 'top.png');
    const withPicture = () =>
      store.toConvert('1').filter(({ parts: own }) => own.some(({ role }) => role === 'picture'));
    expect(withPicture().map(({ url }) => url)).toEqual(['b.html', 'c.html', 'd.html']);
    parts('a.html', 'top.png');
    expect(withPicture()).toEqual([]);
    expect(store.toConvert('1').map(({ url }) => url)).not.toContain('top.png');
  });

  it('are named to the archive once, and again when one of them is another', () => {
    night({ 'a.html': '1', 'a.docx': '2' });
    parts('a.html', 'a.docx');
    const join = () => store.toJoin().map(({ url, key }) => store.saveJoined(url, key));
    expect([join().length, join().length]).toEqual([1, 0]);
    night({ 'a.docx': '3' });
    expect([join().length, join().length]).toEqual([1, 0]);
  });
});
