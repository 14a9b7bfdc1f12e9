import { createCanvas } from '@napi-rs/canvas';
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { lightestChannel } from '../../../src/model/lightest-channel.js';
import type { Raster } from '../../../src/model/picture-reader.js';
import type { BoundingBox } from '../../../src/model/span.js';

/** Dots per inch: finer pictures are rendered as they are up to the limit, coarser ones are not made finer. */
const DPI_MIN = 150;
const DPI_USUAL = 200;
const DPI_MAX = 300;
/** A poster is rendered more coarsely. */
const PIXELS_MAX = 40_000_000;

interface Rendering {
  picture: Raster;
  dpi: number;
}

/**
 * Draws a page as it is displayed, turned by `turn` degrees clockwise. Red seals come out light: a pixel is as light as its
 * lightest channel.
 *
 * @param page of a document whose images are decoded
 * @param pictures where its large images stand, points
 */
export async function renderPage(
  page: PDFPageProxy,
  turn: number,
  pictures: readonly BoundingBox[],
): Promise<Rendering> {
  const rotation = (page.rotate + turn) % 360;
  const { width, height } = page.getViewport({ scale: 1, rotation });
  const wanted = await finenessOf(page, pictures);
  const dpi = Math.min(wanted, 72 * Math.sqrt(PIXELS_MAX / Math.max(1, width * height)));
  const viewport = page.getViewport({ scale: dpi / 72, rotation });
  const size = {
    width: Math.max(1, Math.round(viewport.width)),
    height: Math.max(1, Math.round(viewport.height)),
  };
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  await page.render({ canvas: null, canvasContext: context as never, viewport, background: '#fff' }).promise;
  const { data } = context.getImageData(0, 0, size.width, size.height);
  const pixels = new Uint8Array(size.width * size.height);
  lightestChannel(data, 4, pixels, 0);
  page.cleanup();
  return { picture: { ...size, pixels }, dpi };
}

/** Dots per inch of the page's finest large image. */
async function finenessOf(page: PDFPageProxy, pictures: readonly BoundingBox[]): Promise<number> {
  const list = await page.getOperatorList();
  const areas = pictures.map(([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0));
  const largest = Math.max(0, ...areas);
  let pixels = 0;
  for (const [i, operator] of list.fnArray.entries()) {
    if (operator !== OPS.paintImageXObject) continue;
    const [, width, height] = (list.argsArray[i] ?? []) as unknown[];
    if (typeof width === 'number' && typeof height === 'number') pixels = Math.max(pixels, width * height);
  }
  if (largest === 0 || pixels === 0) return DPI_USUAL;
  const dpi = Math.round(72 * Math.sqrt(pixels / largest));
  return Math.min(DPI_MAX, Math.max(DPI_MIN, dpi));
}
