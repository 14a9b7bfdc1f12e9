import { gzipSync } from 'node:zlib';
import { entriesOf } from '../list-entries.js';
import type { Shape } from '../world-types.js';

const FOLDER = '/zfxxgk/gkndbg/';
export const explanationPath = `${FOLDER}shuoming.shtml`;

/** No list at all: an index of sitemaps, one of them packed, that name addresses without words. */
export const sitemap: Shape = {
  start: ['/sitemap.xml'],
  pathOf: ({ serial, publishedOn }) =>
    `${FOLDER}${publishedOn.slice(0, 7).replace('-', '')}/${45000 + serial}.shtml`,
  pages: (site, origin) => {
    // The last one is in the folder of reports and is no report: only its page shows that.
    const entries = [...entriesOf(site), { title: '', path: explanationPath, date: '2024-02-20' }];
    const half = Math.ceil(entries.length / 2);
    const urls = (part: typeof entries): string =>
      part
        .map(
          ({ path, date }) =>
            `<url><loc>${origin}${path}</loc>${date === '' ? '' : `<lastmod>${date}</lastmod>`}</url>`,
        )
        .join('\n');
    const set = (part: typeof entries): string =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls(part)}\n</urlset>`;
    const index = `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${origin}/sitemaps/1.xml</loc></sitemap>
<sitemap><loc>${origin}/sitemaps/2.xml.gz</loc></sitemap>
</sitemapindex>`;
    const xml = (text: string) => ({
      status: 200,
      type: 'application/xml',
      body: new TextEncoder().encode(text),
    });
    return new Map([
      ['/sitemap.xml', () => xml(index)],
      ['/sitemaps/1.xml', () => xml(set(entries.slice(0, half)))],
      [
        '/sitemaps/2.xml.gz',
        () => ({
          ...xml(''),
          type: 'application/gzip',
          body: new Uint8Array(gzipSync(set(entries.slice(half)))),
        }),
      ],
    ]);
  },
};
