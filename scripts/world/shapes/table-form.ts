import { columnName, entriesOf, pagesOf } from '../list-entries.js';
import { escapeHtml, sitePage } from '../site-page.js';
import type { Shape } from '../world-types.js';

/** A table whose rows open their page by a script, and a form that turns the pages. */
export const tableForm: Shape = {
  start: ['/zwgk/list.jsp?colid=31'],
  pathOf: ({ serial }) => `/info/${8800 + serial}.html`,
  pages: (site) => {
    const pages = pagesOf(site, entriesOf(site));
    const opener = `<script>
function showInfo(id) { window.open('/info/' + id + '.html', '_blank'); }
function openFile(path) { location.href = path; }
</script>`;
    const call = (path: string): string => {
      const id = /^\/info\/(\d+)\.html$/u.exec(path)?.[1];
      return id === undefined ? `openFile('${path}')` : `showInfo('${id}')`;
    };
    return new Map([
      [
        '/zwgk/list.jsp',
        (query) => {
          const number = Math.min(Math.max(Number(query.get('pageNo') ?? 1), 1), pages.length);
          const rows = pages[number - 1]!.map(
            ({ title, path, date }, index) =>
              `<tr onclick="${escapeHtml(call(path))}"><td>${index + 1}</td><td>${escapeHtml(title)}</td><td>${date}</td></tr>`,
          );
          const content = `<table class="list">
<tr><th>序号</th><th>名称</th><th>发布日期</th></tr>
${rows.join('\n')}
</table>
<form name="pageForm" action="/zwgk/list.jsp" method="get"><input type="hidden" name="colid" value="31">
第<input type="text" name="pageNo" value="${number}">页 共<b>${pages.length}</b>页</form>`;
          return sitePage(site, columnName, content, opener);
        },
      ],
    ]);
  },
};
