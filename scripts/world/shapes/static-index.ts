import { columnName, entriesOf, listHtml, pagesOf } from '../list-entries.js';
import { sitePage } from '../site-page.js';
import type { Answer, Shape, WorldSite } from '../world-types.js';

const numberedFiles =
  (folder: string, pager: (pages: number, current: number) => string) => (site: WorldSite) => {
    const pages = pagesOf(site, entriesOf(site));
    const map = new Map<string, () => Answer>();
    for (const [index, entries] of pages.entries()) {
      const page = () => sitePage(site, columnName, listHtml(site, entries), pager(pages.length, index));
      map.set(index === 0 ? `${folder}index.html` : `${folder}index_${index}.html`, page);
      if (index === 0) map.set(folder, page);
    }
    return map;
  };

const FOLDER = '/zfxxgk/gknb/';

/** Files, with a pager that a script call draws. */
export const staticIndex: Shape = {
  start: [FOLDER],
  pathOf: ({ serial, publishedOn }) =>
    `${FOLDER}${publishedOn.slice(0, 7).replace('-', '')}/t${publishedOn.replaceAll('-', '')}_${52000 + serial}.html`,
  pages: numberedFiles(
    FOLDER,
    (pages, current) =>
      `<div class="pager"><script>createPageHTML(${pages}, ${current}, "index", "html");</script></div>`,
  ),
};

const OLD_FOLDER = '/xxgk/nb/';

/** The older pager: it counts in variables and joins the address itself. */
export const staticCount: Shape = {
  start: [`${OLD_FOLDER}index.html`],
  pathOf: ({ serial, year }) => `${OLD_FOLDER}${year}/${61000 + serial}.htm`,
  pages: numberedFiles(
    OLD_FOLDER,
    (pages, current) => `<script>
var currentPage = ${current};
var prevPage = currentPage - 1;
var nextPage = currentPage + 1;
var countPage = ${pages};
if (nextPage < countPage) document.write('<a href="' + "index" + "_" + nextPage + "." + "html" + '">more</a>');
</script>`,
  ),
};
