import { bureaus } from '../synthesise/places.js';
import { type Random, seededRandom } from '../synthesise/random.js';
import { canDrawTables } from './draw-table-picture.js';
import { placeAt } from './places.js';
import { shapes } from './shapes/index.js';
import { type Carrier, shapeNames, type WorldReport, type WorldSite } from './world-types.js';

const FIRST_YEAR = 2020;
const YEARS = 5;

const charsets = [
  { charset: 'utf-8', headerCharset: 'utf-8', metaCharset: 'utf-8' },
  { charset: 'gbk', headerCharset: null, metaCharset: 'gb2312' },
  { charset: 'gb18030', headerCharset: 'gb18030', metaCharset: '' },
  { charset: 'utf-8', headerCharset: null, metaCharset: '' },
  // The header lies.
  { charset: 'gbk', headerCharset: 'utf-8', metaCharset: 'gbk' },
  // The page lies.
  { charset: 'utf-8', headerCharset: null, metaCharset: 'gb2312' },
] as const;

/** Word's markup is ten times as long; few sites keep it. */
const drawings = ['html-clean', 'html-clean', 'html-nested', 'html-clean', 'html-junk', 'html-word'];

/** Files are slow to make, so that few reports are files; every site has some of each. Pictures are slow to read: few sites have one. */
function carrierAt({ shape, index }: Pick<WorldSite, 'index' | 'shape'>, serial: number): Carrier {
  const at = serial % 50;
  // A machine without a Chinese font can draw no table: then the page holds it itself.
  if (serial === 1 && index % 20 === 3) return canDrawTables() ? 'pictured' : 'page';
  if (serial === 1 && index % 10 === 6) return 'attached-docx';
  // A sitemap says nothing of a file but its folder.
  if (shape === 'sitemap' && (at === 40 || at === 26)) return 'page';
  if (at === 7 || at === 31) return 'attached-docx';
  if (at === 19) return 'attached-pdf';
  if (at === 40) return 'file-docx';
  return at === 26 ? 'file-pdf' : 'page';
}

function drawingOf(carrier: Carrier, site: number): string {
  if (carrier === 'page') return drawings[site % drawings.length]!;
  // At the place of its picture the others would write markup around every word.
  if (carrier === 'pictured') return 'html-clean';
  return carrier.endsWith('docx') ? 'docx-headings' : 'pdf-plain';
}

const titles = [
  '{issuer}{year}年政府信息公开工作年度报告',
  '{issuer}{year}年度政府信息公开工作年度报告',
  '{year}年{issuer}政府信息公开工作年度报告',
];

/** Makes the n-th report of a site; `serial` is never used twice, so that a moved or new report has an address of its own. */
export function makeWorldReport(
  site: Pick<WorldSite, 'index' | 'shape'>,
  serial: number,
  body: string,
  year: number,
  random: Random,
): WorldReport {
  const issuer = `${placeAt(site.index).name}${body}`;
  const carrier = carrierAt(site, serial);
  const publishedOn = `${year + 1}-01-${String(random.int(5, 30)).padStart(2, '0')}`;
  const id = `s${String(site.index + 1).padStart(2, '0')}-r${String(serial + 1).padStart(3, '0')}`;
  const title = titles[site.index % titles.length]!.replace('{issuer}', issuer).replace(
    '{year}',
    String(year),
  );
  return {
    id,
    body,
    issuer,
    year,
    title,
    publishedOn,
    carrier,
    drawing: drawingOf(carrier, site.index),
    seed: random.int(1, 2 ** 31 - 1),
    version: 1,
    ...addressOf(site, serial, carrier, publishedOn, year),
  };
}

/** The address of a report; files that the list links are among the site's uploads. */
export function addressOf(
  site: Pick<WorldSite, 'shape'>,
  serial: number,
  carrier: Carrier,
  publishedOn: string,
  year: number,
): Pick<WorldReport, 'path' | 'filePath' | 'picturePath'> {
  const suffix = carrier.endsWith('docx') ? 'docx' : carrier.endsWith('pdf') ? 'pdf' : 'png';
  const file = `/upload/${publishedOn.slice(0, 7).replace('-', '')}/f${8000 + serial}.${suffix}`;
  if (carrier.startsWith('file')) return { path: file, filePath: null, picturePath: null };
  const path = shapes[site.shape].pathOf({ serial, publishedOn, year });
  return {
    path,
    filePath: carrier.startsWith('attached') ? file : null,
    picturePath: carrier === 'pictured' ? file : null,
  };
}

/** Newest first; on one day, by number. */
export const inListOrder = (reports: readonly WorldReport[]): WorldReport[] =>
  [...reports].sort((a, b) => b.publishedOn.localeCompare(a.publishedOn) || a.id.localeCompare(b.id));

/** One site of the first night: some bodies of one place, each with the reports of five years. */
export function planSite(seed: number, index: number, reportCount: number): WorldSite {
  const random = seededRandom(seed).fork(`site ${index}`);
  const site = {
    index,
    id: `site-${String(index + 1).padStart(2, '0')}`,
    name: `${placeAt(index).name}人民政府`,
    shape: shapeNames[index % shapeNames.length]!,
    ...charsets[index % charsets.length]!,
    validators: (['etag', 'both', 'last-modified', 'etag', 'none'] as const)[index % 5]!,
    isGzipped: index % 3 === 0,
    naming: (['full', 'cut-with-title', 'full', 'weak', 'spaced'] as const)[Math.floor(index / 2) % 5]!,
    robots: (['rules', 'delay', 'rules', 'none'] as const)[index % 4]!,
    perPage: [10, 15, 20][index % 3]!,
    former: new Map(),
  };
  const reports = Array.from({ length: reportCount }, (_, serial) => {
    const body = bureaus[Math.floor(serial / YEARS) % bureaus.length]!;
    const round = Math.floor(serial / (YEARS * bureaus.length));
    const office = round === 0 ? body : `${body}第${'一二三四五六七八九十'[(round - 1) % 10]}分局`;
    return makeWorldReport(
      site,
      serial,
      office,
      FIRST_YEAR + (serial % YEARS),
      random.fork(`report ${serial}`),
    );
  });
  return { ...site, reports: inListOrder(reports) };
}
