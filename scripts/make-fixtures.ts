/**
 * Makes the office files in parsers/formats/<format>/fixtures anew, from the reports of scripts/office/fixture-reports.ts.
 * Needs LibreOffice (soffice), and Chromium for mhtml; their version and the day they run go into the bytes, so the files change although the reports don't.
 *
 *   npx tsx scripts/make-fixtures.ts doc sheet     only these formats; all of scripts/office/targets.ts without names
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { convertOriginals } from './office/convert-originals.js';
import type { Original } from './office/convert-with-soffice.js';
import { fixtureReports, printFixture } from './office/fixture-reports.js';
import { oddDocument } from './office/odd-document.js';
import { oddWorkbook } from './office/odd-workbook.js';
import { pictureDocument } from './office/picture-document.js';
import { pictureWorkbook } from './office/picture-workbook.js';
import { type Target, targets } from './office/targets.js';

const formats = fileURLToPath(new URL('../parsers/formats', import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !targets.some(({ format }) => format === name));
if (unknown.length > 0) {
  console.error(`make-fixtures: no format ${unknown.join(', ')} in scripts/office/targets.ts`);
  process.exit(2);
}

/** What no report shows: hidden parts, formats of numbers, tables in tables; and pictures. A workbook is opened as one, not as HTML. */
async function makeMore(target: Target): Promise<Original[]> {
  const isText = target.from === 'docx';
  const originals: Original[] = [];
  if (target.odd) originals.push({ name: 'odd', bytes: isText ? await oddDocument() : oddWorkbook() });
  if (target.pictures) {
    const bytes = isText ? await pictureDocument() : await pictureWorkbook();
    originals.push({ name: 'pictures', bytes });
  }
  if (originals.length === 0) return [];
  const { opener: _, ...own } = target;
  return convertOriginals(originals, isText ? target : { ...own, from: 'xlsx' });
}

for (const target of targets.filter(({ format }) => asked.length === 0 || asked.includes(format))) {
  const carrier = target.from === 'html' ? 'html-clean' : 'docx-headings';
  const reports = fixtureReports.filter(({ name }) => target.only?.includes(name) ?? true);
  const originals = await Promise.all(
    reports.map(async (report) => ({
      name: report.name,
      bytes: (await printFixture(report, carrier)).bytes,
    })),
  );
  const folder = join(formats, target.format, 'fixtures');
  mkdirSync(folder, { recursive: true });
  const made = await convertOriginals(originals, target);
  for (const { name, bytes } of [...made, ...(await makeMore(target))]) {
    const file = `${name}.${target.suffix}${target.gzipped ? '.gz' : ''}`;
    const kept = target.gzipped ? gzipSync(bytes, { level: 9 }) : bytes;
    writeFileSync(join(folder, file), kept);
    console.error(`${target.format}/fixtures/${file}  ${kept.length} bytes`);
  }
}
