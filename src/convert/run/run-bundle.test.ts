import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleFile } from '../../model/bundle.js';
import { placeRecords } from '../../store/place-records.js';
import { drawZip } from '../../testing/draw-zip.js';
import { openConverter } from './open-converter.js';
import { runBundle } from './run-bundle.js';
import { WorkerPool } from './worker-pool.js';

/** A child that dies of a file of that name, hangs where two of one kind come together, and else says what it was given. */
const script = `
process.on('message', ({ files }) => {
  const names = files.map((each) => each.uri);
  if (names.some((name) => name.endsWith('die'))) throw new TypeError('at the end');
  if (names.includes('half') && names.includes('other-half')) for (;;);
  process.send({ records: [], text: names.join(' + '), failure: null });
});
process.on('disconnect', () => process.exit());
process.send('ready');
`;

let folder: string;
let pool: WorkerPool;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-files-'));
  writeFileSync(join(folder, 'child.mjs'), script);
  pool = new WorkerPool({ timeoutMs: 1500, script: join(folder, 'child.mjs') });
});
afterAll(() => {
  pool.close();
  rmSync(folder, { recursive: true });
});

const drawn = (uri: string): BundleFile => ({ uri, bytes: Buffer.from(uri) });
const run = (...files: BundleFile[]) =>
  runBundle({ files }, (bundle) => pool.run({ ...bundle, reading: {} }));

describe('runBundle', () => {
  it('gives all files to one process', async () => {
    expect(await run(drawn('a'), drawn('b'), drawn('c'))).toEqual({
      ...{ records: [], text: 'a + b + c', failure: null },
    });
  });

  it('puts the others together where the process dies of one', async () => {
    const { text, failure } = await run(drawn('a'), drawn('die'), drawn('b'));
    expect(text).toBe('a + b');
    expect(failure).toMatchObject({ uri: 'die', code: 'crashed' });
  });

  it('names the document of a ZIP that the process dies of', async () => {
    const zip = drawZip(['c.txt', 'die', 'd.txt'].map((name) => ({ name, content: name })));
    const { text, failure } = await run(drawn('a'), { uri: 'all.zip', bytes: zip });
    expect(text).toBe('a + all.zip!/c.txt + all.zip!/d.txt');
    expect(failure).toMatchObject({ uri: 'all.zip!/die', code: 'crashed' });
  });

  it('fails as a whole where the process dies of them together', async () => {
    const { text, failure } = await run(drawn('half'), drawn('other-half'));
    expect(text).toBeUndefined();
    expect(failure).toMatchObject({ uri: 'half', code: 'timeout' });
  });

  it('names the place in an archive of a file by itself', async () => {
    const { failure } = await run({ ...drawn('die'), where: 'in a.warc at offset 7' });
    expect(failure).toMatchObject({
      code: 'crashed',
      message: expect.stringMatching(/ \(in a\.warc at offset 7\)$/u),
    });
  });

  it('names what can not be had, and converts the others', async () => {
    const { text, failure } = await run(drawn('a'), { uri: 'gone', path: join(folder, 'gone') });
    expect(text).toBe('a');
    expect(failure).toEqual({ uri: 'gone', code: 'not-found', message: 'no such file or folder' });
  });
});

const sample = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../samples/${name}/source.html`, import.meta.url)));
const page = { uri: 'http://a.cn/1.html', bytes: sample('2023-linxi-clean-html') };
const attached = (bytes: Uint8Array): BundleFile => ({
  uri: 'http://a.cn/1.zip',
  bytes,
  linked: 'attachment',
});

describe('a page and what hangs on it', () => {
  it('is converted with a ZIP of its files, each under an address where it is found again', async () => {
    const other = sample('2020-chengtang-own-sums-wrong');
    const zip = drawZip([
      { name: 'a.html', content: other },
      { name: 'b.html', content: Buffer.from(other.toString().replaceAll('2020', '2019')) },
    ]);
    const files = [page, attached(zip)];
    const { records, failure } = await openConverter().convert({ files });
    expect(failure).toBeNull();
    expect(records.map(({ source }) => source.uri)).toEqual([
      ...['http://a.cn/1.html', 'http://a.cn/1.zip!/a.html', 'http://a.cn/1.zip!/b.html'],
    ]);
    const placed = placeRecords(
      records,
      files.map(({ uri }) => ({ url: uri, finalUrl: uri })),
    );
    expect(placed.map(({ url, part }) => [url, part])).toEqual([
      ['http://a.cn/1.html', 0],
      ['http://a.cn/1.zip', 0],
      ['http://a.cn/1.zip', 1],
    ]);
  });

  it('is left apart from files that hold more documents than one report comes in', async () => {
    const many = drawZip(
      Array.from({ length: 17 }, (_, at) => ({
        name: `${at}.html`,
        content: Buffer.concat([page.bytes, Buffer.from(`${at}`)]),
      })),
    );
    const picture: BundleFile = { uri: 'http://a.cn/1.png', bytes: Buffer.from('png'), linked: 'picture' };
    const { records, failure } = await openConverter().convert({ files: [page, attached(many), picture] });
    expect(records.map(({ source }) => source.uri)).toEqual(['http://a.cn/1.html']);
    expect(failure).toMatchObject({ uri: 'http://a.cn/1.zip', code: 'archive-not-read' });
  });
});
