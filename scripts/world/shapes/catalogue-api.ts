import { columnName, entriesOf } from '../list-entries.js';
import { jsonAnswer, sitePage } from '../site-page.js';
import type { Shape } from '../world-types.js';

const PAGE_SIZE = 20;

/** A column that is a frame around an application with a tree of columns and JSON. */
export const catalogueApi: Shape = {
  start: ['/zwgk/nb.html'],
  pathOf: ({ serial }) => `/gkmlpt/content/9/${9000 + serial}/post_${9100000 + serial}.html`,
  pages: (site) => {
    const entries = entriesOf(site);
    const tree = [
      { id: 2299, name: '机构职能' },
      { id: 2301, name: columnName },
      { id: 2307, name: '规划计划' },
    ];
    const settings = `<script>window._CONFIG = { SITE_ID: 755001, TREE: ${JSON.stringify(tree)} };</script>
<script src="/gkmlpt/static/app.js"></script>`;
    return new Map([
      [
        '/zwgk/nb.html',
        () => sitePage(site, columnName, '<iframe src="/gkmlpt/index#2301" width="100%"></iframe>'),
      ],
      ['/gkmlpt/index', () => sitePage(site, '信息公开目录', '<div id="app"></div>', settings)],
      [
        '/gkmlpt/api/all/2301',
        (query: URLSearchParams) => {
          const page = Number(query.get('page') ?? 1);
          const articles = entries
            .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
            .map(({ title, path, date }, index) => ({ id: page * 1000 + index, title, url: path, date }));
          return jsonAnswer({ articles, classify: { id: 2301, name: columnName }, total: entries.length });
        },
      ],
      ['/gkmlpt/api/all/2307', () => jsonAnswer({ articles: [], total: 0 })],
    ]);
  },
};
