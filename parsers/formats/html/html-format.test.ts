import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/model/parsed-document.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { htmlFormat } from './index.js';

const CORPUS = new URL('../../../../shared/corpus/02-shuyang-fgj-2023.html', import.meta.url);
const TRUTH = new URL('../../../../shared/corpus/02-shuyang-fgj-2023.truth.json', import.meta.url);

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

describe.skipIf(!existsSync(CORPUS))('a real page', () => {
  it('gives the tables of the report with every value at its place', async () => {
    const page = (await readBytes(readFileSync(CORPUS)))!;
    const grids = page.read.value.blocks.filter((block): block is Grid => block.kind === 'grid');
    expect(grids.map((grid) => [grid.rowCount, grid.columnCount])).toEqual([
      [6, 4],
      [14, 4],
      [28, 10],
      [4, 15],
    ]);
    for (const cell of grids.flatMap((grid) => grid.cells)) {
      const slice = page.source.slice(cell.sourceStart, cell.sourceEnd).replace(/<[^>]*>|&nbsp;|\s/g, '');
      expect(slice).toBe(cell.text.replace(/\s/g, ''));
    }
    expect(page.read.issues.filter((issue) => issue.severity !== 'info')).toEqual([]);
  });

  it('gives the figures of the applications table where the truth has them', async () => {
    const page = (await readBytes(readFileSync(CORPUS)))!;
    const grid = page.read.value.blocks.filter((block): block is Grid => block.kind === 'grid')[2]!;
    const printed = grid.cells.filter((cell) => cell.column >= 3 && cell.row >= 3).map((cell) => cell.text);
    const { tables } = JSON.parse(readFileSync(TRUTH, 'utf8'));
    const wanted = Object.values(tables.applications as Record<string, Record<string, unknown>>).flatMap(
      (row) => Object.values(row),
    );
    expect(printed.filter((text) => /^\d+$/.test(text))).toEqual(
      wanted.filter((value) => typeof value === 'number').map(String),
    );
  });
});
