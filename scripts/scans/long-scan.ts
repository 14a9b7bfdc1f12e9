/**
 * Writes a long PDF of scans: pages of reports as pictures, one behind the other. The same few reports come again and again,
 * each time as pictures of their own.
 *
 *   npx tsx scripts/scans/long-scan.ts FILE [PAGES] [DPI]      300 pages at 200 dpi where not said
 *   /usr/bin/time -v node dist/src/cli/main.js convert FILE --timeout 0 > /dev/null      says how much memory reading it takes
 */
import { writeFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { makeScan } from './make-scan.js';
import { openPrinter } from './open-printer.js';
import { resolutions, scanPlan } from './plan-scan.js';

const REPORTS = 8;
const [file, pages, asked] = [process.argv[2], Number(process.argv[3] ?? 300), process.argv[4] ?? '200'];
const dpi = resolutions.find((each) => String(each) === asked);
if (!file || !Number.isInteger(pages) || pages < 1 || dpi === undefined) {
  console.error(`long-scan: name the file to write, how many pages, and ${resolutions.join(' or ')} dpi`);
  process.exit(2);
}
const printer = await openPrinter();
const scans: Uint8Array[] = [];
try {
  for (let index = 0; scans.length < REPORTS; index++) {
    const plan = scanPlan(1, index);
    if (plan.kind === 'scan') scans.push((await makeScan(plan, dpi, printer)).bytes);
  }
} finally {
  await printer.close();
}
const long = await PDFDocument.create({ updateMetadata: false });
for (let at = 0; long.getPageCount() < pages; at++) {
  const scan = await PDFDocument.load(scans[at % REPORTS]!, { updateMetadata: false });
  const room = Math.min(scan.getPageCount(), pages - long.getPageCount());
  for (const page of await long.copyPages(scan, [...Array(room).keys()])) long.addPage(page);
}
writeFileSync(file, await long.save({ useObjectStreams: true }));
console.log(`${file}: ${long.getPageCount()} pages`);
