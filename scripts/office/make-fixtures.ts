import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { UsageError } from '../../src/cli/usage-error.js';
import { convertOriginals } from './convert-originals.js';
import type { Original } from './convert-with-soffice.js';
import { fixtureReports, printFixture } from './fixture-reports.js';
import { oddDocument } from './odd-document.js';
import { oddWorkbook } from './odd-workbook.js';
import { pictureDocument } from './picture-document.js';
import { pictureWorkbook } from './picture-workbook.js';
import { type Target, targets } from './targets.js';

const formats = fileURLToPath(new URL('../../parsers/formats', import.meta.url));

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

async function makeFixture(target: Target): Promise<void> {
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

/**
 * Makes the office files in parsers/formats/<format>/fixtures anew, from the reports of fixture-reports.ts. The version of LibreOffice
 * and the day go into the bytes, so the files change although the reports don't.
 */
export async function makeFixtures(_: unknown, asked: string[]): Promise<void> {
  const unknown = asked.filter((name) => !targets.some(({ format }) => format === name));
  if (unknown.length > 0)
    throw new UsageError(`no format ${unknown.join(', ')} in scripts/office/targets.ts`);
  for (const target of targets)
    if (asked.length === 0 || asked.includes(target.format)) await makeFixture(target);
}
