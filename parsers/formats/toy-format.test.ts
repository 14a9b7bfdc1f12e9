import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isZipArchive } from '../../src/archive/is-zip-archive.js';
import { readZip } from '../../src/archive/read-zip.js';
import { convertBundle } from '../../src/convert/pipeline.js';
import { expandInputs } from '../../src/convert/run/expand-inputs.js';
import { judgeMediaType } from '../../src/convert/run/judge-media-type.js';
import type { Format } from '../../src/model/format.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import { drawZip } from '../../src/testing/draw-zip.js';
import { loadKnowledge } from '../index.js';
import { loadSiteKnowledge } from '../sites/index.js';
import { readHtmlBlocks } from './html/read-html-blocks.js';
import { listZipNames } from './zip-package/list-zip-names.js';
import { openZipPackage } from './zip-package/open-zip-package.js';

/** A book of XHTML chapters, packed as a ZIP: what the recipe "A format" asks for, and nothing more. */
const epubFormat: Format = {
  id: 'epub',
  about: 'books of one chapter',
  cannotRead: [{ what: 'books of several chapters', code: 'zip-damaged' }],
  suffixes: ['epub'],
  mediaTypes: ['application/epub+zip'],
  recordedAs: ['epub'],
  traits: [],
  sniff: ({ bytes }) =>
    listZipNames(bytes)?.names.includes('META-INF/container.xml')
      ? { value: { mediaType: 'application/epub+zip' }, issues: [] }
      : null,
  async read({ source: { bytes } }) {
    const { parts } = await openZipPackage(bytes, {
      noun: 'book',
      codes: { truncated: 'zip-damaged', tooLarge: 'zip-damaged' },
      isWanted: (name) => name.endsWith('.xhtml'),
    });
    const [chapter] = [...parts.values()].map((part) => new TextDecoder().decode(part));
    const page = readHtmlBlocks(chapter ?? '', { sourceOffsets: false, dropRegions: false });
    const { text, blocks, metadata, locate, issues } = page;
    return { value: { text, blocks, metadata, locate, format: 'epub' }, issues };
  },
};

const html = readFileSync(
  new URL('../../samples/2023-linxi-clean-html/source.html', import.meta.url),
  'utf8',
);
const book = drawZip([
  { name: 'mimetype', content: 'application/epub+zip', method: 0 },
  { name: 'META-INF/container.xml', content: '<container/>' },
  { name: 'OEBPS/1.xhtml', content: html },
]);

let knowledge: Knowledge;
let folder: string;
beforeAll(() => {
  const known = loadKnowledge();
  // As the list in parsers/formats/index.ts would have it: packed as a ZIP, so before the archives.
  knowledge = { ...known, formats: [epubFormat, ...known.formats] };
  folder = mkdtempSync(join(tmpdir(), 'nianbao-toy-'));
  mkdirSync(join(folder, 'books'));
  writeFileSync(join(folder, 'books/report.epub'), book);
  writeFileSync(join(folder, 'books/report.zip'), drawZip([{ name: 'in/report.epub', content: book }]));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a format that is declared and listed', () => {
  it('is found in folders, and in archives among the documents', async () => {
    const found: string[] = [];
    for await (const entry of expandInputs([folder], knowledge.formats))
      for (const { uri, claimed = true } of entry.kind === 'bundle'
        ? entry.files
        : entry.kind === 'archive'
          ? [entry]
          : [])
        found.push(`${entry.kind} ${uri.slice(folder.length)} ${claimed}`);
    expect(found).toEqual(['bundle /books/report.epub true', 'archive /books/report.zip false']);
    const bytes = readFileSync(join(folder, 'books/report.zip'));
    const members: unknown[] = [];
    for await (const item of readZip({ uri: 'a.zip', bytes }, knowledge.formats)) members.push(item);
    expect(members).toEqual([{ kind: 'document', uri: 'a.zip!/in/report.epub', bytes: book, claimed: true }]);
    expect(isZipArchive({ uri: 'x', bytes: book }, knowledge.formats)).toBe(false);
  });

  it('is known by what servers call it, and by the links of pages', () => {
    expect(judgeMediaType('application/epub+zip', 'http://a.cn/1', knowledge.formats)).toBe('document');
    expect(judgeMediaType('application/octet-stream', 'http://a.cn/1.epub', knowledge.formats)).toBe(
      'document',
    );
    const { words, isFile } = loadSiteKnowledge(knowledge.formats);
    expect(words.file.test('/upload/1.epub')).toBe(true);
    expect(isFile(book)).toBe(true);
    expect(isFile(Buffer.from(html))).toBe(false);
  });

  it('is read, and gives what the page in it gives', async () => {
    const convert = async (bytes: Uint8Array) => {
      const { records, failure } = await convertBundle({ files: [{ uri: 'x', bytes }] }, knowledge);
      expect(failure).toBeNull();
      return records[0]!;
    };
    const [read, page] = [await convert(book), await convert(Buffer.from(html))];
    expect(read.source).toMatchObject({ format: 'epub', mediaType: 'application/epub+zip' });
    const values = (tables: object) => JSON.stringify(tables, (key, value) => (key === 'at' ? null : value));
    expect(Object.keys(read.tables)).not.toEqual([]);
    expect(values(read.tables)).toBe(values(page.tables));
  });
});

describe('the formats that are listed', () => {
  const { formats } = loadKnowledge();

  it('have ids of their own, and declare names as they are compared', () => {
    const ids = formats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { suffixes, mediaTypes, about } of formats) {
      expect(about).not.toBe('');
      for (const suffix of suffixes) expect(suffix).toMatch(/^[a-z0-9]+$/u);
      for (const mediaType of mediaTypes) expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+\*?$/u);
    }
  });
});
