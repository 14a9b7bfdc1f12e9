import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import type { FetchedPage, Link } from '../model/discovery.js';
import { type DiscoverOptions, discover } from './discover.js';

const knowledge = loadSiteKnowledge();
const URL_OF_LIST = 'http://www.example.cn/zwgk/nb/index.html';

const link = (evidence: string[], isInColumn = false): Link => ({
  url: 'http://www.example.cn/x',
  key: 'www.example.cn/x',
  text: '青岚县教育局2023年政府信息公开工作年度报告',
  year: 2023,
  date: null,
  evidence,
  isInColumn,
  listKey: null,
});

const look = (body: string | Uint8Array, page: Partial<FetchedPage> = {}, options: DiscoverOptions = {}) =>
  discover(
    {
      url: URL_OF_LIST,
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      mediaType: 'text/html',
      charset: null,
      via: null,
      ...page,
    },
    knowledge,
    options,
  );
const urls = (links: readonly Link[]): string[] => links.map(({ url }) => url);
const page = (content: string, title = '政府信息公开年报'): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${content}</body></html>`;
const entry = (href: string, name: string, rest = ''): string =>
  `<li><a href="${href}">${name}</a>${rest}</li>`;

describe('a list', () => {
  it('gives reports with year, date and evidence, and rejects with reasons', () => {
    const found = look(
      page(`<ul>
      ${entry('a.html', '教育局2023年政府信息公开工作年度报告', '<span>2024-01-15</span>')}
      ${entry('b.html', '政府信息公开指南')}
      ${entry('c.html', '天气预报')}</ul>`),
    );
    expect(found.kind).toBe('list');
    expect(found.issues).toEqual([]);
    expect(found.reports).toEqual([
      {
        url: 'http://www.example.cn/zwgk/nb/a.html',
        key: 'www.example.cn/zwgk/nb/a.html',
        text: '教育局2023年政府信息公开工作年度报告',
        year: 2023,
        date: '2024-01-15',
        evidence: ['names-report', 'year-2023'],
        isInColumn: true,
        listKey: null,
      },
    ]);
    expect(found.rejected.map(({ text, evidence }) => [text, evidence[0]])).toEqual([
      ['政府信息公开指南', 'not:guide'],
    ]);
  });

  it('takes an address once, however it is written', () => {
    const name = '教育局2023年政府信息公开工作年度报告';
    const found = look(
      page(
        [
          'a.html',
          './a.html#x',
          '../nb/a.html',
          'http://www.example.cn:80/zwgk/nb/a.html',
          'a.html;jsessionid=9',
          'https://www.example.cn/zwgk/nb/a.html',
        ]
          .map((href) => entry(href, name))
          .join(''),
      ),
    );
    expect(found.reports).toHaveLength(1);
  });

  it('reads titles where the text is cut short, and rows that open by script', () => {
    const found = look(
      page(`<ul><li><a href="a.html" title="青岚县教育局2023年政府信息公开工作年度报告">青岚县教育局2023...</a></li></ul>
      <table><tr onclick="show('7')"><td>1</td><td>青岚县财政局2022年政府信息公开工作年度报告</td><td><a href="#">查看</a></td></tr></table>
      <script>function show(id) { window.open('/info/' + id + '.html'); }</script>`),
    );
    expect(found.reports.map(({ url, year }) => [url, year])).toEqual([
      ['http://www.example.cn/zwgk/nb/a.html', 2023],
      ['http://www.example.cn/info/7.html', 2022],
    ]);
    expect(found.reports[1]!.evidence).toContain('opened-by-script');
  });

  it('is a list where no script can be followed, however long its rows are', () => {
    const rows = Array.from(
      { length: 40 },
      (_, id) =>
        `<tr onclick="clever(${id})"><td>${id}</td><td>青岚县第${id}中学2023年政府信息公开工作年度报告</td></tr>`,
    );
    const found = look(page(`<table>${rows.join('')}</table>`));
    expect([found.kind, found.reports]).toEqual(['list', []]);
    expect(found.issues.map(({ code, message }) => [code, message.slice(0, 10)])).toEqual([
      ['script-not-followed', '40 entries'],
    ]);
    const titled = look(page(`<table>${rows.join('')}</table>`, '2023年政府信息公开工作年度报告'));
    expect(titled.issues.map(({ code }) => code)).toEqual(['script-not-followed', 'report-without-text']);
  });

  it('names a row by its longest cell', () => {
    const row = (name: string) =>
      `<tr onclick="location.href='/a.html'"><td>1</td><td>${name}</td><td>2024-01-29</td></tr>`;
    const [report] = look(
      page(`<table>${row('青岚县教育局2023年政府信息公开工作年度报告')}</table>`),
    ).reports;
    expect([report!.text, report!.year, report!.date]).toEqual([
      '青岚县教育局2023年政府信息公开工作年度报告',
      2023,
      '2024-01-29',
    ]);
  });

  it('reads choices whose values are addresses', () => {
    const found = look(
      page(
        `<select><option value="/nb/2023.html">2023年政府信息公开年报</option><option value="2022">2022年政府信息公开年报</option></select>`,
      ),
    );
    expect(urls(found.reports)).toEqual(['http://www.example.cn/nb/2023.html']);
  });

  it('reads addresses beside the links: data-href, areas, and a page that sends on', () => {
    const name = '黟县财政局2021年政府信息公开工作年度报告';
    const found = look(
      page(`<ul><li data-href="/a/1.html">${name}</li><li><a href="#" data-href="/a/2.html">${name}</a></li></ul>
        <map><area href="/a/3.html" alt="${name}"></map>`),
    );
    expect(urls(found.reports).map((url) => url.slice(-6))).toEqual(['1.html', '2.html', '3.html']);
    const sent = look(
      '<html><head><meta http-equiv="Refresh" content="0; URL=\'/zwgk/list.html\'"></head><body></body></html>',
    );
    expect(sent.lists.map(({ url, evidence }) => [url, evidence])).toEqual([
      ['http://www.example.cn/zwgk/list.html', ['refresh']],
    ]);
  });

  it.each([
    ['var recordCount = 35;', 'counts 35 entries and shows 1'],
    ['var countPage = 3; // pages', 'counts 3 pages and shows 1'],
    ['{"totalCount":"20"}', 'counts 20 entries and shows 1'],
    ['var recordCount = 1;', null],
    ['var pageCount = 1;', null],
  ])('says when it counts more than it shows: %s', (script, message) => {
    const list = page(
      `${entry('/a/1.html', '黟县财政局2021年政府信息公开工作年度报告')}<script>${script}</script>`,
    );
    const said = look(list).issues.filter(({ code }) => code === 'list-shows-less');
    expect(said.map((each) => each.message)).toEqual(
      message === null ? [] : [expect.stringContaining(message)],
    );
  });

  it('stays on its hosts, and says what it left', () => {
    const html = page(entry('http://other.example.org/a.html', '教育局2023年政府信息公开工作年度报告'));
    const found = look(html);
    expect(found.reports).toEqual([]);
    expect(found.rejected[0]!.evidence).toContain('not:other-host');
    expect(look(html, {}, { hosts: ['other.example.org'] }).reports).toHaveLength(1);
  });

  it('follows pagers, and no other numbers', () => {
    const found = look(
      page(`${entry('a.html', '教育局2023年政府信息公开工作年度报告')}
      <a href="index_2.html">2</a><a href="index_9.html">尾页</a><a href="/photos/3.html">3</a><a href="javascript:;">4</a>
      <a href="/news/index_2.html">下一页</a>`),
    );
    expect(urls(found.next)).toEqual([
      'http://www.example.cn/zwgk/nb/index_2.html',
      'http://www.example.cn/zwgk/nb/index_9.html',
    ]);
    expect(found.next.every(({ listKey }) => listKey === 'www.example.cn/zwgk/nb/index.html')).toBe(true);
  });

  it('reads every charset, whatever is declared', () => {
    const html = page(entry('a.html', '教育局2023年政府信息公开工作年度报告'));
    for (const charset of ['gbk', 'gb18030', 'utf-8', 'utf-16le'])
      for (const declared of [null, 'utf-8', 'gb2312', 'iso-8859-1', 'nonsense']) {
        const body = new Uint8Array(iconv.encode(html, charset, { addBOM: charset === 'utf-16le' }));
        expect(look(body, { charset: declared }).reports, `${charset} as ${declared}`).toHaveLength(1);
      }
  });

  it('bounds what a page claims', () => {
    const found = look(
      page('<script>createPageHTML(99999, 0, "index", "html");</script>'),
      {},
      { pagesMax: 20 },
    );
    expect(found.next).toHaveLength(19);
    expect(found.issues.map(({ code }) => code)).toEqual(['too-many-pages']);
  });

  it('obeys its base', () => {
    const html = page(entry('a.html', '2023年政府信息公开年报')).replace(
      '<head>',
      '<head><base href="/other/">',
    );
    expect(urls(look(html).reports)).toEqual(['http://www.example.cn/other/a.html']);
  });
});

describe('a report', () => {
  const prose = '本年度主动公开政府信息若干条，收到申请若干件，均已按期答复。'.repeat(40);
  const title = '青岚县教育局2023年政府信息公开工作年度报告';

  it('is known by its title, and its attachments by their names and places', () => {
    const found = look(
      page(
        `<h1>${title}</h1><p>${prose}</p>
        <p>附件：<a href="/u/1.docx">${title}.docx</a> <a href="/u/2.pdf">2.pdf</a> <a href="/attachment/download?id=5">附件下载</a></p>
        <p><a href="/u/form.doc">政府信息公开申请表</a> <a href="/u/5.docx">2023年政府信息公开年度报告解读</a> <a href="/u/help.pdf">使用手册</a></p><iframe src="/js/viewer.html?file=%2Fu%2F3.pdf"></iframe>
        <div class="footer"><a href="/u/9.pdf">9</a></div><a href="/zwgk/nb/">政府信息公开年报</a>`,
        `${title}_青岚县人民政府`,
      ),
    );
    expect([found.kind, found.title, found.year]).toEqual(['report', title, 2023]);
    expect(urls(found.attachments)).toEqual([
      'http://www.example.cn/u/1.docx',
      'http://www.example.cn/u/2.pdf',
      'http://www.example.cn/attachment/download?id=5',
      'http://www.example.cn/u/3.pdf',
    ]);
    expect(
      found.rejected.map(({ url, evidence }) => [
        url.slice(21),
        evidence.find((reason) => reason.startsWith('not:')),
      ]),
    ).toEqual([
      ['/u/form.doc', 'not:form'],
      ['/u/5.docx', 'not:explanation'],
      ['/u/help.pdf', 'not:of-the-site'],
      ['/u/9.pdf', 'not:in-frame'],
    ]);
    expect(found.lists).toEqual([]);
  });

  it('is no list for the reports before and behind it', () => {
    const neighbours = `<p>上一篇：<a href="b.html">财政局2023年政府信息公开工作年度报告</a></p>`;
    const found = look(page(`<h1>${title}</h1><p>${prose}</p>${neighbours}`, title));
    expect(found.kind).toBe('report');
    expect(urls(found.reports)).toEqual(['http://www.example.cn/zwgk/nb/b.html']);
  });

  it('is believed of a link where the page is titled with the site', () => {
    const html = page(`<p>${prose}</p>`, '青岚县人民政府');
    expect(look(html, { via: link(['names-report', 'year-2023']) }).kind).toBe('report');
    expect(look(html, { via: link(['path-of-report']) }).kind).toBe('other');
    expect(
      look(page('<p>x</p>', '政府信息公开年报编制说明'), { via: link(['path-of-report']) }).kind,
    ).not.toBe('report');
  });

  it('needs no year in its title where it has prose', () => {
    const name = '政府信息公开工作年度报告';
    expect(look(page(`<h1>${name}</h1><p>${prose}</p>`, name)).kind).toBe('report');
    expect(look(page(`<h1>${name}</h1><p>x</p>`, name)).kind).toBe('list');
  });

  it('may be a file behind any address', () => {
    for (const start of ['%PDF-1.7\n', 'PK\u0003\u0004', '{\\rtf1 ']) {
      const found = look(start, { via: link(['year-of-column']) });
      expect([found.kind, found.issues]).toEqual(['file', []]);
    }
  });

  it('is not a page of links that is titled like one', () => {
    const links = [1, 2, 3, 4]
      .map((id) => entry(`${id}.html`, `第${id}中学2023年政府信息公开工作年度报告`))
      .join('');
    const found = look(page(`<ul>${links}</ul>`, '2023年政府信息公开工作年度报告'));
    expect(found.kind).toBe('list');
    expect(found.reports).toHaveLength(4);
  });
});

describe('JSON', () => {
  const rows = [{ title: '教育局2023年政府信息公开工作年度报告', url: '/a.html', date: '2024-01-15' }];

  it('is read from JSONP, and from answers of unknown total one page at a time', () => {
    const url = 'http://www.example.cn/api/list?page=3';
    const found = look(`callback_1(${JSON.stringify({ data: rows })});`, { url });
    expect(urls(found.reports)).toEqual(['http://www.example.cn/a.html']);
    expect(urls(found.next)).toEqual(['http://www.example.cn/api/list?page=4']);
    expect(look(JSON.stringify({ data: [] }), { url }).next).toEqual([]);
  });

  it('says so where its entries are nowhere', () => {
    const found = look('{"answer":{"things":[{"a":1}]}}');
    expect(found.kind).toBe('other');
    expect(found.issues.map(({ code }) => code)).toEqual(['payload-unknown']);
  });

  it('keeps what an entry is called when it is no report', () => {
    const found = look(
      JSON.stringify({ rows: [...rows, { title: '政府信息公开指南', url: '/b.html' }], total: 2 }),
    );
    expect(found.announced).toBe(2);
    expect(found.rejected.map(({ evidence }) => evidence)).toEqual([['not:guide']]);
  });
});

describe('a sitemap', () => {
  const sitemap = `<?xml version="1.0"?><urlset xmlns="x"><url><loc>http://www.example.cn/zfxxgk/gkndbg/2024/1.html</loc></url>
<url><loc>http://www.example.cn/zfxxgk/gkndbg/</loc></url><url><loc>http://www.example.cn/news/1.html</loc></url>
<url><loc>http://other.example.org/gkndbg/1.html</loc></url></urlset>`;

  it('is read plain, packed and as lines', () => {
    for (const body of [sitemap, new Uint8Array(gzipSync(sitemap))]) {
      const found = look(body);
      expect(found.kind).toBe('sitemap');
      expect(urls(found.reports)).toEqual(['http://www.example.cn/zfxxgk/gkndbg/2024/1.html']);
      expect(urls(found.lists)).toEqual(['http://www.example.cn/zfxxgk/gkndbg/']);
      expect(found.rejected.map(({ evidence }) => evidence.at(-1))).toEqual(['not:other-host']);
    }
    expect(look('http://www.example.cn/gknb/1.html\nhttp://www.example.cn/a.html\n').reports).toHaveLength(1);
  });

  it('says so where it is packed wrongly, or too large', () => {
    const packed = new Uint8Array(gzipSync(sitemap));
    for (const body of [packed.subarray(0, 60), new Uint8Array(gzipSync(new Uint8Array(60 * 1024 * 1024)))]) {
      const found = look(body);
      expect(found.kind).toBe('other');
      expect(found.issues.map(({ code }) => code)).toEqual(['page-not-text']);
    }
  });
});

describe('anything', () => {
  it('is read in time, however deep it nests', () => {
    const anchor = '<a href="a.html">2023年政府信息公开年报</a>';
    for (const opening of ['<div>', '<ul><li>', '<b>', '<form name="pageForm" ', '<table><tr><td>']) {
      const found = look(`<title>x</title>${opening.repeat(50_000)}>${anchor}`);
      expect(urls(found.reports)).toEqual(['http://www.example.cn/zwgk/nb/a.html']);
      expect(found.issues.map(({ code }) => code)).toEqual(['markup-too-deep']);
    }
  });

  it('leads somewhere or nowhere, and never throws', () => {
    const pieces = fc.constantFrom(
      '<a href="',
      '">',
      '</a>',
      '2023年政府信息公开年报',
      '<li>',
      '{"rows":[',
      '{"title":1}',
      ']}',
      'createPageHTML(9,0,"a","b")',
      '<urlset>',
      '<loc>',
      '\u0000',
      '<![CDATA[',
      '<iframe src=x>',
      'javascript:f(1)',
      'function f(a){location=a+a}',
      '//',
      '%',
      '..',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
        const found = look(parts.join(''));
        const all = [
          ...found.reports,
          ...found.lists,
          ...found.next,
          ...found.attachments,
          ...found.rejected,
        ];
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        expect(all.every(({ url, evidence }) => URL.canParse(url) && evidence.length > 0)).toBe(true);
        expect(look(parts.join(''))).toEqual(found);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void look(bytes)));
  });
});
