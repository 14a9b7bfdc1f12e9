import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { openPdf } from './open-pdf.js';
import { readPage } from './read-page.js';

describe('readPage', () => {
  it('keeps one ruling of a dotted border, and not each of its dots', async () => {
    const written = await PDFDocument.create({ updateMetadata: false });
    const drawn = written.addPage([300, 200]);
    for (let x = 50; x < 250; x += 1.5) drawn.drawRectangle({ x, y: 100, width: 0.75, height: 0.75 });
    for (let y = 50; y < 150; y += 1.5) drawn.drawRectangle({ x: 100, y, width: 0.75, height: 0.75 });
    const { document, close } = await openPdf(await written.save());
    const { rulings } = await readPage(await document.getPage(1), () => true);
    await close();
    expect(rulings.map(({ axis, from, to }) => [axis, Math.round(from), Math.round(to)])).toEqual([
      ['horizontal', 50, 250],
      ['vertical', 50, 150],
    ]);
  });
});
