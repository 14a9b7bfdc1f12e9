import { columnName, entriesOf, listHtml, pagesOf } from '../list-entries.js';
import { sitePage } from '../site-page.js';
import type { Shape } from '../world-types.js';

/** Entries drawn by the server, a pager drawn by a script, and a session in every link. */
export const queryPages: Shape = {
  start: ['/list.php?cid=31'],
  pathOf: ({ serial }) => `/show.php?id=${8800 + serial}`,
  pages: (site) => {
    const pages = pagesOf(site, entriesOf(site));
    return new Map([
      [
        '/list.php',
        (query) => {
          // A page that is not there is answered with the first one, as such servers do.
          const number = Number(query.get('page') ?? 1);
          const index = pages[number - 1] === undefined ? 0 : number - 1;
          const entries = pages[index]!.map((entry, at) => ({
            ...entry,
            path: entry.path.includes('?') ? `${entry.path}&PHPSESSID=c0ffee${index}${at}` : entry.path,
          }));
          const script = `<script>
$('#pager').pagination({ pageCount: ${pages.length}, current: ${index + 1}, callback: function (n) {
  location.href = '?cid=31&page=' + n; } });
</script>`;
          return sitePage(site, columnName, `${listHtml(site, entries)}<div id="pager"></div>`, script);
        },
      ],
    ]);
  },
};
