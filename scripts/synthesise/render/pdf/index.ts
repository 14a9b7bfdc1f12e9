import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import type { Page } from '../../printed.js';
import type { Carrier } from '../rendering.js';
import { type PdfOptions, paginate } from './paginate.js';
import { sheetSize } from './sheet.js';
import { writeOperators } from './write-operators.js';

/**
 * A Chinese font that is not in the file: the name of a standard font and a predefined encoding.
 * The text layer is complete, nothing has to be shipped, and readers must bring their character maps,
 * which is what many official PDFs ask of them too.
 */
const registerFont = (document: PDFDocument) => {
  const { context } = document;
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'STSong-Light',
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'STSong-Light',
      CIDSystemInfo: context.obj({
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of('GB1'),
        Supplement: 2,
      }),
      FontDescriptor: descriptor,
      DW: 1000,
      // CIDs 1 to 95 are printable ASCII.
      W: [1, 95, 500],
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'STSong-Light-UniGB-UCS2-H',
      Encoding: 'UniGB-UCS2-H',
      DescendantFonts: [descendant],
    }),
  );
};

export const pdfBytes = async (page: Page, options: PdfOptions): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = registerFont(document);
  for (const marks of paginate(page, options)) {
    const sheet = document.addPage([sheetSize.width, sheetSize.height]);
    sheet.node.set(PDFName.of('Resources'), document.context.obj({ Font: { F1: font } }));
    const content = document.context.flateStream(marks.map(writeOperators).join('\n'));
    sheet.node.set(PDFName.of('Contents'), document.context.register(content));
  }
  return document.save();
};

export const plainPdf: PdfOptions = {
  repeatHeads: false,
  splitRows: false,
  footer: (page) => `— ${page} —`,
  tableSize: 10,
};

const pdfCarrier = (name: string, options: Partial<PdfOptions>): Carrier => ({
  name,
  carrier: 'pdf',
  render: async (page) => ({ bytes: await pdfBytes(page, { ...plainPdf, ...options }), suffix: '.pdf' }),
});

export const pdfCarriers = [
  pdfCarrier('pdf-plain', {}),
  pdfCarrier('pdf-repeated-heads', { repeatHeads: true, footer: (page) => String(page) }),
  pdfCarrier('pdf-split-rows', { splitRows: true, footer: (page, pages) => `第 ${page} 页 共 ${pages} 页` }),
  pdfCarrier('pdf-small', { tableSize: 8, footer: () => '' }),
];
