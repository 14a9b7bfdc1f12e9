import {
  PDFDocument,
  type PDFFont,
  PDFName,
  type PDFPage,
  PDFString,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { pdfFormat } from './index.js';

type Add = (document: PDFDocument, page: PDFPage, font: PDFFont) => void;

/** A table of two rows and two columns; `figure` is printed in its last cell, and `add` paints something there. */
async function lastCell(figure: string, add: Add) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([400, 200]);
  for (const y of [100, 124, 148]) page.drawLine({ start: { x: 50, y }, end: { x: 250, y }, thickness: 0.5 });
  for (const x of [50, 150, 250]) page.drawLine({ start: { x, y: 100 }, end: { x, y: 148 }, thickness: 0.5 });
  page.drawText('aa', { x: 60, y: 132, size: 10, font });
  page.drawText('77', { x: 180, y: 132, size: 10, font });
  page.drawText('bb', { x: 60, y: 108, size: 10, font });
  if (figure !== '') page.drawText(figure, { x: 180, y: 108, size: 10, font });
  add(document, page, font);
  const source = { uri: 'test', bytes: await document.save() };
  const { value } = await pdfFormat.read({ source, sha256: '', mediaType: '', formatId: 'pdf' });
  const cell = value.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : [])).at(-1)!;
  return [cell.text, (value.marks ?? []).map(({ kind }) => kind)];
}

const BOX = [178, 105, 204, 117] as const;
const annotation =
  (subtype: string, more: Record<string, unknown>): Add =>
  (document, page) => {
    const entries = { Type: 'Annot', Subtype: subtype, Rect: [...BOX], F: 4, ...more };
    page.node.addAnnot(document.context.register(document.context.obj(entries as never)));
  };
const quad = [BOX[0], BOX[3], BOX[2], BOX[3], BOX[0], BOX[1], BOX[2], BOX[1]];

describe('cells under annotations', () => {
  it.each<[string, Add, string, string[]]>([
    ['a strike-out', annotation('StrikeOut', { QuadPoints: quad, C: [1, 0, 0] }), '4562', ['struck-out']],
    ['a line', annotation('Line', { L: [178, 111, 203, 111], C: [1, 0, 0] }), '4562', ['struck-out']],
    ['a highlight', annotation('Highlight', { QuadPoints: quad, C: [1, 1, 0] }), '4562', []],
    ['an underline', annotation('Underline', { QuadPoints: quad, C: [1, 0, 0] }), '4562', []],
    ['a white square', annotation('Square', { IC: [1, 1, 1], C: [1, 1, 1] }), '', ['covered']],
    [
      'a text that only a viewer lays out',
      annotation('FreeText', { Contents: '4526' }),
      '4562',
      ['not-read'],
    ],
    ['a hidden text', annotation('FreeText', { Contents: '4526', F: 2 }), '4562', []],
  ])('%s', async (_, add, text, marks) => {
    expect(await lastCell('4562', add)).toEqual([text, marks]);
  });

  it('reads the value of a field, and none that is hidden', async () => {
    const shown: Add = (document, page) => {
      const field = document.getForm().createTextField('a');
      field.setText('318');
      field.addToPage(page, { x: 175, y: 104, width: 60, height: 15 });
    };
    const hidden: Add = (document, page) => {
      const { context } = document;
      const entries = { Type: 'Annot', Subtype: 'Widget', FT: 'Tx', Rect: [...BOX], F: 2 };
      const widget = context.obj({ ...entries, T: PDFString.of('a'), V: PDFString.of('318') } as never);
      const reference = context.register(widget);
      page.node.addAnnot(reference);
      document.getForm().acroForm.dict.set(PDFName.of('Fields'), context.obj([reference]));
    };
    expect(await lastCell('', shown)).toEqual(['318', []]);
    expect(await lastCell('', hidden)).toEqual(['', []]);
  });

  it('leaves out what is printed invisibly', async () => {
    const invisible: Add = (_, page, font) => {
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
      page.drawText('99', { x: 180, y: 108, size: 10, font });
    };
    expect(await lastCell('', invisible)).toEqual(['', ['hidden']]);
  });
});
