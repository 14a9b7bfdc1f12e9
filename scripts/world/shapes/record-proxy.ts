import { anchorOf, columnName, entriesOf } from '../list-entries.js';
import { encodeFor, sitePage } from '../site-page.js';
import type { Shape } from '../world-types.js';

const PROXY = '/module/web/jpage/dataproxy.jsp';

/** Records of HTML in XML: the first ones in the page, the others by their numbers. */
export const recordProxy: Shape = {
  start: ['/col/col1229/index.html'],
  pathOf: ({ serial, publishedOn }) => {
    const [year, month, day] = publishedOn.split('-').map(Number);
    return `/art/${year}/${month}/${day}/art_1229_${43000 + serial}.html`;
  },
  pages: (site) => {
    const entries = entriesOf(site);
    const records = (from: number, to: number): string =>
      entries
        .slice(from - 1, to)
        .map(
          (entry, index) =>
            `<record><![CDATA[<li>${anchorOf(site, entry, index)}<span>${entry.date}</span></li>]]></record>`,
        )
        .join('\n');
    const first = `<div id="4321"><script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="${PROXY}?page=2&columnid=1229&unitid=4321"></a>]]></nextgroup>
<recordset>
${records(1, site.perPage)}
</recordset></datastore></script></div>
<script>$('#4321').jpage({ itemTotal: ${entries.length}, perPage: ${site.perPage}, proxyUrl: '${PROXY}?columnid=1229&unitid=4321&webid=12' });</script>`;
    return new Map([
      ['/col/col1229/index.html', () => sitePage(site, columnName, first)],
      [
        PROXY,
        (query: URLSearchParams) => {
          const from = Number(query.get('startrecord') ?? 1);
          const to = Number(query.get('endrecord') ?? from + site.perPage - 1);
          const xml = `<datastore><totalrecord>${entries.length}</totalrecord><recordset>\n${records(from, to)}\n</recordset></datastore>`;
          return { status: 200, type: 'text/xml', body: encodeFor(site, xml) };
        },
      ],
    ]);
  },
};
