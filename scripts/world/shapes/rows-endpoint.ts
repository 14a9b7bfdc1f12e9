import { columnName, entriesOf } from '../list-entries.js';
import { jsonAnswer, sitePage } from '../site-page.js';
import type { Shape } from '../world-types.js';

/** A page without entries, and JSON with rows and a total. */
export const rowsEndpoint: Shape = {
  start: ['/xxgk/list.html'],
  pathOf: ({ serial }) => `/info/1112/${8000 + serial}.htm`,
  pages: (site) => {
    const entries = entriesOf(site);
    const endpoint = `/api/articles?column=1112&amp;page=1&amp;rows=${site.perPage}`;
    const content = `<h1>${columnName}</h1><ul class="list" data-url="${endpoint}"></ul><div id="pager"></div>`;
    return new Map([
      ['/xxgk/list.html', () => sitePage(site, columnName, content)],
      [
        '/api/articles',
        (query: URLSearchParams) => {
          const page = Number(query.get('page') ?? 1);
          const size = Number(query.get('rows') ?? site.perPage);
          const rows = entries.slice((page - 1) * size, page * size).map(({ title, path, date }, index) => ({
            id: index,
            title,
            url: path,
            date: `${date} 09:30:00`,
          }));
          return jsonAnswer({ rows, total: entries.length });
        },
      ],
    ]);
  },
};
