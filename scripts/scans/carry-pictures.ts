import { Document, ImageRun, Paragraph } from 'docx';
import { drawZip } from '../../src/testing/draw-zip.js';
import { drawWorkbook } from '../office/draw-workbook.js';
import { packDocument } from '../synthesise/render/docx.js';

/** A picture, in pixels. */
export interface ShownPicture {
  kind: 'picture';
  jpeg: Uint8Array;
  width: number;
  height: number;
}

/** What a document of running text shows, in its order. */
export type Shown = { kind: 'text'; text: string } | ShownPicture;

const isPicture = (block: Shown): block is ShownPicture => block.kind === 'picture';

/** Width of a page's text in a Word document, in pixels of 1/96 inch. */
const TEXT_PIXELS = 600;

/** Text and pictures, one behind the other, as a Word document. */
export async function carriedDocx(shown: readonly Shown[]): Promise<Uint8Array> {
  const children = shown.map((block) => {
    if (block.kind === 'text') return new Paragraph(block.text);
    const height = Math.round((TEXT_PIXELS * block.height) / block.width);
    const transformation = { width: TEXT_PIXELS, height };
    return new Paragraph({ children: [new ImageRun({ type: 'jpg', data: block.jpeg, transformation })] });
  });
  return packDocument(new Document({ sections: [{ children }] }));
}

const ROWS_BESIDE_PICTURE = 30;

/** ... as a workbook of one sheet. */
export function carriedWorkbook(shown: readonly Shown[]): Uint8Array {
  const rows: Record<number, string[]> = {};
  const pictures: [number, number][] = [];
  let row = 0;
  for (const block of shown) {
    if (block.kind === 'text') rows[++row] = [block.text];
    else {
      pictures.push([pictures.length, row]);
      row += ROWS_BESIDE_PICTURE;
    }
  }
  const media = shown.filter(isPicture).map(({ jpeg }) => jpeg);
  return drawWorkbook([{ rows, pictures }], media, 'jpeg');
}

/** Millimetres of A4. */
const SHEET = { width: 210, height: 297, margin: 20, text: 4 };
const LINE = 1.6 * SHEET.text;
const LINE_CHARACTERS = Math.floor((SHEET.width - 2 * SHEET.margin) / SHEET.text);
const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** What is on the pages of an OFD file. */
interface OfdObjects {
  pages: string[];
  jpegs: Uint8Array[];
}

/** Lines of text and pictures from top to bottom; a picture that has no room goes on the next page. */
function layPages(shown: readonly Shown[]): OfdObjects {
  const laid: OfdObjects = { pages: [''], jpegs: [] };
  const across = SHEET.width - 2 * SHEET.margin;
  let y = SHEET.margin;
  const room = (height: number) => {
    if (y + height <= SHEET.height - SHEET.margin) return;
    laid.pages.push('');
    y = SHEET.margin;
  };
  const add = (object: string, height: number) => {
    laid.pages.push(laid.pages.pop()! + object);
    y += height;
  };
  for (const block of shown) {
    if (block.kind === 'picture') {
      const height = Math.min((across * block.height) / block.width, SHEET.height - 2 * SHEET.margin);
      const width = (height * block.width) / block.height;
      room(height);
      const id = 100 + laid.jpegs.push(block.jpeg);
      const box = `${SHEET.margin} ${y} ${width} ${height}`;
      add(
        `<ofd:ImageObject ID="${1000 + id}" Boundary="${box}" CTM="${width} 0 0 ${height} 0 0" ResourceID="${id}"/>`,
        height + LINE,
      );
      continue;
    }
    const characters = [...block.text];
    for (let at = 0; at < characters.length; at += LINE_CHARACTERS) {
      room(LINE);
      const line = escaped(characters.slice(at, at + LINE_CHARACTERS).join(''));
      add(
        `<ofd:TextObject ID="2" Boundary="${SHEET.margin} ${y} ${across} ${SHEET.text}" Font="1" Size="${SHEET.text}"><ofd:TextCode X="0" Y="${0.88 * SHEET.text}">${line}</ofd:TextCode></ofd:TextObject>`,
        LINE,
      );
    }
  }
  return laid;
}

/** ... as an OFD file of pages of A4. */
export function carriedOfd(shown: readonly Shown[]): Uint8Array {
  return packOfd(layPages(shown), [SHEET.width, SHEET.height]);
}

/** An OFD file whose pages are pictures. @param dpi of the pictures, which are all of one size */
export function scannedOfd(pictures: readonly ShownPicture[], dpi: number): Uint8Array {
  const mm = (pixels: number): number => (pixels * 25.4) / dpi;
  const pages = pictures.map(
    ({ width, height }, index) =>
      `<ofd:ImageObject ID="${1001 + index}" Boundary="0 0 ${mm(width)} ${mm(height)}" CTM="${mm(width)} 0 0 ${mm(height)} 0 0" ResourceID="${101 + index}"/>`,
  );
  const [first] = pictures;
  return packOfd({ pages, jpegs: pictures.map(({ jpeg }) => jpeg) }, [mm(first!.width), mm(first!.height)]);
}

function packOfd({ pages, jpegs }: OfdObjects, [width, height]: [number, number]): Uint8Array {
  const media = jpegs.map(
    (_, index) =>
      `<ofd:MultiMedia ID="${101 + index}" Type="Image" Format="JPEG"><ofd:MediaFile>${index}.jpg</ofd:MediaFile></ofd:MultiMedia>`,
  );
  const listed = pages.map(
    (_, index) => `<ofd:Page ID="${10 + index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`,
  );
  return new Uint8Array(
    drawZip([
      {
        name: 'OFD.xml',
        content: `<ofd:OFD ${NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      },
      {
        name: 'Doc_0/Document.xml',
        content: `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${width} ${height}</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${listed.join('')}</ofd:Pages></ofd:Document>`,
      },
      {
        name: 'Doc_0/DocumentRes.xml',
        content: `<ofd:Res ${NS} BaseLoc="Res"><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`,
      },
      ...pages.map((objects, index) => ({
        name: `Doc_0/Pages/Page_${index}/Content.xml`,
        content: `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="${2000 + index}">${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
      })),
      ...jpegs.map((content, index) => ({ name: `Doc_0/Res/${index}.jpg`, content })),
    ]),
  );
}
