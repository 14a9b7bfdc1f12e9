import { columnName, entriesOf, listHtml } from '../list-entries.js';
import { sitePage } from '../site-page.js';
import type { Answer, Shape } from '../world-types.js';

/** A column of bodies; each body has a list of its years, and what belongs to no body is on the column itself. */
export const subsidiaries: Shape = {
  start: ['/zfxxgk/bmnb/index.html'],
  pathOf: ({ serial, year }) => `/zfxxgk/bm/${year}/${30000 + serial}.html`,
  pages: (site) => {
    const bodies = [...new Set(site.reports.map(({ issuer }) => issuer))].sort();
    const entries = entriesOf(site);
    const owned = new Map(site.reports.map(({ path, issuer }) => [path, issuer]));
    const pageOf = (body: string): string => `/zfxxgk/bm/list_${bodies.indexOf(body) + 1}.html`;
    const map = new Map<string, () => Answer>();
    const links = bodies.map((body) => `<li><a href="${pageOf(body)}">${body}</a></li>`).join('\n');
    const rest = entries.filter(({ path }) => !owned.has(path));
    map.set('/zfxxgk/bmnb/index.html', () =>
      sitePage(site, columnName, `<ul class="bodies">\n${links}\n</ul>\n${listHtml(site, rest)}`),
    );
    for (const body of bodies)
      map.set(pageOf(body), () =>
        sitePage(
          site,
          `${body}${columnName}`,
          listHtml(
            site,
            entries.filter(({ path }) => owned.get(path) === body),
          ),
        ),
      );
    return map;
  },
};
