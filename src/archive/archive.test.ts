import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WARCParser, type WARCRecord } from 'warcio';
import { LockedError } from '../lock/lock-file.js';
import { drawExchange } from '../testing/draw-exchange.js';
import { Archive } from './archive.js';
import { openFile } from './byte-source.js';
import { Originals } from './originals.js';
import { type ArchiveItem, readWarc } from './read-warc.js';
import { recoverFile } from './recover-file.js';

let folder: string;
const first = (): string => join(folder, 'nianbao-000001.warc.gz');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function items(...paths: string[]): Promise<ArchiveItem[]> {
  const originals = new Originals();
  const found: ArchiveItem[] = [];
  for (const path of paths) {
    const source = await openFile(path);
    for await (const item of readWarc(source, () => openFile(path), { isWanted: () => true, originals }))
      found.push(item);
    await source.close();
  }
  return found;
}

/** One word an item: the address and the body, or why the body is missing. */
const say = (item: ArchiveItem): string =>
  item.kind === 'document'
    ? `${item.uri} ${item.body}`
    : item.kind === 'parts'
      ? item.note.files.map(({ role, uri }) => `${role} ${uri}`).join(', ')
      : item.kind === 'passed-over'
        ? `${item.uri} (${item.reason})`
        : `${item.uri} !${item.code}`;

/** As a reader that has nothing to do with ours sees a file. */
async function warcio(path: string): Promise<{ record: WARCRecord; body: string }[]> {
  const found = [];
  for await (const record of new WARCParser(createReadStream(path)))
    found.push({ record, body: Buffer.from(await record.readFully(true)).toString() });
  return found;
}

describe('Archive', () => {
  it('keeps answers and requests, as an independent reader sees them', async () => {
    const archive = await Archive.open(folder);
    const chunked = drawExchange('http://a.example/2?q=1', gzipSync('<p>二</p>'), {
      responseHeaders: [
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Content-Encoding', 'gzip'],
        ['Transfer-Encoding', 'chunked'],
      ],
    });
    const places = await Promise.all([
      archive.append(drawExchange('http://a.example/1', '<p>一</p>')),
      archive.append(chunked),
    ]);
    await archive.close();
    const seen = await warcio(first());
    expect(seen.map(({ record }) => `${record.warcType} ${record.warcTargetURI ?? ''}`.trim())).toEqual([
      'warcinfo',
      'response http://a.example/1',
      'request http://a.example/1',
      'response http://a.example/2?q=1',
      'request http://a.example/2?q=1',
    ]);
    expect(seen[1]!.body).toBe('<p>一</p>');
    expect(seen[3]!.body).toBe('<p>二</p>');
    expect(seen[1]!.record.warcDate).toBe('2026-11-22T18:00:00.123Z');
    expect(seen[2]!.record.httpHeaders!.statusline).toBe('GET /1 HTTP/1.1');
    expect((await items(first())).map(say)).toEqual([
      'http://a.example/1 <p>一</p>',
      'http://a.example/2?q=1 <p>二</p>',
    ]);
    const again = await Archive.open(folder);
    expect((await again.readBody(places[1]!)).toString()).toBe('<p>二</p>');
    await again.close();
  });

  it('keeps a body once, in a batch, later, and after it was opened again', async () => {
    let archive = await Archive.open(folder);
    const [one, two] = await Promise.all([
      archive.append(drawExchange('http://a.example/1', 'same')),
      archive.append(drawExchange('http://a.example/2', 'same')),
    ]);
    expect([one.isRevisit, two.isRevisit]).toEqual([false, true]);
    expect(two.bodyAt).toEqual({ file: one.file, offset: one.offset });
    await archive.close();
    archive = await Archive.open(folder);
    expect(archive.bodies).toBe(1);
    const three = await archive.append(drawExchange('http://b.example/3', 'same'));
    const not = await archive.append(drawExchange('http://a.example/2', '', { status: 304, statusText: '' }));
    expect([three.bodyAt, not.bodyAt]).toEqual([one.bodyAt, one.bodyAt]);
    await archive.close();
    const revisits = (await warcio(first())).filter(({ record }) => record.warcType === 'revisit');
    expect(revisits.map(({ record }) => record.warcHeader('WARC-Profile')?.replace(/^.*\//u, ''))).toEqual([
      'identical-payload-digest',
      'identical-payload-digest',
      'server-not-modified',
    ]);
    expect(revisits[1]!.record.warcRefersToTargetURI).toBe('http://a.example/1');
    expect((await items(first())).map(say)).toEqual([
      'http://a.example/1 same',
      'http://a.example/2 same',
      'http://b.example/3 same',
      'http://a.example/2 (the same as on 2026-11-22T18:00:00.123Z)',
    ]);
  });

  it('begins a new file where one is full, and finds bodies over files', async () => {
    const archive = await Archive.open(folder, { fileBytesMax: 1 });
    for (const name of ['a', 'b', 'a']) await archive.append(drawExchange(`http://x.example/${name}`, name));
    const moved = await archive.append(drawExchange('http://y.example/', 'b'));
    await archive.close();
    const files = (await readdir(folder)).filter((name) => name.endsWith('.warc.gz')).sort();
    expect(files).toEqual([1, 2, 3, 4].map((n) => `nianbao-00000${n}.warc.gz`));
    expect(moved.bodyAt.file).toBe(files[1]);
    expect((await items(...files.map((name) => join(folder, name)))).map(say)).toEqual([
      'http://x.example/a a',
      'http://x.example/b b',
      'http://x.example/a (the same as on 2026-11-22T18:00:00.123Z)',
      'http://y.example/ b',
    ]);
  });

  it('keeps headers of servers from becoming headers of its own, and secrets out', async () => {
    const archive = await Archive.open(folder);
    const exchange = drawExchange('http://user:secret@a.example/', 'x', {
      requestHeaders: [
        ['authorization', 'Basic c2VjcmV0'],
        ['cookie', 'id=secret'],
      ],
      responseHeaders: [['X-Trick', 'a\r\nWARC-Target-URI: http://evil.example/']],
    });
    await archive.append(exchange);
    await archive.close();
    const seen = await warcio(first());
    expect(seen.map(({ record }) => record.warcTargetURI)).toEqual([
      null,
      'http://a.example/',
      'http://a.example/',
    ]);
    expect(seen[1]!.record.httpHeaders!.headers.get('X-Trick')).toBe(
      'a WARC-Target-URI: http://evil.example/',
    );
    expect([...seen[2]!.record.httpHeaders!.headers].join()).not.toMatch(/secret|c2Vj/u);
  });

  it('lets one process write', async () => {
    const archive = await Archive.open(folder);
    await expect(Archive.open(folder)).rejects.toThrow(LockedError);
    await archive.close();
    await (await Archive.open(folder)).close();
  });

  it('reads no file that is not its own', async () => {
    const archive = await Archive.open(folder);
    await expect(archive.readBody({ file: '../secret.warc.gz', offset: 0 })).rejects.toThrow('has no file');
    await archive.close();
  });

  it('cuts off a torn tail, wherever it is torn, and loses nothing before it', async () => {
    let archive = await Archive.open(folder);
    const kept = await archive.append(drawExchange('http://a.example/kept', 'kept'));
    const size = (await stat(first())).size;
    await archive.append(drawExchange('http://a.example/torn', 'torn'));
    await archive.close();
    const index = join(folder, 'nianbao-000001.index.jsonl');
    const [bytes, lines] = [await readFile(first()), await readFile(index)];
    for (let cut = size; cut < bytes.length; cut++) {
      await writeFile(first(), bytes.subarray(0, cut));
      // With the index that a crash leaves, and without any.
      await (cut % 2 ? rm(index, { force: true }) : writeFile(index, lines));
      const handle = await open(first(), 'r');
      const found = await recoverFile(handle, index);
      await handle.close();
      expect([found.end >= size, found.end <= cut, found.isDamaged, found.lines[0]!.uri]).toEqual([
        true,
        true,
        false,
        'http://a.example/kept',
      ]);
      // The rest waits for the disk.
      if (cut % 16 > 1) continue;
      archive = await Archive.open(folder);
      expect((await archive.readBody(kept)).toString()).toBe('kept');
      await archive.append(drawExchange('http://a.example/next', 'next'));
      await archive.close();
      const read = (await items(first())).map(say);
      expect(read.filter((word) => !word.endsWith(' torn'))).toEqual([
        'http://a.example/kept kept',
        'http://a.example/next next',
      ]);
      const types = (await warcio(first())).map(({ record }) => record.warcType);
      expect(types.slice(0, 3)).toEqual(['warcinfo', 'response', 'request']);
      expect(types.slice(-2)).toEqual(['response', 'request']);
    }
  });

  it('cuts nothing off where whole records stand behind damage', async () => {
    let archive = await Archive.open(folder);
    const bad = await archive.append(drawExchange('http://a.example/bad', 'bad'));
    const good = await archive.append(drawExchange('http://a.example/good', 'good'));
    await archive.close();
    const bytes = await readFile(first());
    bytes.fill(0xff, bad.offset + 40, bad.offset + 80);
    await writeFile(first(), bytes);
    await rm(join(folder, 'nianbao-000001.index.jsonl'));
    archive = await Archive.open(folder);
    const next = await archive.append(drawExchange('http://a.example/next', 'next'));
    expect(next.file).toBe('nianbao-000002.warc.gz');
    expect((await archive.readBody(good)).toString()).toBe('good');
    await archive.close();
    expect((await items(first())).map(say)).toEqual(['null !warc-damaged', 'http://a.example/good good']);
  });

  it('goes on behind an exchange that can not be written', async () => {
    const archive = await Archive.open(folder);
    await archive.append(drawExchange('http://a.example/1', 'one'));
    const broken = drawExchange('no address', 'x');
    await expect(archive.append(broken)).rejects.toThrow();
    const after = await archive.append(drawExchange('http://a.example/2', 'two'));
    expect((await archive.readBody(after)).toString()).toBe('two');
    await archive.close();
    expect((await items(first())).map(say)).toEqual(['http://a.example/1 one', 'http://a.example/2 two']);
  });
});
