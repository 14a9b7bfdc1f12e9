import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Cell, ReportRecord } from '../../src/model/report-record.js';

/** A character and where its middle is on the page as displayed, in points from the top left. */
interface Placed {
  text: string;
  x: number;
  y: number;
}

interface TextPage {
  width: number;
  height: number;
  characters: Placed[];
}

type Vector = [number, number, number, number, number, number];

/** Text is at most this far (points) outside the box that is said to hold it. */
const SLACK = 1.5;

const multiply = (a: Vector, b: Vector): Vector => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** Half an em for what is narrow in print: good enough to tell cells apart. */
const emsOf = (character: string): number => (character < '\u2e80' ? 0.5 : 1);

/** The text of each page as pdfjs extracts it, without any layout of ours. */
export async function readTextPages(bytes: Uint8Array): Promise<TextPage[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: TextPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const characters = items.flatMap((item): Placed[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const m = multiply(viewport.transform as Vector, item.transform as Vector);
      const size = Math.hypot(m[0], m[1]);
      const [ux, uy] = [m[0] / size, m[1] / size];
      const ems = [...item.str].map(emsOf);
      const perEm = item.width / ems.reduce((sum, em) => sum + em, 0);
      const scale = size / Math.hypot(item.transform[0], item.transform[1]);
      let along = 0;
      return [...item.str].map((text, i) => {
        const middle = (along + ems[i]! / 2) * perEm * scale;
        along += ems[i]!;
        // A third of an em above the baseline, seen in the direction of the text.
        return { text, x: m[4] + ux * middle + uy * 0.35 * size, y: m[5] + uy * middle - ux * 0.35 * size };
      });
    });
    pages.push({ width: viewport.width, height: viewport.height, characters });
    page.cleanup();
  }
  await task.destroy();
  return pages;
}

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** What is wrong with the place of a cell; absent when it is right. */
function placeFault({ raw, confidence, at }: Cell, pages: readonly TextPage[]): string | undefined {
  if (confidence === 'missing') return undefined;
  if (at?.page === undefined || !at.bbox) return 'no page or no box';
  const page = pages[at.page - 1];
  if (!page) return `no page ${at.page}`;
  const [x0, y0, x1, y1] = at.bbox;
  const isOrdered = x0 < x1 && y0 < y1;
  if (!isOrdered || x0 < -SLACK || y0 < -SLACK || x1 > page.width + SLACK || y1 > page.height + SLACK)
    return `box ${at.bbox.join(' ')} is not on the page`;
  const inside = page.characters.filter(
    ({ x, y }) => x > x0 - SLACK && x < x1 + SLACK && y > y0 - SLACK && y < y1 + SLACK,
  );
  const printed = new Map<string, number>();
  for (const { text } of inside)
    for (const unit of squeeze(text)) printed.set(unit, (printed.get(unit) ?? 0) + 1);
  for (const unit of squeeze(raw ?? '')) {
    const left = printed.get(unit) ?? 0;
    if (left === 0) return `"${raw}" does not stand in its box: "${inside.map(({ text }) => text).join('')}"`;
    printed.set(unit, left - 1);
  }
  return undefined;
}

/** Checks that every cell of the records that is not missing has a page, and a box on it that holds its text. */
export async function checkPlaces(bytes: Uint8Array, records: readonly ReportRecord[]) {
  const pages = await readTextPages(bytes);
  const faults: string[] = [];
  let checked = 0;
  for (const { tables } of records)
    for (const [table, rows] of Object.entries(tables))
      for (const [row, columns] of Object.entries(rows))
        for (const [column, cell] of Object.entries(columns)) {
          checked++;
          const fault = placeFault(cell, pages);
          if (fault) faults.push(`${table}.${row}.${column}: ${fault}`);
        }
  return { checked, faults };
}
