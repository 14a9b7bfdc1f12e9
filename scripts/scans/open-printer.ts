import { chromium } from 'playwright-core';
import { findChromium } from '../../src/testing/find-chromium.js';

/** Prints HTML to PDF with one Chromium. */
export interface Printer {
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @throws when Chromium is not installed */
export async function openPrinter(): Promise<Printer> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium in PATH');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return {
    async print(html) {
      await page.setContent(html);
      return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    },
    close: () => browser.close(),
  };
}
