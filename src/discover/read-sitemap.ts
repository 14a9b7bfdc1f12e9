import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';

export interface Sitemap {
  /** Of pages, or of other sitemaps. */
  kind: 'pages' | 'index';
  entries: { address: string; title: string; date: string | null }[];
  /** There were more entries than the standard allows. */
  isCut: boolean;
}

/** The limits of sitemaps.org. */
const ENTRIES_MAX = 50_000;
const BYTES_MAX = 50 * 1024 * 1024;

/** Sitemaps come gzipped as files, without a content encoding. @returns null if it is broken or over the limit */
export function gunzipSitemap(body: Uint8Array): Uint8Array | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: BYTES_MAX });
  } catch {
    // Broken or a bomb: named by the caller as a page that can't be read.
    return null;
  }
}

/** Null if the text is no sitemap. A text file of addresses, one a line, is one too. */
export function readSitemap(text: string): Sitemap | null {
  const start = text.slice(0, 2000);
  if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/u.test(start)) return readXml(text);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || !lines.every((line) => /^https?:\/\/\S+$/u.test(line))) return null;
  return {
    kind: 'pages',
    entries: lines.slice(0, ENTRIES_MAX).map((address) => ({ address, title: '', date: null })),
    isCut: lines.length > ENTRIES_MAX,
  };
}

function readXml(text: string): Sitemap {
  const $ = load(text, { xml: true });
  const isIndex = $('sitemapindex').length > 0;
  const nodes = $(isIndex ? 'sitemap' : 'url').toArray();
  const entries = nodes.slice(0, ENTRIES_MAX).flatMap((node) => {
    const address = $(node).children('loc').first().text().trim();
    if (address === '') return [];
    const date = /^\d{4}-\d\d-\d\d/u.exec($(node).children('lastmod').text().trim())?.[0] ?? null;
    return [
      {
        address,
        title: $(node).children('news\\:news').children('news\\:title').first().text().trim(),
        date,
      },
    ];
  });
  return { kind: isIndex ? 'index' : 'pages', entries, isCut: nodes.length > ENTRIES_MAX };
}
