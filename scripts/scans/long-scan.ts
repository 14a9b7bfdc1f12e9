import { writeFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { UsageError } from '../../src/cli/usage-error.js';
import { makeScan } from './make-scan.js';
import { openPrinter } from './open-printer.js';
import { resolutions, scanPlan } from './plan-scan.js';

const REPORTS = 8;

/**
 * Writes a long PDF of scans: pages of reports as pictures, one behind the other. The same few reports come again and again,
 * each time as pictures of their own.
 *
 *   /usr/bin/time -v node dist/src/cli/main.js convert FILE --timeout 0 > /dev/null      says how much memory reading it takes
 */
export async function makeLongScan(asked: { pages: number; dpi: number }, args: string[]): Promise<void> {
  const [file, { pages }] = [args[0]!, asked];
  const dpi = resolutions.find((each) => each === asked.dpi);
  if (dpi === undefined) throw new UsageError(`--dpi takes ${resolutions.join(' or ')}`);
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
}
