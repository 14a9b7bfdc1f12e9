import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { pictureOfTable, pictureRows } from '../../../scripts/office/picture-table.js';
import type { Block, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { openAids } from '../../../src/ocr/open-aids.js';
import { type DrawnMember, drawZip } from '../../../src/testing/draw-zip.js';
import { drawnPage } from '../../../src/testing/layout/drawn-page.js';
import { ofdFormat } from './index.js';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const rows = [
  ['Requests', '23', '145'],
  ['Answers', '7', '1286'],
  ['Open', '', '59'],
];
const cells = rows.flat();

/** A document of one page of A4 whose resources name the pictures: number of the resource -> its file. */
function ofdOf(objects: string, pictures: Record<string, Uint8Array>): DrawnMember[] {
  const media = Object.keys(pictures).map(
    (id) =>
      `<ofd:MultiMedia ID="${id}" Type="Image"><ofd:MediaFile>${id}.png</ofd:MediaFile></ofd:MultiMedia>`,
  );
  return [
    {
      name: 'OFD.xml',
      content: `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      content: `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P0.xml"/></ofd:Pages></ofd:Document>`,
    },
    {
      name: 'Doc_0/DocumentRes.xml',
      content: `<ofd:Res ${NS} BaseLoc="Res"><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`,
    },
    {
      name: 'Doc_0/P0.xml',
      content: `<ofd:Page ${NS}><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
    },
    ...Object.entries(pictures).map(([id, content]) => ({ name: `Doc_0/Res/${id}.png`, content })),
  ];
}

/** In millimetres. Without a matrix it fills its box. */
const image = (box: string, matrix = '', id = '7'): string =>
  `<ofd:ImageObject Boundary="${box}" ResourceID="${id}"${matrix === '' ? '' : ` CTM="${matrix}"`}/>`;
const text = (words: string, y: number): string =>
  `<ofd:TextObject Boundary="20 ${y} 170 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4">${words}</ofd:TextCode></ofd:TextObject>`;

async function read(
  members: DrawnMember[],
  aids: Parameters<typeof ofdFormat.read>[1] = openAids(),
): Promise<Result<ParsedDocument>> {
  const source = { uri: 'a.ofd', bytes: drawZip(members) };
  return ofdFormat.read({ source, sha256: '', formatId: 'ofd', mediaType: 'application/ofd' }, aids);
}

const say = (block: Block): string =>
  block.kind === 'paragraph' ? block.text : block.cells.map((cell) => cell.text).join(' ');
const codes = ({ issues }: Result<ParsedDocument>): string[] => issues.map(({ code }) => code);

function cellOf({ blocks }: ParsedDocument, words: string) {
  const found = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  return found.find((cell) => cell.text === words)!;
}

/** A table that is drawn at 150 dots an inch from 150 pixels on, 90 for a row: cell 145 in points of the page. */
const BOX_OF_145 = [800, 300, 1100, 390].map((pixels) => (pixels * 72) / 150);

function expectNear(box: readonly number[] | undefined, wanted: readonly number[]): void {
  expect(box).toHaveLength(4);
  for (const [index, edge] of wanted.entries()) expect(Math.abs(box![index]! - edge)).toBeLessThan(3);
}

describe('pictures in OFD', () => {
  it('that are a page are read as a page, with its places', async () => {
    const page = drawnPage(rows);
    for (const picture of [image('0 0 210 297'), image('0 0 210 297', '210 0 0 297 0 0')]) {
      const found = await read(ofdOf(picture, { 7: page }));
      const { value } = found;
      expect(value.format).toBe('ofd');
      expect(value.blocks.map(say)).toEqual(['Table of figures 2023', cells.join(' ')]);
      expect(codes(found)).toEqual(['ocr-pages']);
      const cell = cellOf(value, '145');
      expect(cell.page).toBe(1);
      expectNear(cell.bbox, BOX_OF_145);
      expect(value.recognition!(cell.start, cell.end)!.score).toBeGreaterThan(0.9);
    }
  });

  it('keep their places where they lie askew, or on their side', async () => {
    const leaning = await read(ofdOf(image('0 0 210 297'), { 7: drawnPage(rows, 1.2) }));
    expect(leaning.value.blocks.map(say)).toContain(cells.join(' '));
    const [x0, y0, x1, y1] = cellOf(leaning.value, '145').bbox!;
    // Turned by 1.2 degrees around the middle of the page, 842 points high.
    const lean = ((1.2 * Math.PI) / 180) * (421 - (y0 + y1) / 2);
    expect((x0 + x1) / 2).toBeGreaterThan(456);
    expect(Math.abs((x0 + x1) / 2 - 456 - lean)).toBeLessThan(5);

    // Scanned on its side, and turned back by its matrix: a quarter to the left.
    const turned = image('0 0 210 297', '0 -297 210 0 0 297');
    const found = await read(ofdOf(turned, { 7: drawnPage(rows, 0, 1) }));
    expect(found.value.blocks.map(say)).toEqual(['Table of figures 2023', cells.join(' ')]);
    expectNear(cellOf(found.value, '145').bbox, BOX_OF_145);
  });

  it('that are strips of a page are put together', async () => {
    const whole = await loadImage(Buffer.from(drawnPage(rows)));
    const strips: Record<string, Uint8Array> = {};
    let objects = '';
    for (const [index, [from, to]] of [
      [0, 500],
      [500, 1754],
    ].entries()) {
      const canvas = createCanvas(1240, to! - from!);
      canvas.getContext('2d').drawImage(whole, 0, -from!);
      strips[`${index}`] = new Uint8Array(canvas.toBuffer('image/png'));
      const mm = (pixels: number) => (pixels * 297) / 1754;
      objects += image(`0 ${mm(from!)} 210 ${mm(to! - from!)}`, '', `${index}`);
    }
    const found = await read(ofdOf(objects, strips));
    expect(found.value.blocks.map(say)).toEqual(['Table of figures 2023', cells.join(' ')]);
    expectNear(cellOf(found.value, '145').bbox, BOX_OF_145);
  });

  it('stand among the text of their page', async () => {
    const objects = text('The first words.', 20) + image('30 60 150 72.58') + text('And the last 7.', 160);
    const members = ofdOf(objects, { 7: await pictureOfTable(23) });
    const found = await read(members);
    const table = pictureRows(23).flat().join(' ');
    expect(found.value.blocks.map(say)).toEqual(['The first words.', table, 'And the last 7.']);
    expect(codes(found)).toEqual(['ocr-pages']);
    // 620 pixels are 150 mm; the cell begins at pixel 420 and ends at 600, from 20 to 100.
    const points = (mm: number) => (mm * 72) / 25.4;
    const places = [30 + 420 * 0.2419, 60 + 20 * 0.2419, 30 + 600 * 0.2419, 60 + 100 * 0.2419].map(points);
    expectNear(cellOf(found.value, '145').bbox, places);
    const last = found.value.blocks[2]!;
    expect(found.value.recognition?.(last.start, last.end)).toBeNull();

    const unread = await read(members, openAids({ ocr: 'never' }));
    expect(unread.value.text).toContain('The first words.');
    expect(unread.value.text).not.toContain('145');
    expect(codes(unread)).toEqual(['image-content']);
  });

  it('are read where they are low and wide, as a table of one line is', async () => {
    const canvas = createCanvas(620, 102);
    canvas.getContext('2d').drawImage(await loadImage(Buffer.from(await pictureOfTable(23))), 0, 0);
    const objects = text('The first words.', 20) + image(`30 60 150 ${(150 * 102) / 620}`);
    const low = ofdOf(objects, { 7: new Uint8Array(canvas.toBuffer('image/png')) });
    expect((await read(low)).value.blocks.map(say)).toEqual(['The first words.', 'Requests 23 145']);
  });

  it('show what their box shows of them, and nothing where they are hidden', async () => {
    // The matrix draws the page twice as high as its object: only the heading and the first rows are seen.
    const cut = await read(ofdOf(image('0 0 210 80', '210 0 0 297 0 0'), { 7: drawnPage(rows) }));
    expect(cut.value.text).toContain('1286');
    expect(cut.value.text).not.toContain('59');
    const hidden = image('0 0 210 297').replace('<ofd:ImageObject', '<ofd:ImageObject Visible="false"');
    expect((await read(ofdOf(hidden, { 7: drawnPage(rows) }))).value.blocks).toEqual([]);
  });

  it('that can not be read are told', async () => {
    const page = drawnPage(rows);
    const whole = ofdOf(image('0 0 210 297'), { 7: page });
    expect(codes(await read(whole, openAids({ ocr: 'never' })))).toEqual([
      'recogniser-missing',
      'pdf-no-text-layer',
    ]);
    const missing = () => Promise.reject(new UnreadableSourceError('ocr-not-installed', 'Not there.'));
    const aids = { ...openAids(), pictures: missing };
    // A scan that nobody can read is a failure, as a picture file is; text beside it is read.
    await expect(read(whole, aids)).rejects.toThrow('Not there.');
    const mixed = ofdOf(text('The first words.', 290) + image('0 0 210 280'), { 7: page });
    expect(codes(await read(mixed, aids))).toEqual([
      'ocr-not-installed',
      'recogniser-missing',
      'image-content',
    ]);
    await expect(read(whole, { ...aids, ocr: 'always' })).rejects.toThrow('Not there.');
    const none = ofdOf(image('0 0 210 297', '', '8'), { 7: page });
    const damaged = ofdOf(image('0 0 210 297'), { 7: page.subarray(0, 5000) });
    for (const members of [none, damaged]) {
      expect(codes(await read(members))).toEqual(['ocr-page-unreadable', 'pdf-no-text-layer']);
    }
  });
});
