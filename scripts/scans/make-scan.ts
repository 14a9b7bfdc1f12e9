import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { makeDocument } from '../synthesise/document.js';
import { type Page, tablesOf } from '../synthesise/printed.js';
import { seededRandom } from '../synthesise/random.js';
import type { Truth } from '../synthesise/truth.js';
import { drawPages, type Sheet } from './draw-pages.js';
import { jpegOf, pngOf, tiffOf } from './encode-picture.js';
import type { Printer } from './open-printer.js';
import type { Dpi, PrintLook, ScanKind, ScanPlan } from './plan-scan.js';
import { reportHtml } from './report-html.js';
import { setSeals } from './set-seals.js';
import { type Pixels, spoilPage } from './spoil-page.js';
import { pageWithPictures, scannedDocx, scannedPdf } from './wrap-scan.js';

/** A scanned report, and what is true of it. */
export interface Scan {
  bytes: Uint8Array;
  truth: Truth;
  title: string;
  /** Pictures in it. */
  pages: number;
}

/** Degrees to each side. A picture cut out for a web page is nearly straight. */
const SKEW_MAX = 2;
const PICTURE_SKEW_MAX = 0.5;
/** White around a table that is cut out of its page, in inches. */
const CUT_MARGIN = 0.08;

/** Only the title and the table of applications with its heading: what fits into one picture. */
const oneTable = (page: Page): Page => {
  const at = page.blocks.findIndex((block) => block.kind === 'table' && block.table.id === 'applications');
  const title = page.blocks.filter(({ kind }) => kind === 'title');
  return { blocks: [...title, ...page.blocks.slice(at - 1, at + 1)] };
};

/** What is laid out for a picture of its own; empty if whole pages are scanned. */
const picturesOf = (kind: ScanKind, page: Page): Page[] => {
  if (kind === 'html') return tablesOf(page).map((table) => ({ blocks: [{ kind: 'table', table }] }));
  return kind === 'jpeg' || kind === 'png' ? [oneTable(page)] : [];
};

/** Sets a page smaller until it fits on one sheet, as whoever makes a picture of it does. */
async function onOneSheet(
  page: Page,
  look: PrintLook,
  draw: (page: Page, look: PrintLook) => Promise<Sheet[]>,
): Promise<Sheet> {
  const sheets = await draw(page, look);
  if (sheets.length === 1) return sheets[0]!;
  const smaller = { ...look, tableSize: look.tableSize - 0.5, textSize: look.textSize - 0.5 };
  return onOneSheet(page, smaller, draw);
}

const isDark = (data: Uint8ClampedArray, at: number): boolean => data[4 * at]! < 250;

/** The part of a sheet that bears ink, with a little white around it. */
const cutOut = (canvas: Canvas, margin: number): Canvas => {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (isDark(data, y * width + x)) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
  const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)];
  const cut = createCanvas(Math.min(width, right + margin) - x, Math.min(height, bottom + margin) - y);
  cut.getContext('2d').drawImage(canvas, -x, -y);
  return cut;
};

const dateInWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/**
 * Prints a report, sets its seals, scans it and packs it. The same plan makes the same pictures, wherever the same fonts
 * and the same Chromium are.
 */
export async function makeScan(plan: ScanPlan, dpi: Dpi, printer: Printer): Promise<Scan> {
  const { kind, scan: look, print } = plan;
  const random = seededRandom(plan.seed);
  const { page, report, truth } = await makeDocument(plan.recipe, plan.name);
  const isPicture = kind === 'jpeg' || kind === 'png';
  const signature = isPicture || kind === 'html' ? [] : [report.issuer.name, dateInWords(report.publishedOn)];
  const draw = async (shown: Page, look: PrintLook): Promise<Sheet[]> =>
    drawPages(await printer.print(reportHtml(shown, look, signature)), dpi);
  const pictures = picturesOf(kind, page);
  const sheets = pictures.length === 0 ? await draw(page, print) : [];
  for (const picture of pictures) sheets.push(await onOneSheet(picture, print, draw));
  const { name } = report.issuer;
  const seals = {
    signature,
    name,
    ink: look.ink,
    onTable: look.sealsTable,
    dpi,
    random: random.fork('seals'),
  };
  setSeals(sheets, seals);

  const pages: Pixels[] = [];
  for (const [index, { canvas }] of sheets.entries()) {
    const own = random.fork(`page ${index}`);
    const skewMax = kind === 'html' ? PICTURE_SKEW_MAX : SKEW_MAX;
    const skew = (own.next() * 2 - 1) * skewMax;
    const sheet = kind === 'html' ? cutOut(canvas, Math.round(CUT_MARGIN * dpi)) : canvas;
    pages.push(await spoilPage(sheet, skew, look, own));
  }
  const { bytes, suffix } = await pack(plan, dpi, page, pages);
  return {
    bytes,
    truth: shownTruth({ ...truth, file: `${plan.name}-${dpi}${suffix}`, form: kind }, isPicture),
    title: report.title,
    pages: pages.length,
  };
}

/** A picture of one table holds no other. */
const shownTruth = (truth: Truth, isPicture: boolean): Truth =>
  isPicture ? { ...truth, tables: { applications: truth.tables.applications! } } : truth;

async function pack(
  { kind, index, scan: { isGrey, statesDpi } }: ScanPlan,
  dpi: Dpi,
  page: Page,
  pages: readonly Pixels[],
): Promise<{ bytes: Uint8Array; suffix: string }> {
  const stated = { isGrey, dpi: statesDpi ? dpi : null };
  switch (kind) {
    case 'jpeg':
      return { bytes: await jpegOf(pages[0]!, stated), suffix: '.jpg' };
    case 'png':
      return { bytes: await pngOf(pages[0]!, stated), suffix: '.png' };
    case 'tiff':
      return { bytes: await tiffOf(pages, stated, index % 2 === 0), suffix: '.tif' };
    case 'docx':
      return { bytes: await scannedDocx(pages, isGrey), suffix: '.docx' };
    case 'html': {
      const tables = await Promise.all(pages.map((pixels) => jpegOf(pixels, stated)));
      return { bytes: pageWithPictures(page, tables), suffix: '.html' };
    }
    default: {
      const options = { dpi, isGrey, isBilevel: kind === 'bilevel', isTurned: kind === 'turned' };
      return { bytes: await scannedPdf(pages, options), suffix: '.pdf' };
    }
  }
}
