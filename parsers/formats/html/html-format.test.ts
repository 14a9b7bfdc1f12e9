import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/model/parsed-document.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { htmlFormat } from './index.js';

async function readBytes(bytes: Uint8Array) {
  const sniffed = htmlFormat.sniff({ uri: 'x.txt', bytes });
  if (sniffed === null) return null;
  const { mediaType, charset, text } = sniffed.value;
  const raw = {
    source: { uri: 'x.txt', bytes },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType,
    formatId: 'html',
    ...(charset === undefined ? {} : { charset }),
    ...(text === undefined ? {} : { text }),
  };
  return { source: text!, charset, read: await htmlFormat.read(raw) };
}

describe('htmlFormat', () => {
  it('reads the same from any charset', async () => {
    const html =
      '<meta charset="gb2312"><p>受理申请七件。</p><table><tr><td>总计</td><td>7</td></tr></table>';
    for (const charset of ['gbk', 'utf8', 'utf16le']) {
      const page = await readBytes(new Uint8Array(iconv.encode(html, charset)));
      expect(page?.read.value.text).toBe('受理申请七件。\n总计 | 7');
    }
  });

  it('does not claim text or binary files', () => {
    for (const text of ['总计 | 7', '', '<条例>']) {
      expect(htmlFormat.sniff({ uri: 'x.html', bytes: new TextEncoder().encode(text) })).toBeNull();
    }
    expect(htmlFormat.sniff({ uri: 'x.html', bytes: new Uint8Array(100) })).toBeNull();
  });

  it('throws nothing but UnreadableSourceError on damaged pages', async () => {
    const page = new TextEncoder().encode(
      '<html><body><table><tr><td rowspan=2>甲</td><td>1</td></tr></table><p>乙&nbsp;',
    );
    const damage = fc.array(fc.tuple(fc.nat(page.length - 1), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), damage), async (input) => {
        const bytes = input instanceof Uint8Array ? input : page.slice();
        if (!(input instanceof Uint8Array)) for (const [at, byte] of input) bytes[at] = byte;
        try {
          await readBytes(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableSourceError);
        }
      }),
    );
  });
});

const samples = new URL('../../../samples/', import.meta.url);

describe.each(['2019-qinglan-clean-html', '2022-shizhang-word-markup', '2020-wanglan-gbk-declared-utf8'])(
  'the page of %s',
  (name) => {
    it('gives the tables of the report with every value at its place', async () => {
      const page = (await readBytes(readFileSync(new URL(`${name}/source.html`, samples))))!;
      const grids = page.read.value.blocks.filter((block): block is Grid => block.kind === 'grid');
      expect(grids.map((grid) => grid.columnCount)).toEqual([4, 10, 15]);
      for (const cell of grids.flatMap((grid) => grid.cells)) {
        const slice = page.source.slice(cell.sourceStart, cell.sourceEnd).replace(/<[^>]*>|&nbsp;|\s/g, '');
        expect(slice).toBe(cell.text.replace(/\s/g, ''));
      }
      expect(page.read.issues.filter((issue) => issue.severity !== 'info')).toEqual([]);
      const { truth } = JSON.parse(readFileSync(new URL(`${name}/sample.json`, samples), 'utf8'));
      const printed = grids[1]!.cells
        .filter((cell) => cell.column >= 3 && cell.row >= 3)
        .map((cell) => cell.text);
      const wanted = Object.values(
        truth.tables.applications as Record<string, Record<string, unknown>>,
      ).flatMap((row) => Object.values(row));
      expect(printed.filter((text) => /^\d+$/.test(text))).toEqual(
        wanted.filter((value) => typeof value === 'number').map(String),
      );
    });
  },
);
