import { columnName, entriesOf } from '../list-entries.js';
import { jsonAnswer, sitePage } from '../site-page.js';
import type { Shape } from '../world-types.js';

const CHANNEL = '5b1f0c6d7e8a49b2a3c4d5e6f7089a1b';

/** A column that is a search for its channel. */
export const channelSearch: Shape = {
  start: ['/zwgk/ndbg/index.html'],
  pathOf: ({ serial }) => `/zwgk/ndbg/content/post_${91000 + serial}.html`,
  pages: (site) => {
    const entries = entriesOf(site);
    const script = `<script>
var channelId = "${CHANNEL}";
$.ajax({ url: "/common/search/" + channelId, data: { _pageSize: 20, page: 1 } });
</script>`;
    return new Map([
      [
        '/zwgk/ndbg/index.html',
        () => sitePage(site, columnName, `<h1>${columnName}</h1><div id="results"></div>`, script),
      ],
      [
        `/common/search/${CHANNEL}`,
        (query: URLSearchParams) => {
          const page = Number(query.get('page') ?? 1);
          const size = Number(query.get('_pageSize') ?? 20);
          const results = entries
            .slice((page - 1) * size, page * size)
            .map(({ title, path, date }) => ({ title, url: path, publishedTimeStr: `${date} 10:00:00` }));
          return jsonAnswer({ status: 0, data: { results, total: entries.length, page, rows: size } });
        },
      ],
    ]);
  },
};
