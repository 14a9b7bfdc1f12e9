import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { convert } from '../../index.js';
import type { ReportRecord } from '../../model/report-record.js';
import { amount } from '../../testing/amount.js';
import { type DrawnMember, drawZip } from '../../testing/draw-zip.js';
import { runInProcess } from '../../testing/run-in-process.js';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Status, records, and what standard error says of inputs. */
async function nianbao(
  args: string[],
  input?: Buffer,
): Promise<{ status: number; records: ReportRecord[]; told: string[] }> {
  const { status, out, err } = await runInProcess(args, { cwd: folder, ...(input && { input }) });
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  return {
    status,
    records: lines(out).map((line) => JSON.parse(line) as ReportRecord),
    told: lines(err).filter((line) => /^(?:failed|skipped) +\S+: /u.test(line)),
  };
}

const withoutAddress = ({ source, ...rest }: ReportRecord): string =>
  JSON.stringify({ ...rest, source: { ...source, uri: '' } });

/** Some samples of each suffix, with their bytes. */
function reports(count: number): { name: string; bytes: Buffer }[] {
  const taken = new Map<string, number>();
  return readdirSync(samples).flatMap((sample) => {
    const file = readdirSync(join(samples, sample)).find((each) => each.startsWith('source.'));
    const suffix = file?.split('.').pop() ?? '';
    const number = taken.get(suffix) ?? 0;
    taken.set(suffix, number + 1);
    return file && number < count
      ? [{ name: `2023/${sample}.${suffix}`, bytes: readFileSync(join(samples, sample, file)) }]
      : [];
  });
}

const page = '<html><h1>某县2023年政府信息公开工作年度报告</h1><p>本局公开信息35条。</p></html>';

describe('nianbao convert archive.zip', () => {
  it('gives the records that the members give, but for the address; the library too', async () => {
    const members = reports(amount(1, 3));
    expect(members.length).toBeGreaterThan(amount(4, 10));
    const expected: ReportRecord[] = [];
    for (const { name, bytes } of members) {
      const { records } = await convert({ uri: `all.zip!/${name}`, bytes });
      expected.push(...records);
    }
    const bytes = drawZip(members.map(({ name, bytes }) => ({ name, content: bytes })));
    writeFileSync(join(folder, 'all.zip'), bytes);
    const run = await nianbao(['convert', '--jobs', '2', 'all.zip']);
    expect([run.status, run.told]).toEqual([0, []]);
    const words = expected.map((each) => JSON.stringify(each));
    expect(run.records.map((each) => JSON.stringify(each))).toEqual(words);
    const library = await convert({ uri: 'all.zip', bytes });
    expect(library.failure).toBeNull();
    expect(library.records.map((each) => JSON.stringify(each))).toEqual(words);
    const piped = await nianbao(['convert', '-'], bytes);
    expect(piped.records[0]!.source.uri).toBe(`stdin!/${members[0]!.name}`);
    expect(piped.records.map(withoutAddress)).toEqual(expected.map(withoutAddress));
  });

  const mixed: DrawnMember[] = [
    { name: encode('年报.html', 'gbk'), content: page },
    { name: 'locked.docx', content: 'x', flags: 1 },
    { name: 'broken.pdf', content: '%PDF-1.4 no' },
    { name: 'in.zip', content: drawZip([{ name: 'b.html', content: page.replace('某县', '乙县') }]) },
    { name: 'more.rar', content: 'Rar!\x1a\x07\0' },
    { name: 'logo.png', content: 'x' },
    { name: 'data', content: Buffer.from([0, 1, 2, 3, 0, 0]) },
  ];

  it('names what it can not read, and reads the rest', async () => {
    writeFileSync(join(folder, 'mixed.zip'), drawZip(mixed));
    const run = await nianbao(['convert', 'mixed.zip']);
    expect(run.status).toBe(3);
    expect(run.records.map(({ source }) => source.uri)).toEqual([
      'mixed.zip!/年报.html',
      'mixed.zip!/in.zip!/b.html',
    ]);
    expect(run.told).toEqual([
      'failed   mixed.zip!/locked.docx: it needs a password [encrypted]',
      expect.stringMatching(/^failed {3}mixed\.zip!\/broken\.pdf: .* \[pdf-damaged\]$/u),
      expect.stringMatching(
        /^failed {3}mixed\.zip!\/more\.rar: it is a RAR archive.* \[archive-not-read\]$/u,
      ),
      'skipped  mixed.zip!/logo.png: a picture',
      expect.stringMatching(/^skipped {2}mixed\.zip!\/data: /u),
    ]);
    expect(readdirSync(folder)).toEqual(['mixed.zip']);
    const { records, failure } = await convert({ uri: 'mixed.zip', bytes: drawZip(mixed) });
    expect(records.length).toBe(2);
    expect([failure?.code, failure?.members?.map(({ code }) => code)]).toEqual([
      'zip-members-failed',
      ['encrypted', 'pdf-damaged', 'archive-not-read'],
    ]);
  });

  it('knows archives in folders by name and bytes, and says what holds no document', async () => {
    mkdirSync(join(folder, 'in'));
    const put = (name: string, bytes: Buffer) => writeFileSync(join(folder, 'in', name), bytes);
    put('a.zip', drawZip([{ name: 'a.html', content: page }]));
    put('b.zip', drawZip([{ name: 'logo.png', content: 'x' }]));
    put('c.zip', readFileSync(join(samples, '2019-linxi-merged-docx/source.docx')));
    put('d.7z', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'));
    put('e.docx', drawZip([{ name: 'a.html', content: page }]));
    const run = await nianbao(['convert', 'in']);
    expect([run.status, run.records.map(({ source }) => source.uri)]).toEqual([
      3,
      ['in/a.zip!/a.html', 'in/c.zip'],
    ]);
    expect(run.told).toEqual([
      'skipped  in/b.zip!/logo.png: a picture',
      'skipped  in/b.zip: the archive holds no document',
      'failed   in/d.7z: it is a 7z archive, not a document: unpack it first [archive-not-read]',
      'failed   in/e.docx: it is a ZIP archive, not a document: unpack it first [archive-not-read]',
    ]);
    const named = await nianbao(['convert', 'in/b.zip', 'in/e.docx']);
    expect([named.status, named.records[0]?.source.uri, named.told]).toEqual([
      3,
      'in/e.docx!/a.html',
      [
        'skipped  in/b.zip!/logo.png: a picture',
        'failed   in/b.zip: the archive holds no document [zip-without-documents]',
      ],
    ]);
  });
});
