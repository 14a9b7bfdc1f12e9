import { Document, ImageRun, Paragraph } from 'docx';
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  PDFDocument,
  PDFName,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';
import type { Page } from '../synthesise/printed.js';
import { packDocument } from '../synthesise/render/docx.js';
import { escapeHtml } from '../synthesise/render/html.js';
import { bitsOf, jpegOf } from './encode-picture.js';
import type { Pixels } from './spoil-page.js';

const POINTS_PER_INCH = 72;
/** Width of a page's text in a Word document, in pixels of 1/96 inch. */
const TEXT_PIXELS = 600;

export interface PdfOptions {
  dpi: number;
  isGrey: boolean;
  isBilevel: boolean;
  /** Whether the pictures lie on their side, and the file says so. */
  isTurned: boolean;
}

/** Clockwise by a quarter. */
const turned = ({ data, width, height }: Pixels): Pixels => {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [from, to] = [3 * (y * width + x), 3 * (x * height + height - 1 - y)];
      out[to] = data[from]!;
      out[to + 1] = data[from + 1]!;
      out[to + 2] = data[from + 2]!;
    }
  return { data: out, width: height, height: width };
};

const drawBits = async (page: PDFPage, pixels: Pixels): Promise<void> => {
  const stream = page.doc.context.flateStream(await bitsOf(pixels), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: pixels.width,
    Height: pixels.height,
    BitsPerComponent: 1,
    ColorSpace: 'DeviceGray',
  });
  const name = PDFName.of('Scan');
  page.node.setXObject(name, page.doc.context.register(stream));
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(page.getWidth(), 0, 0, page.getHeight(), 0, 0),
    drawObject(name),
    popGraphicsState(),
  );
};

/** A PDF as a scanner makes it: one picture a page, and no text. */
export async function scannedPdf(pages: readonly Pixels[], options: PdfOptions): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const upright of pages) {
    const pixels = options.isTurned ? turned(upright) : upright;
    const points = POINTS_PER_INCH / options.dpi;
    const page = pdf.addPage([pixels.width * points, pixels.height * points]);
    if (options.isBilevel) await drawBits(page, pixels);
    else {
      const picture = await pdf.embedJpg(await jpegOf(pixels, { isGrey: options.isGrey, dpi: null }));
      page.drawImage(picture, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
    }
    // Shown turned clockwise by this: three quarters bring it back.
    if (options.isTurned) page.setRotation(degrees(270));
  }
  return pdf.save();
}

/** A Word document whose pages are pictures. */
export async function scannedDocx(pages: readonly Pixels[], isGrey: boolean): Promise<Uint8Array> {
  const children: Paragraph[] = [];
  for (const pixels of pages) {
    const transformation = {
      width: TEXT_PIXELS,
      height: Math.round((TEXT_PIXELS * pixels.height) / pixels.width),
    };
    const data = await jpegOf(pixels, { isGrey, dpi: null });
    children.push(new Paragraph({ children: [new ImageRun({ type: 'jpg', data, transformation })] }));
  }
  return packDocument(new Document({ sections: [{ children }] }));
}

/**
 * A web page whose tables are pictures, inside the page itself.
 * @param tables JPEGs, in the order of the page's tables
 */
export function pageWithPictures(page: Page, tables: readonly Uint8Array[]): Uint8Array {
  const left = [...tables];
  const body = page.blocks.map((block) => {
    if (block.kind === 'hidden') return '';
    if (block.kind === 'table') {
      const data = Buffer.from(left.shift()!).toString('base64');
      return `<p style="text-align: center"><img width="640" src="data:image/jpeg;base64,${data}"></p>`;
    }
    const text = escapeHtml(block.text);
    if (block.kind === 'title') return `<h1>${text}</h1>`;
    return block.kind === 'heading' ? `<h${block.level + 1}>${text}</h${block.level + 1}>` : `<p>${text}</p>`;
  });
  const html = `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n${body.join('\n')}\n</body></html>\n`;
  return new TextEncoder().encode(html);
}
