import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Page, PrintedBlock, PrintedTable } from '../printed.js';
import type { Carrier } from './rendering.js';

const headingLevels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2] as const;

/** The width of a page's text, in twips. */
const TEXT_TWIPS = 9000;

/** The first row has no cells hanging into it, so it is as wide as the table. */
const columnCount = ({ rows }: PrintedTable): number =>
  (rows[0] ?? []).reduce((sum, { colSpan }) => sum + colSpan, 0);
const columnTwips = (table: PrintedTable): number => Math.floor(TEXT_TWIPS / columnCount(table));

/** @param measured cells say how wide they are, as Word writes it: LibreOffice forgets spans if no cell does */
const docxTable = (table: PrintedTable, measured: boolean): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(measured
      ? {
          columnWidths: Array<number>(columnCount(table)).fill(columnTwips(table)),
        }
      : {}),
    rows: table.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ text, colSpan, rowSpan }) =>
              new TableCell({
                columnSpan: colSpan,
                rowSpan,
                ...(measured ? { width: { size: colSpan * columnTwips(table), type: WidthType.DXA } } : {}),
                children: text.split('\n').map((line) => new Paragraph(line)),
              }),
          ),
        }),
    ),
  });

/** @param styled headings carry Word's heading styles; otherwise they are plain paragraphs in two runs */
const docxBlock = (block: PrintedBlock, styled: boolean, measured: boolean): (Paragraph | Table)[] => {
  if (block.kind === 'table') return [docxTable(block.table, measured), new Paragraph('')];
  if (block.kind === 'hidden') return [];
  const level = block.kind === 'title' ? 0 : block.kind === 'heading' ? block.level : null;
  if (styled && level !== null) return [new Paragraph({ text: block.text, heading: headingLevels[level] })];
  const middle = Math.floor(block.text.length / 2);
  const runs = [block.text.slice(0, middle), block.text.slice(middle)];
  return [new Paragraph({ children: runs.map((text) => new TextRun({ text, bold: level !== null })) })];
};

/** The same moment in every file: a document must not say when the generator ran. */
const coreProperties = `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>nianbao samples</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`;

/** DOS date of 1980-01-01, 00:00 in every local (PK\1\2 and PK\3\4) header, so that the same report gives the same bytes. */
const freezeZipDates = (zip: Uint8Array): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - 22;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at + 42, true);
    view.setUint32(at + 12, 0x00210000, true);
    view.setUint32(local + 10, 0x00210000, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
};

/** The same document gives the same bytes. */
export const packDocument = async (document: Document): Promise<Uint8Array> => {
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties }];
  return freezeZipDates(new Uint8Array(await Packer.toBuffer(document, undefined, overrides)));
};

export const docxBytes = async (page: Page, styled: boolean, measured = false): Promise<Uint8Array> => {
  const document = new Document({
    sections: [{ children: page.blocks.flatMap((block) => docxBlock(block, styled, measured)) }],
  });
  return packDocument(document);
};

const docxCarrier = (name: string, styled: boolean): Carrier => ({
  name,
  carrier: 'docx',
  render: async (page) => ({ bytes: await docxBytes(page, styled), suffix: '.docx' }),
});

export const docxCarriers = [docxCarrier('docx-plain', false), docxCarrier('docx-headings', true)];
