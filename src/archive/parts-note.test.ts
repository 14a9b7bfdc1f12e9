import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { drawExchange } from '../testing/draw-exchange.js';
import { Archive } from './archive.js';
import { openFile } from './byte-source.js';
import { bodyKey, findParts } from './find-parts.js';
import { Originals } from './originals.js';
import { PARTS_TYPE } from './parts-note.js';
import { readOriginal } from './read-original.js';
import { type ArchiveItem, readWarc } from './read-warc.js';

let folder: string;
const path = (): string => join(folder, 'nianbao-000001.warc.gz');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-parts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = '2026-11-22T18:00:00.000Z';
const [PAGE, FILE] = ['http://a.example/1.html', 'http://user:secret@a.example/1.docx'];

/** A page and its file, joined. */
async function joined(): Promise<Archive> {
  const archive = await Archive.open(folder);
  const page = await archive.append(drawExchange(PAGE, '<p>一</p>'));
  const file = await archive.append(drawExchange('http://a.example/1.docx', 'docx'));
  await archive.appendParts([
    { role: 'page', uri: PAGE, fetchedAt: at, at: page.bodyAt },
    { role: 'attachment', uri: FILE, fetchedAt: at, at: file.bodyAt },
  ]);
  return archive;
}

async function items(originals = new Originals()): Promise<ArchiveItem[]> {
  const source = await openFile(path());
  const found: ArchiveItem[] = [];
  const options = { isWanted: () => true, originals };
  for await (const item of readWarc(source, () => openFile(path()), options)) found.push(item);
  await source.close();
  return found;
}

describe('what an archive says of the parts of a report', () => {
  it('names their bodies, which are found again by it', async () => {
    await (await joined()).close();
    const originals = new Originals();
    const found = await items(originals);
    const note = found.flatMap((item) => (item.kind === 'parts' ? [item.note] : []))[0]!;
    expect(note.files.map(({ role, uri, fetchedAt }) => [role, uri, fetchedAt])).toEqual([
      ['page', PAGE, at],
      ['attachment', 'http://a.example/1.docx', at],
    ]);
    const bodies = await Promise.all(note.files.map(({ digest }) => readOriginal(originals, digest)));
    expect(bodies.map(String)).toEqual(['<p>一</p>', 'docx']);
    const documents = found.flatMap((item) => (item.kind === 'document' ? [item] : []));
    const source = await openFile(path());
    expect(await findParts(source)).toEqual(new Set(documents.map(bodyKey)));
    await source.close();
  });

  it('is a record of metadata to every other reader', async () => {
    await (await joined()).close();
    const types: unknown[] = [];
    for await (const record of new WARCParser(createReadStream(path()))) {
      const text = Buffer.from(await record.readFully(true)).toString();
      if (record.warcType === 'metadata')
        types.push(
          record.warcTargetURI,
          record.warcHeader('Content-Type'),
          text.includes('secret') ? 'secret' : null,
        );
    }
    expect(types).toEqual([PAGE, PARTS_TYPE, null]);
  });

  it('stays where a crash tears off what comes behind it', async () => {
    await (await joined()).close();
    await appendFile(path(), Buffer.from('1f8b0800', 'hex'));
    const archive = await Archive.open(folder);
    await archive.append(drawExchange('http://a.example/2.html', '<p>二</p>'));
    await archive.close();
    expect((await items()).map(({ kind }) => kind)).toEqual(['document', 'document', 'parts', 'document']);
  });

  it('is refused where a body is not kept', async () => {
    const archive = await joined();
    const nowhere = { file: 'nianbao-000001.warc.gz', offset: 1 };
    const files = [{ role: 'page' as const, uri: PAGE, fetchedAt: at, at: nowhere }];
    await expect(archive.appendParts(files)).rejects.toThrow();
    await archive.close();
  });
});
