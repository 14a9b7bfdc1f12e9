import { launchChromium } from '../program/launch-chromium.js';

/** Prints HTML to PDF with one Chromium. */
export interface Printer {
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @throws when Chromium is not installed */
export async function openPrinter(): Promise<Printer> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  return {
    async print(html) {
      await page.setContent(html);
      return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    },
    close: () => browser.close(),
  };
}
