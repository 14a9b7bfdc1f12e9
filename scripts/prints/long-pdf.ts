/**
 * Writes a long PDF of real prints: pages of reports, printed by Chromium, one behind the other.
 *
 *   npx tsx scripts/prints/long-pdf.ts FILE [PAGES]      300 pages where not said
 *   /usr/bin/time -v node dist/src/cli/main.js convert FILE > /dev/null      says how much memory reading it takes
 */
import { writeFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { makePrints } from './make-prints.js';
import { printPlan } from './print-plan.js';

const [file, pages] = [process.argv[2], Number(process.argv[3] ?? 300)];
if (!file || !Number.isInteger(pages) || pages < 1) {
  console.error('long-pdf: name the file to write, and how many pages');
  process.exit(2);
}
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
