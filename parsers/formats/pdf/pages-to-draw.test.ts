import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { openPdf } from './open-pdf.js';
import { pagesToDraw } from './pages-to-draw.js';
import { renderPage } from './render-page.js';

const SIDE = 160;
const PAGES = 14;

/** Pages of a picture each, of which no two are the same and none packs well: the file is longer than what is asked for at once. */
async function longPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  let noise = 7;
  for (let page = 0; page < PAGES; page++) {
    const canvas = createCanvas(SIDE, SIDE);
    const context = canvas.getContext('2d');
    const image = context.createImageData(SIDE, SIDE);
    for (let at = 0; at < image.data.length; at += 4) {
      noise = (Math.imul(noise, 1103515245) + 12345) >>> 0;
      image.data.fill(noise >>> 24, at, at + 3);
      image.data[at + 3] = 255;
    }
    context.putImageData(image, 0, 0);
    const picture = await pdf.embedPng(canvas.toBuffer('image/png'));
    pdf.addPage([SIDE, SIDE]).drawImage(picture, { x: 0, y: 0, width: SIDE, height: SIDE });
  }
  return pdf.save();
}

describe('pagesToDraw', () => {
  it('gives the pages that the whole file gives, in any order, and leaves the bytes as they are', async () => {
    const bytes = await longPdf();
    expect(bytes.length).toBeGreaterThan(300_000);
    const before = bytes.slice();
    const whole = await openPdf(bytes, { imagePixelsMax: SIDE * SIDE });
    const parts = pagesToDraw(bytes);
    const seen = new Set<string>();
    for (const number of [PAGES, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 1]) {
      const wanted = await renderPage(await whole.document.getPage(number), 0, []);
      const drawn = await renderPage(await parts.page(number), 0, []);
      expect(Buffer.from(drawn.picture.pixels).equals(Buffer.from(wanted.picture.pixels))).toBe(true);
      seen.add(Buffer.from(drawn.picture.pixels).toString('base64'));
    }
    expect(seen.size).toBe(PAGES);
    await Promise.all([whole.close(), parts.close()]);
    expect(Buffer.from(bytes).equals(Buffer.from(before))).toBe(true);
  });
});
