import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../program/launch-chromium.js';
import { withFolder } from '../program/with-folder.js';
import type { Original } from './convert-with-soffice.js';

/**
 * Saves pages as Chromium does ("web page, single file").
 * @throws when Chromium is not installed
 */
export async function saveWithChromium(originals: readonly Original[]): Promise<Original[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    return await withFolder(async (folder) => {
      const saved: Original[] = [];
      for (const { name, bytes } of originals) {
        const path = join(folder, `${name}.html`);
        writeFileSync(path, bytes);
        await page.goto(pathToFileURL(path).href);
        const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
        // The page's address is that of a folder that is gone.
        const anonymous = data.replaceAll(pathToFileURL(folder).href, 'file:///reports');
        saved.push({ name, bytes: new Uint8Array(Buffer.from(anonymous, 'latin1')) });
      }
      return saved;
    });
  } finally {
    await browser.close();
  }
}
