import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { degrees, PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Grid, ParsedDocument } from '../../../src/model/parsed-document.js';
import type { Result } from '../../../src/model/result.js';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { handWrittenPdf } from '../../../src/testing/layout/hand-written-pdf.js';
import { pdfFormat } from './index.js';

const sourceOf = (bytes: Uint8Array) => ({ uri: 'test', bytes });

function read(bytes: Uint8Array): Promise<Result<ParsedDocument>> {
  return pdfFormat.read({
    source: sourceOf(bytes),
    sha256: '',
    mediaType: 'application/pdf',
    formatId: 'pdf',
  });
}

const fixture = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))));

const gridsOf = (document: ParsedDocument): Grid[] =>
  document.blocks.filter((block) => block.kind === 'grid');

const rowsOf = (grid: Grid): string[][] =>
  Array.from({ length: grid.rowCount }, (_, row) =>
    grid.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
  );

/** Makes a PDF of one page with pdf-lib and Helvetica. */
async function drawPage(
  draw: (page: PDFPage) => void,
  size: [number, number] = [300, 200],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage(size);
  page.setFont(font);
  page.setFontSize(10);
  draw(page);
  return document.save();
}

/** Two rows of three cells, 100 x 20 each, drawn from the lower left at (x, y). */
function drawTable(page: PDFPage, x: number, y: number): void {
  for (const step of [0, 20, 40])
    page.drawLine({ start: { x, y: y + step }, end: { x: x + 240, y: y + step }, thickness: 0.5 });
  for (const step of [0, 80, 160, 240])
    page.drawLine({ start: { x: x + step, y }, end: { x: x + step, y: y + 40 }, thickness: 0.5 });
}

describe('sniff', () => {
  it('looks for the header in the first 1024 bytes', () => {
    const text = (value: string) => pdfFormat.sniff(sourceOf(Buffer.from(value)));
    expect(text('%PDF-1.7\n')?.value.mediaType).toBe('application/pdf');
    expect(text(`${' '.repeat(1000)}%PDF-1.4`)).not.toBeNull();
    expect(text(`${' '.repeat(1024)}%PDF-1.4`)).toBeNull();
    expect(text('<html>PDF</html>')).toBeNull();
    expect(text('')).toBeNull();
  });
});

describe.each(['cut-table.chromium.pdf', 'cut-table.libreoffice.pdf'])('%s', (name) => {
  it('reads the table over both pages', async () => {
    const { value, issues } = await read(fixture(name));
    expect(issues).toEqual([]);
    expect(gridsOf(value)).toHaveLength(1);
    expect(rowsOf(gridsOf(value)[0]!)).toEqual([
      ['', '申请人', '总计'],
      ['自然人', '其他'],
      ['一、申请', '3001', '53', '3054'],
      ['三、公开', '（一）公开', '1288', '0', '1288'],
      ['（三）不予公开', '1.其他', '30', '1', '31'],
      ['2.其他', '', '7', '7'],
      ['3.其他', '746', '12', '758'],
      ['4.其他', '5', '0', '5'],
      ['（七）总计', '2069', '20', '2089'],
    ]);
    const label = gridsOf(value)[0]!.cells.find((cell) => cell.text === '三、公开');
    expect(label).toMatchObject({ row: 3, column: 0, rowSpan: 6, colSpan: 1, page: 1 });
  });

  it('joins the wrapped lines of a paragraph and keeps its offsets', async () => {
    const { value } = await read(fixture(name));
    const [first] = value.blocks;
    expect(first).toMatchObject({
      kind: 'paragraph',
      text: '一、公开申请表共12085件，其他不予公开。公开申请表共3119件，其他不予公开。',
      page: 1,
    });
    for (const block of value.blocks) {
      if (block.kind === 'paragraph') expect(value.text.slice(block.start, block.end)).toBe(block.text);
      else for (const cell of block.cells) expect(value.text.slice(cell.start, cell.end)).toBe(cell.text);
    }
  });

  it('places every text inside the box of its cell', async () => {
    const { value } = await read(fixture(name));
    for (const cell of gridsOf(value)[0]!.cells.filter((cell) => cell.text !== '')) {
      const place = value.locate!(cell.start, cell.end);
      expect(place.page).toBe(cell.page);
      const [x0, y0, x1, y1] = cell.bbox!;
      const [left, top, right, bottom] = place.bbox!;
      expect((left + right) / 2).toBeGreaterThan(x0);
      expect((left + right) / 2).toBeLessThan(x1);
      expect((top + bottom) / 2).toBeGreaterThan(y0);
      expect((top + bottom) / 2).toBeLessThan(y1);
    }
  });

  it('gives the same result twice', async () => {
    const [a, b] = [await read(fixture(name)), await read(fixture(name))];
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });
});

describe('drawn pages', () => {
  it('cuts a string that runs over cell borders by its glyphs', async () => {
    const bytes = await drawPage((page) => {
      drawTable(page, 20, 100);
      page.drawText('a', { x: 50, y: 127 });
      page.drawText('12                           0                           345', { x: 30, y: 107 });
    });
    const { value, issues } = await read(bytes);
    expect(rowsOf(gridsOf(value)[0]!)).toEqual([
      ['a', '', ''],
      ['12', '0', '345'],
    ]);
    expect(gridsOf(value)[0]!.cells[3]!.bbox).toEqual([20, 80, 100, 100]);
    expect(issues).toEqual([]);
  });

  it('reads a number once where bold was made by printing it twice', async () => {
    const bytes = await drawPage((page) => {
      page.drawText('11', { x: 50, y: 127 });
      page.drawText('11', { x: 50.3, y: 127 });
    });
    expect((await read(bytes)).value.text).toBe('11\n');
  });

  it('reads a turned page as displayed, and a page whose text lies on its side', async () => {
    const turned = await drawPage((page) => {
      page.setRotation(degrees(90));
      page.drawText('12 34', { x: 100, y: 50, rotate: degrees(90) });
    });
    const place = (await read(turned)).value.blocks[0];
    expect(place).toMatchObject({ text: '12 34', page: 1 });
    const [x0, y0, x1, y1] = place!.bbox!;
    expect(x1 - x0).toBeGreaterThan(y1 - y0);
    expect([x0, y1].map(Math.round)).toEqual([50, 101]);

    const sideways = await drawPage((page) => page.drawText('12 34', { x: 100, y: 50, rotate: degrees(90) }));
    const side = (await read(sideways)).value.blocks[0];
    expect(side).toMatchObject({ text: '12 34' });
    expect(side!.bbox![3] - side!.bbox![1]).toBeGreaterThan(side!.bbox![2] - side!.bbox![0]);
    expect(Math.round(side!.bbox![3])).toBe(150);
  });

  it('leaves out a watermark and says so', async () => {
    const bytes = await drawPage((page) => {
      page.drawText('12 34 56', { x: 50, y: 100 });
      page.drawText('COPY', { x: 50, y: 50, rotate: degrees(45) });
    });
    const { value, issues } = await read(bytes);
    expect(value.text).toBe('12 34 56\n');
    expect(issues.map((issue) => issue.code)).toEqual(['pdf-rotated-text']);
  });

  it('leaves out text off the page and says so', async () => {
    const bytes = await drawPage((page) => {
      page.drawText('12', { x: 50, y: 100 });
      page.drawText('99', { x: 400, y: 100 });
    });
    const { value, issues } = await read(bytes);
    expect(value.text).toBe('12\n');
    expect(issues.map((issue) => issue.code)).toEqual(['pdf-hidden-text']);
  });

  it('finds a table without rulings, and none in prose', async () => {
    const rows = [
      ['item', 'made', 'kept'],
      ['rules', '1', '11'],
      ['papers', '8', '66'],
    ];
    const bytes = await drawPage((page) => {
      rows.forEach((row, r) => {
        row.forEach((text, c) => {
          page.drawText(text, { x: 30 + 90 * c, y: 150 - 16 * r });
        });
      });
    });
    expect(rowsOf(gridsOf((await read(bytes)).value)[0]!)).toEqual(rows);
    const prose = await drawPage((page) => {
      ['one two three', 'four five six', 'seven eight nine'].forEach((text, r) => {
        page.drawText(text, { x: 30, y: 150 - 16 * r });
      });
    });
    expect(gridsOf((await read(prose)).value)).toEqual([]);
  });

  it('reads metadata', async () => {
    const document = await PDFDocument.create();
    document.setTitle('年度报告');
    document.addPage();
    const { value } = await read(await document.save());
    expect(value.metadata).toContainEqual({ name: 'Title', value: '年度报告' });
  });
});

describe('fonts', () => {
  it('reads Chinese in a font that is not embedded', async () => {
    const bytes = handWrittenPdf({ encoding: 'UniGB-UCS2-H', hex: '7b2c4e8c53415929' });
    const { value, issues } = await read(bytes);
    expect(value.text).toBe('第二十天\n');
    expect(issues).toEqual([]);
  });

  it('does not take glyph numbers for text', async () => {
    const bytes = handWrittenPdf({ encoding: 'Identity-H', hex: '00110012001300140015' });
    const { value, issues } = await read(bytes);
    expect(value.blocks).toEqual([]);
    expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([['pdf-unmapped-text', 'error']]);
  });
});

describe('fonts that map their characters to wrong ones', () => {
  const sentence =
    '我单位收到和处理政府信息公开申请共计四十二件，其中予以公开的三十件，无法提供的十二件，均已按期办结并书面答复申请人。';
  const hex = (shift: number): string =>
    [...sentence]
      .map((character) => (character.charCodeAt(0) + shift).toString(16).padStart(4, '0'))
      .join('');

  it('are told by what no text is made of, and nothing of the page is believed', async () => {
    const { value, issues } = await read(
      handWrittenPdf({ encoding: 'UniGB-UCS2-H', hex: hex(0x137), size: 4 }),
    );
    expect(value.text).toBe('');
    expect(issues.map(({ code }) => code)).toContain('pdf-garbled-text');
  });

  it('are not seen where the text is one', async () => {
    const { value, issues } = await read(handWrittenPdf({ encoding: 'UniGB-UCS2-H', hex: hex(0), size: 4 }));
    expect(value.text).toContain('政府信息公开申请');
    expect(issues.map(({ code }) => code)).not.toContain('pdf-garbled-text');
  });
});

describe('documents without text', () => {
  it('names the pages and returns no blocks', async () => {
    const bytes = await drawPage((page) => page.drawEllipse({ x: 100, y: 100, xScale: 50, yScale: 50 }));
    const { value, issues } = await read(bytes);
    expect(value.blocks).toEqual([]);
    const [nobody, textless] = issues;
    expect([nobody!.code, textless!.code]).toEqual(['recogniser-missing', 'pdf-no-text-layer']);
    expect(textless!.message).toContain('page 1');
  });
});

describe('unreadable bytes', () => {
  const codeOf = async (bytes: Uint8Array) =>
    read(bytes).then(
      () => 'read',
      (error) => (error instanceof UnreadableSourceError ? error.code : `threw ${error}`),
    );

  it('names damage and encryption', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7\nnothing'))).toBe('pdf-damaged');
    expect(await codeOf(new Uint8Array())).toBe('pdf-damaged');
    expect(await codeOf(handWrittenPdf({ encoding: 'UniGB-UCS2-H', hex: '7b2c', isEncrypted: true }))).toBe(
      'pdf-encrypted',
    );
  });

  it('throws nothing else, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (tail) => {
        expect(['read', 'pdf-damaged', 'pdf-encrypted']).toContain(
          await codeOf(Buffer.concat([Buffer.from('%PDF-1.7\n'), tail])),
        );
      }),
      { numRuns: 40, seed: 1 },
    );
    const whole = fixture('cut-table.libreoffice.pdf');
    const mutation = fc.record({
      length: fc.integer({ min: 0, max: whole.length }),
      at: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ length, at }) => {
        const bytes = whole.slice();
        for (const [index, value] of at) bytes[index] = value;
        expect(['read', 'pdf-damaged', 'pdf-encrypted']).toContain(
          await codeOf(length % 2 === 0 ? bytes : bytes.subarray(0, length)),
        );
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});

describe.each([
  ['2022-weiqiao-pdf-libreoffice', 1],
  ['2024-wanglan-pdf-chromium', 3],
])('the report of %s', (name, rowSpan) => {
  it('has every number of the truth in its row', async () => {
    const sample = (file: string) =>
      readFileSync(new URL(`../../../samples/${name}/${file}`, import.meta.url));
    const { value, issues } = await read(new Uint8Array(sample('source.pdf')));
    const { truth } = JSON.parse(sample('sample.json').toString('utf8'));
    // A table that a page cuts comes in two.
    const [, applications, ...review] = gridsOf(value);
    const numbers = (row: string[]) => row.filter((text) => /^\d+$/.test(text)).map(Number);
    const rows = rowsOf(applications!)
      .map(numbers)
      .filter((row) => row.length > 0);
    expect(rows).toEqual(Object.values(truth.tables.applications).map((row) => Object.values(row as object)));
    expect(applications!.cells.find((cell) => cell.text === '（四）无法提供')).toMatchObject({ rowSpan });
    expect(review.flatMap(rowsOf).flatMap(numbers)).toEqual(
      Object.values(truth.tables.review).flatMap((row) => Object.values(row as object)),
    );
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
