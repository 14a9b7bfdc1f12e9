import sharp from 'sharp';
import { differingCells, sayComparison } from '../office/compare-cells.js';
import { convertWithSoffice } from '../office/convert-with-soffice.js';
import { targets } from '../office/targets.js';
import { openScores } from '../scoring/open-scores.js';
import { readDocument } from '../scoring/read-document.js';
import type { Truth } from '../synthesise/truth.js';
import { carriedDocx, carriedOfd, carriedWorkbook, type Shown, scannedOfd } from './carry-pictures.js';
import { makeScan } from './make-scan.js';
import { openPrinter, type Printer } from './open-printer.js';
import { type Dpi, type ScanPlan, scanPlan } from './plan-scan.js';

const BLOCK = /<(?:h\d|p)>(?<text>[^<]*)<|<img [^>]*base64,(?<data>[^"]*)"/gu;

type Picture = Extract<Shown, { kind: 'picture' }>;

const pictureOf = async (jpeg: Uint8Array): Promise<Picture> => {
  const { width, height } = await sharp(jpeg).metadata();
  return { kind: 'picture', jpeg, width, height };
};

/** The blocks of a page whose tables are pictures. */
async function shownIn(html: Uint8Array): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const { groups } of new TextDecoder().decode(html).matchAll(BLOCK)) {
    if (groups?.data === undefined) shown.push({ kind: 'text', text: groups?.text ?? '' });
    else shown.push(await pictureOf(new Uint8Array(Buffer.from(groups.data, 'base64'))));
  }
  return shown;
}

/** The JPEGs of a PDF of scans, in their order. */
async function pagesOf(pdf: Uint8Array, count: number): Promise<Picture[]> {
  const found: Picture[] = [];
  const text = Buffer.from(pdf);
  for (let at = text.indexOf('\xff\xd8\xff', 0, 'latin1'); at >= 0 && found.length < count; ) {
    const end = text.indexOf('endstream', at, 'latin1');
    found.push(await pictureOf(new Uint8Array(text.subarray(at, end))));
    at = text.indexOf('\xff\xd8\xff', end, 'latin1');
  }
  return found;
}

/** Plans of the seed, made to be of one kind. */
const plansOf = (kind: ScanPlan['kind'], seed: number, count: number): ScanPlan[] => {
  const plans: ScanPlan[] = [];
  for (let index = 0; plans.length < count; index++) {
    const plan = scanPlan(seed, index);
    if (plan.kind === kind) plans.push(plan);
  }
  return plans;
};

const save = (name: string, bytes: Uint8Array, suffix: string, from: 'docx' | 'xlsx'): Uint8Array => {
  const { opener: _, ...target } = targets.find((each) => each.suffix === suffix)!;
  return convertWithSoffice([{ name, bytes }], { ...target, from })[0]!.bytes;
};

/** A report in carriers; the first is what the cells of the others are held against. */
type Carried = [carrier: string, bytes: Uint8Array][];

async function carryTables(plan: ScanPlan, dpi: Dpi, printer: Printer): Promise<[Truth, Carried]> {
  const { bytes, truth } = await makeScan(plan, dpi, printer);
  const shown = await shownIn(bytes);
  const [docx, xlsx] = [await carriedDocx(shown), carriedWorkbook(shown)];
  return [
    truth,
    [
      ['docx', docx],
      ...['doc', 'rtf', 'odt'].map((suffix): Carried[0] => [suffix, save(plan.name, docx, suffix, 'docx')]),
      ['xlsx', xlsx],
      ['xls', save(plan.name, xlsx, 'xls', 'xlsx')],
      ['ofd', carriedOfd(shown)],
    ],
  ];
}

async function carryPages(plan: ScanPlan, dpi: Dpi, printer: Printer): Promise<[Truth, Carried]> {
  const { bytes, truth, pages } = await makeScan({ ...plan, kind: 'scan' }, dpi, printer);
  return [
    truth,
    [
      ['scan as pdf', bytes],
      ['scan as ofd', scannedOfd(await pagesOf(bytes, pages), dpi)],
    ],
  ];
}

export interface PictureOptions {
  count: number;
  seed: number;
  dpi: number;
  list: number;
}

/**
 * Scores pictures of tables in each carrier: reports whose tables are JPEGs between their text, as DOCX, and the same pictures in
 * DOC, RTF, ODT, XLSX, XLS and OFD, cell by cell against the record of the DOCX, and against the truth. Then whole pages: scans
 * as PDF and as OFD.
 */
export async function scorePictures({ count, seed, dpi: asked, list }: PictureOptions): Promise<number> {
  const dpi: Dpi = asked === 200 ? 200 : 150;
  const scores = openScores();
  const differing: string[] = [];
  const ms: Record<string, number> = {};
  const printer = await openPrinter();
  const score = async ([truth, carried]: [Truth, Carried]): Promise<void> => {
    let first = null as Awaited<ReturnType<typeof readDocument>>['records'] | null;
    for (const [carrier, bytes] of carried) {
      const read = await readDocument(`a.${carrier}`, bytes);
      ms[carrier] = (ms[carrier] ?? 0) + read.ms;
      scores.add([carrier], { ...truth, file: `${carrier} ${truth.file}` }, read.records);
      first ??= read.records;
      // OFD says how large a picture is, DOCX does not: the same print may be a little more or less sure.
      const isSure = carrier !== 'ofd';
      differing.push(...differingCells(`${carrier} ${truth.file}`, first, read.records, isSure));
    }
  };
  try {
    for (const plan of plansOf('html', seed, count)) await score(await carryTables(plan, dpi, printer));
    for (const plan of plansOf('docx', seed, Math.ceil(count / 3)))
      await score(await carryPages(plan, dpi, printer));
  } finally {
    await printer.close();
  }
  return sayComparison({ scores, differing, ms, documents: count, list });
}
