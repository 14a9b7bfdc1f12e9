import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { identifySource } from '../../../src/convert/identify-source.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { openAids } from '../../../src/ocr/open-aids.js';
import { drawTable } from '../../../src/testing/layout/drawn-picture.js';
import { pdfFormat } from './index.js';

/** A table of figures as a picture of 620 by 300 pixels. */
function tablePicture(): Uint8Array {
  const canvas = createCanvas(620, 300);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 620, 300);
  context.fillStyle = '#000';
  context.font = '28px "DejaVu Sans"';
  drawTable(context, [20, 240, 420, 600], [20, 100, 180, 260]);
  [
    ['Requests', '23', '145'],
    ['Answers', '7', '1286'],
    ['Open', '18', '59'],
  ].forEach((row, y) => {
    row.forEach((text, x) => {
      context.fillText(text, [40, 300, 480][x]!, 70 + 80 * y);
    });
  });
  return new Uint8Array(canvas.toBuffer('image/png'));
}

async function pdfOf({ text }: { text: boolean }): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const image = await document.embedPng(tablePicture());
  const page = document.addPage([595, 842]);
  page.drawImage(image, { x: 100, y: 400, width: 310, height: 150 });
  if (text) {
    const font = await document.embedFont(StandardFonts.Helvetica);
    page.drawText('Report of the year 2023 in 12 lines', { x: 100, y: 700, size: 12, font });
  }
  return document.save();
}

/** A page with a table of text; `hidden` is printed white on white. */
async function tableOf({ hidden = '' }: { hidden?: string }): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  for (const y of [600, 630, 660]) page.drawLine({ start: { x: 100, y }, end: { x: 400, y } });
  for (const x of [100, 250, 400]) page.drawLine({ start: { x, y: 600 }, end: { x, y: 660 } });
  ['23', '145', '7', '1286'].forEach((text, i) => {
    const color = text === hidden ? rgb(1, 1, 1) : rgb(0, 0, 0);
    page.drawText(text, { x: i % 2 === 0 ? 120 : 270, y: i < 2 ? 640 : 610, size: 12, font, color });
  });
  return document.save();
}

const read = async (bytes: Uint8Array, aids?: Parameters<typeof pdfFormat.read>[1]) =>
  pdfFormat.read(identifySource({ uri: 'a.pdf', bytes }, [pdfFormat]).value, aids);
const codes = (issues: { code: string }[]) => issues.map(({ code }) => code);

describe('recognised pages of PDF', () => {
  it('reads a page that is a picture', async () => {
    const { value, issues } = await read(await pdfOf({ text: false }), openAids());
    expect(value.format).toBe('pdf-scan');
    const grid = value.blocks.find((block) => block.kind === 'grid');
    expect(grid?.cells.map(({ text }) => text)).toEqual([
      'Requests',
      '23',
      '145',
      'Answers',
      '7',
      '1286',
      'Open',
      '18',
      '59',
    ]);
    expect(codes(issues)).toEqual(['ocr-pages']);
    const [x0, y0, x1, y1] = grid!.bbox!;
    expect(x0).toBeGreaterThan(100);
    expect(x1).toBeLessThan(412);
    expect(y0).toBeGreaterThan(842 - 552);
    expect(y1).toBeLessThan(842 - 398);
  });

  it('reads a picture on a page of text, and takes the text as it stands', async () => {
    const { value } = await read(await pdfOf({ text: true }), openAids());
    expect(value.format).toBe('pdf');
    expect(value.text).toContain('Report of the year 2023 in 12 lines');
    const cell = value.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []))[5];
    expect(cell?.text).toBe('1286');
    expect(value.recognition?.(cell!.start, cell!.end)).not.toBeNull();
    expect(value.recognition?.(0, 6)).toBeNull();
  });

  it('reads no picture where none may be read, or none can', async () => {
    const bytes = await pdfOf({ text: false });
    const unread = ['recogniser-missing', 'pdf-no-text-layer'];
    expect(codes((await read(bytes)).issues)).toEqual(unread);
    expect(codes((await read(bytes, openAids({ ocr: 'never' }))).issues)).toEqual(unread);
    const missing = () => Promise.reject(new UnreadableSourceError('ocr-not-installed', 'Not there.'));
    // A scan that nobody can read is a failure, as a picture file is; pages of text beside it are read.
    await expect(read(bytes, { ...openAids(), pictures: missing })).rejects.toThrow('Not there.');
    const { issues } = await read(await pdfOf({ text: true }), { ...openAids(), pictures: missing });
    expect(codes(issues)).toEqual(['ocr-not-installed', 'recogniser-missing']);
    await expect(read(bytes, { ...openAids({ ocr: 'always' }), pictures: missing })).rejects.toThrow(
      'Not there.',
    );
  });

  it('compares text with what the pages show where it is asked to', async () => {
    const { value, issues } = await read(await tableOf({}), openAids({ ocr: 'always' }));
    expect(value).toMatchObject({ format: 'pdf', isPrintChecked: true });
    expect(codes(issues)).toEqual(['print-compared']);
    expect(issues[0]!.message).toContain('4 agree, 0 differ, 0 are not clear');
    expect((await read(await tableOf({}), openAids())).value.isPrintChecked).toBe(false);
  });

  it('leaves out a number that has the colour of its ground, and marks its cell', async () => {
    const { value, issues } = await read(await tableOf({ hidden: '1286' }));
    expect(value.text).not.toContain('1286');
    const cell = value.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : [])).at(-1)!;
    expect(value.marks).toEqual([{ kind: 'hidden', start: cell.start, end: cell.start }]);
    expect(codes(issues)).toEqual(['pdf-hidden-text']);
  });

  it('reads the scan, and not the text that was once recognised in it', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 288]);
    const font = await document.embedFont(StandardFonts.Helvetica);
    page.drawText('Requests 28 147 Answers 1 1280', { x: 40, y: 200, size: 12, font });
    page.drawImage(await document.embedPng(tablePicture()), { x: 0, y: 0, width: 595, height: 288 });
    const { value } = await read(await document.save(), openAids({ ocr: 'always' }));
    expect(value.format).toBe('pdf-scan');
    expect(value.text).toContain('1286');
    expect(value.text).not.toContain('1280');
  });

  it('reads as many pages as it may', async () => {
    const document = await PDFDocument.create();
    for (let i = 0; i < 3; i++) document.addPage([200, 200]);
    const { issues } = await read(await document.save(), openAids({ pagesMax: 2 }));
    expect(issues[0]).toMatchObject({ code: 'page-limit', severity: 'error' });
  });
});
