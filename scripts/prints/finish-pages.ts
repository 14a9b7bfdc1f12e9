import { degrees, PDFDocument, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import type { PrintPlan } from './print-plan.js';

/** Turns, scales and stamps the printed pages as the plan says. */
export async function finishPages(pdf: Uint8Array, plan: PrintPlan): Promise<Uint8Array> {
  const printed = await PDFDocument.load(pdf, { updateMetadata: false });
  if (plan.watermark !== 'none') await stamp(printed, plan.watermark);
  if (plan.scale !== 1) for (const page of printed.getPages()) page.scale(plan.scale, plan.scale);
  const angle = Number(plan.turn.split('-')[1] ?? 0);
  const turned = /^(?:drawn|shown)/.test(plan.turn) ? await drawTurned(printed, angle) : printed;
  if (plan.turn.startsWith('rotated')) setRotation(turned.getPages(), angle);
  if (plan.turn.startsWith('shown')) setRotation(turned.getPages(), angle);
  return turned.save({ useObjectStreams: true });
}

const setRotation = (pages: readonly PDFPage[], angle: number): void => {
  for (const page of pages) page.setRotation(degrees(angle));
};

/** Draws every page turned (counter-clockwise) on a sheet of the exchanged sides, as one form. */
async function drawTurned(printed: PDFDocument, angle: number): Promise<PDFDocument> {
  const turned = await PDFDocument.create({ updateMetadata: false });
  for (const source of printed.getPages()) {
    const page = await turned.embedPage(source);
    const sheet = turned.addPage([page.height, page.width]);
    const place = angle === 90 ? { x: page.height, y: 0 } : { x: 0, y: page.width };
    sheet.drawPage(page, { ...place, rotate: degrees(angle) });
  }
  return turned;
}

/** A mark over the middle of each page, with a number in it that is nobody's figure. */
async function stamp(printed: PDFDocument, kind: 'slanted' | 'level'): Promise<void> {
  const font = await printed.embedFont(StandardFonts.HelveticaBold);
  for (const page of printed.getPages()) {
    const { width, height } = page.getSize();
    const size = width / 7;
    const isSlanted = kind === 'slanted';
    page.drawText('COPY 2023', {
      x: width * (isSlanted ? 0.2 : 0.14),
      y: height * (isSlanted ? 0.3 : 0.45),
      size,
      font,
      rotate: degrees(isSlanted ? 40 : 0),
      color: rgb(0.88, 0.88, 0.88),
    });
  }
}
