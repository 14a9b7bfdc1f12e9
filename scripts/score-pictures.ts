/**
 * Scores pictures of tables in each carrier: reports whose tables are JPEGs between their text, as DOCX, and the same pictures in
 * DOC, RTF, ODT, XLSX, XLS and OFD, cell by cell against the record of the DOCX, and against the truth. Then whole pages: scans
 * as PDF and as OFD. Needs Chromium and LibreOffice.
 *
 *   npx tsx scripts/score-pictures.ts --count 3 --seed 1 --dpi 150 --list 20
 *
 * Exit status 1: a silent error, or cells that differ from those of the DOCX where both have the same pictures.
 */
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { convert } from '../src/index.js';
import { sayCells } from './office/compare-fixture.js';
import { convertWithSoffice } from './office/convert-with-soffice.js';
import { targets } from './office/targets.js';
import { carriedDocx, carriedOfd, carriedWorkbook, type Shown, scannedOfd } from './scans/carry-pictures.js';
import { makeScan } from './scans/make-scan.js';
import { openPrinter } from './scans/open-printer.js';
import { type Dpi, type ScanPlan, scanPlan } from './scans/plan-scan.js';
import { type BadCell, emptyTally, rightPercent, scoreDocument, type Tally } from './score-documents.js';
import type { Truth } from './synthesise/truth.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    dpi: { type: 'string', default: '150' },
    list: { type: 'string', default: '0' },
  },
});
const dpi: Dpi = values.dpi === '200' ? 200 : 150;

const BLOCK = /<(?:h\d|p)>(?<text>[^<]*)<|<img [^>]*base64,(?<data>[^"]*)"/gu;

/** The blocks of a page whose tables are pictures. */
async function shownIn(html: Uint8Array): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const { groups } of new TextDecoder().decode(html).matchAll(BLOCK)) {
    if (groups?.data === undefined) shown.push({ kind: 'text', text: groups?.text ?? '' });
    else {
      const jpeg = new Uint8Array(Buffer.from(groups.data, 'base64'));
      const { width, height } = await sharp(jpeg).metadata();
      shown.push({ kind: 'picture', jpeg, width, height });
    }
  }
  return shown;
}

/** Plans of the seed, made to be of one kind. */
const plansOf = (kind: ScanPlan['kind'], count: number): ScanPlan[] => {
  const plans: ScanPlan[] = [];
  for (let index = 0; plans.length < count; index++) {
    const plan = scanPlan(Number(values.seed), index);
    if (plan.kind === kind) plans.push(plan);
  }
  return plans;
};

interface Carried {
  tally: Tally;
  differing: number;
}
const tallies = new Map<string, Carried>();
const bad: BadCell[] = [];
const differing: string[] = [];

async function score(
  carrier: string,
  bytes: Uint8Array,
  truth: Truth,
  like: string[] | null,
): Promise<string[]> {
  const carried = tallies.get(carrier) ?? { tally: emptyTally(), differing: 0 };
  tallies.set(carrier, carried);
  const { records, failure } = await convert({ uri: `a.${carrier}`, bytes });
  if (failure) console.log(`not read: ${carrier} ${failure.code}: ${failure.message}`);
  bad.push(
    ...scoreDocument(carried.tally, truth, records).map((cell) => ({
      ...cell,
      file: `${carrier} ${cell.file}`,
    })),
  );
  // OFD says how large a picture is, DOCX does not: the same print may be a little more or less sure.
  const cells = sayCells(records).map((cell) => cell.replace(/ \S+$/u, carrier === 'ofd' ? '' : '$&'));
  const known = new Set(like ?? cells);
  const other = cells.filter((cell) => !known.has(cell));
  carried.differing += Math.max(other.length, Math.abs(cells.length - known.size));
  for (const cell of other) differing.push(`${carrier} ${truth.file} ${cell}`);
  return cells;
}

const save = (name: string, bytes: Uint8Array, suffix: string, from: 'docx' | 'xlsx'): Uint8Array => {
  const { opener: _, ...target } = targets.find((each) => each.suffix === suffix)!;
  return convertWithSoffice([{ name, bytes }], { ...target, from })[0]!.bytes;
};

const printer = await openPrinter();
try {
  for (const plan of plansOf('html', Number(values.count))) {
    const { bytes: html, truth } = await makeScan(plan, dpi, printer);
    const shown = await shownIn(html);
    const [docx, xlsx] = [await carriedDocx(shown), carriedWorkbook(shown)];
    const cells = await score('docx', docx, truth, null);
    for (const suffix of ['doc', 'rtf', 'odt'])
      await score(suffix, save(plan.name, docx, suffix, 'docx'), truth, cells);
    await score('xlsx', xlsx, truth, cells);
    await score('xls', save(plan.name, xlsx, 'xls', 'xlsx'), truth, cells);
    await score(
      'ofd',
      carriedOfd(shown),
      truth,
      cells.map((cell) => cell.replace(/ \S+$/u, '')),
    );
  }
  for (const plan of plansOf('docx', Math.ceil(Number(values.count) / 3))) {
    const { bytes, truth, pages } = await makeScan({ ...plan, kind: 'scan' }, dpi, printer);
    const pdf = await score('scan as pdf', bytes, truth, null);
    await score('scan as ofd', scannedOfd(await pagesOf(bytes, pages), dpi), truth, pdf);
  }
} finally {
  await printer.close();
}

/** The JPEGs of a PDF of scans, in their order. */
async function pagesOf(pdf: Uint8Array, count: number) {
  const found: Extract<Shown, { kind: 'picture' }>[] = [];
  const text = Buffer.from(pdf);
  for (let at = text.indexOf('\xff\xd8\xff', 0, 'latin1'); at >= 0 && found.length < count; ) {
    const end = text.indexOf('endstream', at, 'latin1');
    const jpeg = new Uint8Array(text.subarray(at, end));
    const { width, height } = await sharp(jpeg).metadata();
    found.push({ kind: 'picture', jpeg, width, height });
    at = text.indexOf('\xff\xd8\xff', end, 'latin1');
  }
  return found;
}

let silent = 0;
for (const [carrier, { tally, differing }] of tallies) {
  silent += tally.verdicts.silent;
  console.log(
    `${carrier}: ${tally.documents} documents, ${tally.cells} cells, ${rightPercent(tally).toFixed(3)} % right ` +
      `(${tally.verdicts['suspect-right']} under doubt), silent errors: ${tally.verdicts.silent}; cells that differ: ${differing}`,
  );
}
for (const line of differing.slice(0, Number(values.list))) console.log(`  differs: ${line}`);
for (const { file, path, want, got, verdict } of bad.slice(0, Number(values.list)))
  console.log(`  ${verdict}: ${file} ${path} want ${JSON.stringify(want)} got ${got}`);
process.exit(silent > 0 || [...tallies.values()].some((each) => each.differing > 0) ? 1 : 0);
