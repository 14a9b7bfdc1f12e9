import { writeFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { makePrints } from './make-prints.js';
import { printPlan } from './print-plan.js';

/**
 * Writes a long PDF of real prints: pages of reports, printed by Chromium, one behind the other.
 *
 *   /usr/bin/time -v node dist/src/cli/main.js convert FILE > /dev/null      says how much memory reading it takes
 */
export async function makeLongPdf({ pages }: { pages: number }, args: string[]): Promise<void> {
  const file = args[0]!;
  const long = await PDFDocument.create({ updateMetadata: false });
  for (let seed = 1; long.getPageCount() < pages; seed++) {
    const plans = Array.from({ length: 24 }, (_, index) => printPlan(seed, 2 * index));
    for (const { bytes } of await makePrints(plans)) {
      const print = await PDFDocument.load(bytes, { updateMetadata: false });
      const room = Math.min(print.getPageCount(), pages - long.getPageCount());
      for (const page of await long.copyPages(print, [...Array(room).keys()])) long.addPage(page);
    }
  }
  writeFileSync(file, await long.save({ useObjectStreams: true }));
  console.log(`${file}: ${long.getPageCount()} pages`);
}
