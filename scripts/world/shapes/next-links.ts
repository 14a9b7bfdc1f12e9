import { columnName, entriesOf, listHtml, pagesOf } from '../list-entries.js';
import { sitePage } from '../site-page.js';
import type { Shape } from '../world-types.js';

/** Each page knows only the next one, as a plain link; the last one links itself. */
export const nextLinks: Shape = {
  start: ['/gongkai/nianbao/'],
  pathOf: ({ serial, year }) => `/gongkai/content/${year}/c${70000 + serial}.shtml`,
  pages: (site) => {
    const pages = pagesOf(site, entriesOf(site));
    return new Map([
      [
        '/gongkai/nianbao/',
        (query) => {
          const number = Math.min(Math.max(Number(query.get('p') ?? 1), 1), pages.length);
          const pager = `<div class="page"><a href="?p=${Math.max(1, number - 1)}">上一页</a> <span>${number}</span>
<a href="?p=${Math.min(pages.length, number + 1)}">下一页</a></div>`;
          return sitePage(site, columnName, `${listHtml(site, pages[number - 1]!)}\n${pager}`);
        },
      ],
    ]);
  },
};
