import { convertWithSoffice, type Original } from '../office/convert-with-soffice.js';
import { launchChromium } from '../program/launch-chromium.js';
import { furnitureHtml } from './page-html.js';
import type { PrintPlan } from './print-plan.js';

/** A page laid out for its printer: HTML for Chromium, DOCX for LibreOffice. */
export interface Laid {
  plan: PrintPlan;
  title: string;
  bytes: Uint8Array;
}

/** Files a run of LibreOffice: one that fails takes the others of its run with it. */
const SOFFICE_BATCH = 40;

/** Prints all pages of both printers to PDF. @throws when a printer is not installed, or fails */
export async function printPages(laid: readonly Laid[]): Promise<Map<number, Uint8Array>> {
  const printed = new Map<number, Uint8Array>();
  const of = (printer: PrintPlan['printer']): Laid[] => laid.filter(({ plan }) => plan.printer === printer);
  await printWithChromium(of('chromium'), printed);
  const documents = of('libreoffice');
  for (let from = 0; from < documents.length; from += SOFFICE_BATCH) {
    const batch = documents.slice(from, from + SOFFICE_BATCH);
    const originals = batch.map(({ plan, bytes }): Original => ({ name: plan.name, bytes }));
    const made = convertWithSoffice(originals, { format: 'pdf', suffix: 'pdf', filter: 'pdf', from: 'docx' });
    batch.forEach(({ plan }, i) => {
      printed.set(plan.index, made[i]!.bytes);
    });
  }
  return printed;
}

async function printWithChromium(laid: readonly Laid[], printed: Map<number, Uint8Array>): Promise<void> {
  if (laid.length === 0) return;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (const { plan, title, bytes } of laid) {
      await page.setContent(new TextDecoder().decode(bytes));
      const hasFurniture = plan.furniture !== 'none';
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: hasFurniture,
        ...(hasFurniture ? furnitureHtml(plan, title) : {}),
      });
      printed.set(plan.index, new Uint8Array(pdf));
    }
  } finally {
    await browser.close();
  }
}
