import { Document, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../parsers/index.js';
import { identifySource } from '../../convert/identify-source.js';
import type { Block, ParsedDocument } from '../../model/parsed-document.js';
import type { Result } from '../../model/result.js';
import { drawZip } from '../../testing/draw-zip.js';
import { drawnPage } from '../../testing/layout/drawn-page.js';
import { openAids } from '../open-aids.js';

const { formats } = loadKnowledge();
const table = [
  ['Requests', '23', '145'],
  ['Answers', '7', '1286'],
  ['Open', '', '59'],
];
const more = [['Closed', '4', '31']];

async function read(bytes: Uint8Array, ocr: 'auto' | 'never' = 'auto'): Promise<Result<ParsedDocument>> {
  const { value: raw } = identifySource({ uri: 'x', bytes }, formats);
  return formats.find(({ id }) => id === raw.formatId)!.read(raw, openAids({ ocr }));
}

const say = (block: Block): string =>
  block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join(' ');
const cells = (rows: string[][]): string => rows.flat().join(' ');

const data = (rows: string[][]): string =>
  `data:image/png;base64,${Buffer.from(drawnPage(rows)).toString('base64')}`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (src: string): string =>
  `<html><head><meta charset="utf-8"></head><body><p>The first <b>words</b>.</p><p><img src="${src}"></p><p>And the last 7.</p></body></html>`;

const CONTENT = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="x">
<office:body><office:text><text:p>The first words.</text:p>
<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame></text:p>
<text:p>And the last 7.</text:p></office:text></office:body></office:document-content>`;

/** Every offset of a document says what it says. */
function expectPlaces({ text, blocks }: ParsedDocument): void {
  for (const block of blocks) {
    const pieces = block.kind === 'paragraph' ? [block] : block.cells;
    for (const piece of pieces) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
  }
}

const files: [name: string, make: () => Promise<Uint8Array> | Uint8Array][] = [
  ['HTML', () => utf8(page(data(table)))],
  [
    'MHTML',
    () =>
      utf8(
        [
          'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n',
          `--b\nContent-Type: text/html; charset=utf-8\nContent-Location: http://a.example/x/in.html\n\n${page('table.png')}\n`,
          '--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: http://a.example/x/table.png\n',
          `${data(table).split(',')[1]!.replace(/.{76}/gu, '$&\n')}\n--b--\n`,
        ].join('\n'),
      ),
  ],
  [
    'DOCX',
    async () => {
      const image = new ImageRun({
        type: 'png',
        data: drawnPage(table),
        transformation: { width: 400, height: 560 },
      });
      const paragraphs = ['The first words.', image, 'And the last 7.'].map(
        (child) => new Paragraph({ children: [typeof child === 'string' ? new TextRun(child) : child] }),
      );
      return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
    },
  ],
  [
    'ODT',
    () =>
      drawZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
        { name: 'content.xml', content: CONTENT },
        { name: 'Pictures/1.png', content: drawnPage(table) },
      ]),
  ],
];

describe('pictures in documents', () => {
  it.each(files)('are read where they stand: %s', async (_, make) => {
    const bytes = await make();
    const { value, issues } = await read(bytes);
    expect(value.blocks.map(say)).toEqual([
      'The first words.',
      'Table of figures 2023',
      cells(table),
      'And the last 7.',
    ]);
    expectPlaces(value);
    expect(issues.map(({ code }) => code)).toContain('ocr-pages');
    expect(issues.map(({ code }) => code)).not.toContain('image-content');
    const grid = value.blocks[2]!;
    const cell = grid.kind === 'grid' ? grid.cells.find(({ text }) => text === '145')! : null;
    expect(cell).toMatchObject({ page: 1, bbox: expect.arrayContaining([expect.any(Number)]) });
    expect(value.recognition!(cell!.start, cell!.end)!.score).toBeGreaterThan(0.9);
    const last = value.blocks[3]!;
    expect(value.recognition!(last.start, last.end)).toBeNull();
    expect((await read(bytes, 'never')).issues.map(({ code }) => code)).toContain('image-content');
  });

  it('keep the places of the page around them', async () => {
    const source = page(data(table));
    const { value } = await read(utf8(source));
    const last = value.blocks[3]!;
    expect(source.slice(last.sourceStart, last.sourceEnd)).toBe('And the last 7.');
    const place = value.locate!(last.end - 2, last.end - 1);
    expect(source.slice(place.sourceStart, place.sourceEnd)).toBe('7');
  });

  it('that follow each other hold one table', async () => {
    const images = `<img src="${data(table)}"><img src="${data(more)}">`;
    const { value } = await read(utf8(page('').replace('<img src="">', images)));
    const grids = value.blocks.filter((block) => block.kind === 'grid');
    expect(grids.map(say).join(' ')).toContain(cells(table));
    expect(grids.map(say).join(' ')).toContain(cells(more));
    expect(value.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : [])).at(-1)).toMatchObject({
      text: '31',
      page: 2,
    });
    expectPlaces(value);
  });

  it('that are none, or too small, are counted', async () => {
    const icon = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';
    const damaged = `data:image/png;base64,${Buffer.from(drawnPage(table).subarray(0, 6000)).toString('base64')}`;
    for (const src of [icon, damaged, 'picture.png', 'data:image/png,%zz']) {
      const { value, issues } = await read(utf8(page(src)));
      expect(value.blocks.map(say)).toEqual(['The first words.', 'And the last 7.']);
      expect(issues.filter(({ code }) => code === 'image-content')).toHaveLength(1);
    }
  });
});
