import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/discover/discover.js';
import type { Link } from '../../../src/model/discovery.js';
import { loadSiteKnowledge } from '../index.js';
import { platforms } from './index.js';

const knowledge = loadSiteKnowledge();
const HOST = 'http://www.example.cn';
const NAME = '青岚县教育局2023年政府信息公开工作年度报告';

const column: Link = {
  url: HOST,
  key: 'www.example.cn',
  text: '政府信息公开年报',
  year: null,
  date: null,
  evidence: ['names-column'],
  isInColumn: true,
  listKey: null,
};

const look = (path: string, body: string, via: Link | null = null) =>
  discover(
    { url: HOST + path, body: new TextEncoder().encode(body), mediaType: null, charset: null, via },
    knowledge,
  );
const page = (content: string): string =>
  `<html><head><title>政府信息公开年报</title></head><body>${content}</body></html>`;
const paths = (links: readonly Link[]): string[] => links.map(({ url }) => url.slice(HOST.length));

/** Pages in the shape of each platform, drawn for this test: their addresses, and the further pages that they name. */
const drawn: Record<string, { path: string; html: string; next: string[] }[]> = {
  'static-index': [
    {
      path: '/zfxxgk/nb/',
      html: '<script>createPageHTML(3,0,"index","html")</script>',
      next: ['/zfxxgk/nb/index_1.html', '/zfxxgk/nb/index_2.html'],
    },
    {
      // On the third page: the same pages but its own, and the first one by its file.
      path: '/zfxxgk/nb/index_2.html',
      html: "<script>createPageHTML( 3, 2, 'index', 'shtml' );</script>",
      next: ['/zfxxgk/nb/index_1.shtml', '/zfxxgk/nb/index_2.shtml'],
    },
    {
      path: '/zfxxgk/nb/index.html',
      html: "<script>createPageHTML('page_div',3, 1,'list','html',57);</script>",
      next: ['/zfxxgk/nb/list_2.html', '/zfxxgk/nb/list_3.html'],
    },
    {
      path: '/nb/index.htm',
      html: '<script>var countPage = 2 //pages\nvar x = "index" + "_" + nextPage + "." + "htm";</script>',
      next: ['/nb/index_1.htm'],
    },
    { path: '/nb/', html: '<script>createPageHTML(1,0,"index","html")</script>', next: [] },
  ],
  'record-proxy': [
    {
      path: '/col/col9/index.html',
      html: `<script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="/art/1.html">${NAME}</a></li>]]></record></recordset></datastore></script>
<script>$('#7').jpage({ "itemTotal": 31, "perPage": 15, "proxyUrl": "/module/web/jpage/dataproxy.jsp?columnid=9&amp;unitid=7" });</script>`,
      next: [
        '/module/web/jpage/dataproxy.jsp?columnid=9&unitid=7&startrecord=16&endrecord=30&perpage=15',
        '/module/web/jpage/dataproxy.jsp?columnid=9&unitid=7&startrecord=31&endrecord=31&perpage=15',
      ],
    },
  ],
  'rows-endpoint': [
    {
      path: '/list.html',
      html: '<ul data-url="/api/list?c=5&amp;pageNo=1&amp;pageSize=15"></ul>',
      next: ['/api/list?c=5&pageNo=1&pageSize=15'],
    },
    {
      path: '/list.html',
      html: '<script>$.getJSON("/cms/articles.do?pageIndex=1&cat=9", show)</script>',
      next: ['/cms/articles.do?pageIndex=1&cat=9'],
    },
  ],
  'channel-search': [
    {
      path: '/nb/index.html',
      html: '<script>var channelId = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"; load("/common/search/" + channelId)</script>',
      next: ['/common/search/0a1b2c3d4e5f60718293a4b5c6d7e8f9?_pageSize=20&_isAgg=true&_isJson=true&page=1'],
    },
  ],
  'catalogue-api': [
    {
      path: '/gkmlpt/index',
      html: `<script src="/gkmlpt/app.js"></script><script>_CONFIG = {"SITE_ID":"755042","TREE":[{"id":1,"name":"机构职能"},{"id":12,"name":"政府信息公开年报"},
{"id":13,"pid":1,"name":"部门年度报告"}]}</script>`,
      next: ['/gkmlpt/api/all/12?page=1&sid=755042', '/gkmlpt/api/all/13?page=1&sid=755042'],
    },
  ],
  'query-pages': [
    {
      path: '/list.php?cid=3',
      html: "<script>$('#p').pagination({pageCount:3, jump: function(n){location.href='?cid=3&page='+n}})</script>",
      next: ['/list.php?cid=3&page=2', '/list.php?cid=3&page=3'],
    },
    {
      path: '/list.aspx?id=4&pageIndex=1',
      html: "<script>laypage({ count: 25, limit: 10 }); go = '&pageIndex=' + n;</script>",
      next: ['/list.aspx?id=4&pageIndex=2', '/list.aspx?id=4&pageIndex=3'],
    },
  ],
  'table-form': [
    {
      path: '/zwgk/list.jsp?colid=3',
      html: `<table><tr onclick="open1('5')"><td>${NAME}</td></tr></table><script>function open1(i){location.href='/v/'+i}</script>
<form method="get" name="pageForm" action="list.jsp"><input type="hidden" name="colid" value="3"><input name="pageNo">共 2 页</form>`,
      next: ['/zwgk/list.jsp?colid=3&pageNo=2'],
    },
  ],
};

describe.each(platforms.map((platform) => [platform.id, platform] as const))('%s', (id, platform) => {
  it('is known by its signs, and on no page of another', () => {
    const knownOn = Object.entries(drawn).flatMap(([shape, pages]) =>
      pages.some(({ path, html }) => look(path, page(html)).platforms.some((found) => found.id === id))
        ? [shape]
        : [],
    );
    expect(knownOn).toEqual([id]);
    const [first] = drawn[id]!;
    const known = look(first!.path, page(first!.html)).platforms.find((found) => found.id === id);
    expect(known!.signs).toEqual(platform.signs.map(({ name }) => name));
  });

  it('is not seen in a page that shows none of it', () => {
    expect(look('/nb/', page(`<a href="1.html">${NAME}</a>`)).platforms).toEqual([]);
  });

  it.each(drawn[id]!.map(({ path, html, next }) => [path, html, next] as const))(
    'names the further pages of %s',
    (path, html, next) => {
      const found = look(path, page(html));
      expect(found.issues).toEqual([]);
      expect(paths(found.next)).toEqual(next.filter((address) => address !== path));
      expect(found.next.every(({ isInColumn }) => isInColumn)).toBe(true);
    },
  );

  it('keeps to the bound, whatever the page claims', () => {
    for (const { path, html } of drawn[id]!) {
      const swollen = html.replace(/\b(?:3|31|25|2)(?=[,\s])/u, '99999');
      const found = discover(
        {
          url: HOST + path,
          body: new TextEncoder().encode(page(swollen)),
          mediaType: null,
          charset: null,
          via: null,
        },
        knowledge,
        { pagesMax: 7 },
      );
      expect(found.next.length).toBeLessThanOrEqual(7);
    }
  });
});

describe('answers of list endpoints', () => {
  const entry = { title: NAME, url: '/a/1.html' };
  it.each([
    ['/api/list?pageNo=2&pageSize=10', { rows: [{ ...entry, date: '2024-01-15' }], total: 25 }, [1, 3]],
    ['/api/list?page=1&size=1', { data: { rows: [{ name: NAME, link: '/a/1.html' }], totalCount: 2 } }, [2]],
    [
      '/api/list?page=1&size=1',
      { code: 0, data: { list: [{ title: NAME, docUrl: '/a/1.html' }], total: 2 } },
      [2],
    ],
    [
      '/common/search/x?_pageSize=1&page=1',
      { data: { results: [{ ...entry, title: `<em>${NAME}</em>` }], total: 2 } },
      [2],
    ],
    ['/gkmlpt/api/all/2?page=1&sid=7', { articles: [entry], total: 2 }, [2]],
    ['/api/list?page=1', [entry], [2]],
  ])('%s', (path, value, pages) => {
    const found = look(path, JSON.stringify(value), column);
    expect(found.kind).toBe('list');
    expect(found.issues).toEqual([]);
    expect(found.reports.map(({ url, text, year }) => [url, text, year])).toEqual([
      [`${HOST}/a/1.html`, NAME, 2023],
    ]);
    expect(found.next.map(({ url }) => Number(/(?:pageNo|page)=(\d+)/u.exec(url)![1]))).toEqual(pages);
  });

  it('builds the address from the entry where none is given', () => {
    const found = look(
      '/gkmlpt/api/all/2?page=1',
      JSON.stringify({ articles: [{ id: 77, title: NAME }], total: 1 }),
      column,
    );
    expect(paths(found.reports)).toEqual(['/gkmlpt/content/77.html']);
  });

  it('reads records of XML with weak names, in a column only', () => {
    const xml = `<datastore><totalrecord>1</totalrecord><recordset><record><![CDATA[<li><a href="/art/1.html">教育局2023年年度报告</a></li>]]></record></recordset></datastore>`;
    expect(paths(look('/module/web/jpage/dataproxy.jsp?startrecord=16', xml, column).reports)).toEqual([
      '/art/1.html',
    ]);
    expect(look('/module/web/jpage/dataproxy.jsp?startrecord=16', xml).reports).toEqual([]);
  });
});
