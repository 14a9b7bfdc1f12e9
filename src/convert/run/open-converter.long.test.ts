import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundleFile, convert, convertAll, convertTogether, readText } from '../../index.js';
import { drawZip } from '../../testing/draw-zip.js';
import { openConverter } from './open-converter.js';

const sample = fileURLToPath(new URL('../../../samples/2023-linxi-clean-html/source.html', import.meta.url));
const source = {
  uri: 'http://a.cn/1.html',
  bytes: readFileSync(sample),
  fetchedAt: '2026-11-22T11:00:00.000Z',
};
const broken = { uri: 'broken.pdf', bytes: Buffer.from('%PDF-1.7 broken') };

// The children are started as this process was, and read TypeScript only if it had the option for it.
const reader = ['--import', import.meta.resolve('tsx')];
beforeAll(() => void process.execArgv.push(...reader));
afterAll(() => void process.execArgv.splice(-reader.length));

describe('openConverter', () => {
  it('gives from a child process what would be read here', async () => {
    const converter = openConverter({ timeoutMs: 60_000 });
    try {
      expect(await converter.convert({ files: [source] })).toEqual(await convert(source));
      expect(await converter.convert({ files: [broken] })).toEqual(await convert(broken));
    } finally {
      converter.close();
    }
  });

  it('refuses options that can not be meant', () => {
    expect(() => openConverter({ timeoutMs: 0 })).toThrow(
      'timeoutMs is a whole number from 1 to 2147483647, not 0',
    );
    expect(() => openConverter({ pagesMax: 1.5 })).toThrow('pagesMax is a whole number');
    expect(() => openConverter({ ocr: 'often' as 'auto' })).toThrow(
      'ocr is one of auto, never, always, not often',
    );
  });
});

describe('the functions of the library', () => {
  it('stop a document that takes too long', async () => {
    const timeout = { uri: source.uri, code: 'timeout' };
    expect(await convert(source, { timeoutMs: 1 })).toMatchObject({ records: [], failure: timeout });
    expect(await convertTogether([source], { timeoutMs: 1 })).toMatchObject({
      records: [],
      failure: timeout,
    });
    expect(await readText(source, { timeoutMs: 1 })).toMatchObject({ text: null, failure: timeout });
  });

  it('stop when a signal says so, before and while they are at work', async () => {
    const reason = new Error('enough');
    await expect(convert(source, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const control = new AbortController();
    const pending = convertTogether([source, broken], { signal: control.signal });
    setTimeout(() => control.abort(reason), 1);
    await expect(pending).rejects.toBe(reason);
    const later = new AbortController();
    const seen: string[] = [];
    const all = async () => {
      for await (const { uri } of convertAll([source, source, source], { signal: later.signal })) {
        seen.push(uri);
        later.abort(reason);
      }
    };
    await expect(all()).rejects.toBe(reason);
    expect(seen).toEqual([source.uri]);
  });

  it('give the same in a child process, of several files too', async () => {
    const files = [source, broken];
    expect(await convertTogether(files, { timeoutMs: 60_000 })).toEqual(await convertTogether(files));
    const { records } = await convert(source);
    const { at, raw } = records[0]!.tables.applications!.granted!.total!;
    const { text } = await readText(source, { signal: new AbortController().signal });
    expect(text!.slice(at!.start, at!.end)).toBe(raw);
  });
});

describe('convertAll', () => {
  it('converts paths, sources and bundles in their order, and says what was left out', async () => {
    const zip = drawZip([
      { name: 'in.html', content: source.bytes },
      { name: 'logo.png', content: 'x' },
      { name: 'noise', content: Buffer.from([0, 1, 2, 3, 0, 0]) },
    ]);
    const files: BundleFile[] = [source, { uri: 'page.html', path: sample }, broken];
    const inputs = [{ uri: 'a.zip', bytes: zip }, sample, 'none.html', { files }];
    const found = [];
    for await (const { records, failure, ...input } of convertAll(inputs, { jobs: 2 }))
      found.push({ ...input, records: records.length, code: failure?.code ?? null });
    const one = (uri: string, more = {}) => ({
      uri,
      files: [uri],
      skipped: null,
      records: 0,
      code: null,
      ...more,
    });
    expect(found).toEqual([
      one('a.zip!/in.html', { records: 1 }),
      one('a.zip!/logo.png', { skipped: 'a picture' }),
      one('a.zip!/noise', { skipped: expect.stringContaining('neither text nor a document format') }),
      one(sample, { records: 1 }),
      one('none.html', { code: 'not-found' }),
      one(source.uri, { files: files.map(({ uri }) => uri), records: 1, code: 'pdf-damaged' }),
    ]);
  });
});
