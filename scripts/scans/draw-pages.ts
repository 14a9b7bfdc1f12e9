import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of printed text and its place in pixels from the top left: the left end of its baseline. */
export interface PrintedText {
  text: string;
  x: number;
  y: number;
}

/** One page as a sheet of paper: black on white. */
export interface Sheet {
  canvas: Canvas;
  texts: PrintedText[];
}

const POINTS_PER_INCH = 72;

const dataFolder = (name: string): string => {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('pdfjs-dist/package.json')), name) + sep;
};

/** Draws all pages of a PDF. */
export async function drawPages(pdf: Uint8Array, dpi: number): Promise<Sheet[]> {
  const task = getDocument({
    data: pdf.slice(),
    cMapUrl: dataFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: dataFolder('standard_fonts'),
    isEvalSupported: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const sheets: Sheet[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
      const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item): PrintedText[] => {
        if (!('transform' in item) || item.str.trim() === '') return [];
        const [x, y] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]);
        return [{ text: item.str, x: x!, y: y! }];
      });
      sheets.push({ canvas, texts });
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
  return sheets;
}
