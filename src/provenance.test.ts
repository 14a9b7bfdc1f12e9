import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../parsers/index.js';
import { readSource } from './convert/pipeline.js';
import type { ReportRecord } from './model/report-record.js';
import type { Span } from './model/span.js';

/**
 * Every number must lead back to its place. Checked by reading the place again with other means than the
 * readers': a plain stripping of tags, and the text items of pdfjs.
 */
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const knowledge = loadKnowledge();

const sources = [
  ...readdirSync(folder('../samples')).flatMap((name) =>
    sourcesIn(join(folder('../samples'), name), /^source\./u),
  ),
];

function sourcesIn(path: string, pattern: RegExp): { name: string; path: string }[] {
  return readdirSync(path)
    .filter((file) => pattern.test(file))
    .map((file) => ({ name: join(path.split(sep).at(-1)!, file), path: join(path, file) }));
}

interface Printed {
  /** Where in the record it stands. */
  path: string;
  raw: string;
  at: Span;
}

/** All cells, extras, facts and header fields of a record that say what was printed and where. */
function printedIn(record: ReportRecord): Printed[] {
  const found: Printed[] = [];
  const add = (path: string, holder: { raw: string | null; at: Span | null }) => {
    if (holder.raw !== null && holder.raw.trim() !== '' && holder.at)
      found.push({ path, raw: holder.raw, at: holder.at });
  };
  for (const [table, rows] of Object.entries(record.tables))
    for (const [row, columns] of Object.entries(rows))
      for (const [column, cell] of Object.entries(columns)) add(`tables.${table}.${row}.${column}`, cell);
  for (const extra of record.extras)
    for (const [column, cell] of Object.entries(extra.cells)) add(`extras.${extra.label}.${column}`, cell);
  for (const fact of record.facts) add(`facts.${fact.id}`, fact);
  return found;
}

/** A number that is printed says where. */
function placeless(record: ReportRecord): string[] {
  return Object.entries(record.tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns)
        .filter(
          ([, cell]) => cell.value !== null && (cell.raw === null || !cell.at || cell.at.start === undefined),
        )
        .map(([column]) => `${table}.${row}.${column}`),
    ),
  );
}

const INVISIBLE = /[\s\p{Cf}]/gu;
const bare = (text: string) => text.replace(INVISIBLE, '');
/** Radicals and full-width forms are one character in two codes. */
const folded = (text: string) => bare(text.normalize('NFKC'));

/** What a slice of markup shows: tags out, entities decoded, twice where the page escaped them twice. */
function shown(slice: string, isMarkup: boolean): string[] {
  if (!isMarkup) return [bare(slice)];
  const once = load(`<body>${slice.replace(/<[^>]*>/gu, '')}</body>`).text();
  return [bare(once), bare(load(`<body>${once.replace(/<[^>]*>/gu, '')}</body>`).text())];
}

describe.each(sources)('$name', ({ path }) => {
  const bytes = new Uint8Array(readFileSync(path));
  // What the sample converts to, as scripts/samples/make-samples.test.ts shows.
  const kept = readFileSync(join(dirname(path), 'record.json'), 'utf8');
  const records: ReportRecord[] = [JSON.parse(kept)].flat();

  it('leads every number back to where it is printed', async () => {
    const { raw, parsed } = await readSource({ uri: 'source', bytes }, knowledge);
    const wrong: string[] = [];
    for (const record of records) {
      expect(placeless(record)).toEqual([]);
      for (const { path: where, raw: text, at } of printedIn(record)) {
        const slice = parsed.text.slice(at.start, at.end);
        const isFact = where.startsWith('facts.');
        if (isFact ? slice !== text : bare(slice) !== bare(text))
          wrong.push(`${where}: text holds ${slice}, raw is ${text}`);
        if (raw.text === undefined) continue;
        if (at.sourceStart === undefined || at.sourceEnd === undefined) {
          wrong.push(`${where}: no place in the source`);
          continue;
        }
        const printed = raw.text.slice(at.sourceStart, at.sourceEnd);
        if (!shown(printed, raw.formatId === 'html').includes(bare(text)))
          wrong.push(`${where}: source holds ${printed}, raw is ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.runIf(path.endsWith('.pdf'))('leads every number back to its box on the page', async () => {
    const pages = await readPages(bytes);
    const wrong: string[] = [];
    for (const { path: where, raw, at } of records.flatMap(printedIn)) {
      const { page, bbox } = at;
      const items = pages[(page ?? 0) - 1];
      if (!bbox || !items) {
        wrong.push(`${where}: no box`);
        continue;
      }
      const isFact = where.startsWith('facts.');
      // A fact's box is a share of its line, and glyphs differ in width: it may be some characters off.
      const inside = textInside(items, isFact ? widened(bbox, FACT_BOX_OFF) : bbox);
      if (isFact ? !folded(inside).includes(folded(raw)) : folded(inside) !== folded(raw))
        wrong.push(`${where}: page ${page} [${bbox.map(Math.round)}] holds ${inside}, raw is ${raw}`);
    }
    expect(wrong).toEqual([]);
  });
});

type Box = [number, number, number, number];
/** Points: four characters of the usual size. */
const FACT_BOX_OFF = 48;
const widened = ([x0, y0, x1, y1]: Box, by: number): Box => [x0 - by, y0, x1 + by, y1];

interface Item {
  text: string;
  x0: number;
  x1: number;
  /** Of the baseline, from the top. */
  y: number;
  height: number;
}

/** Text items of each page by pdfjs, in points from the top left. */
async function readPages(bytes: Uint8Array): Promise<Item[][]> {
  const data = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), '/');
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl: `${data}cmaps${sep}`,
    cMapPacked: true,
    standardFontDataUrl: `${data}standard_fonts${sep}`,
    isEvalSupported: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: Item[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str === '') return [];
        const [x, y] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]) as [
          number,
          number,
        ];
        return [{ text: item.str, x0: x, x1: x + item.width, y, height: item.height || 1 }];
      }),
    );
  }
  await task.destroy();
  return pages;
}

/** Characters whose middle lies in the box; an item's width is shared out among its characters. */
function textInside(items: Item[], [x0, y0, x1, y1]: Box): string {
  return items
    .filter((item) => item.y - item.height * 0.35 > y0 - 1 && item.y - item.height * 0.35 < y1 + 1)
    .flatMap((item) => {
      const width = (item.x1 - item.x0) / [...item.text].length;
      return [...item.text].filter((_, i) => {
        const middle = item.x0 + (i + 0.5) * width;
        return middle > x0 - 1 && middle < x1 + 1;
      });
    })
    .join('');
}
