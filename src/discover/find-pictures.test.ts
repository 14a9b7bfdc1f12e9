import { describe, expect, it } from 'vitest';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import { discover } from './discover.js';
import { PICTURES_MAX } from './find-pictures.js';

const knowledge = loadSiteKnowledge();
const TITLE = '青岚县教育局2023年政府信息公开工作年度报告';

function discovered(content: string, frame = '', title = TITLE) {
  const html = `<title>${title}</title><div class="header"><img src="/images/top.jpg"><a href="/">首页</a></div>
<h1>${title}</h1><div class="main"><p>${'本年度做了工作。'.repeat(9)}</p>${content}</div>${frame}`;
  const url = 'http://www.qinglan.example.cn/xxgk/202401/t1.html';
  const page = { url, body: Buffer.from(html), mediaType: 'text/html', charset: 'utf-8', via: null };
  return discover(page, knowledge);
}
const found = (content: string, frame = ''): string[] =>
  discovered(content, frame).pictures.map(({ url }) => url.slice('http://www.qinglan.example.cn'.length));

describe('pictures of a report', () => {
  it('are those of its content, each once, where their address is that of a picture', () => {
    expect(found('<img src="table.jpg"><img src="/upload/2.PNG?v=3"><img src="table.jpg">')).toEqual([
      '/xxgk/202401/table.jpg',
      '/upload/2.PNG?v=3',
    ]);
  });

  it('are no icons, counters, codes, drawings of vectors, and nothing that is small', () => {
    const others = [
      '<img src="/images/icon_print.png">',
      '<img src="/images/2.jpg" width="16" height="16">',
      '<img src="/images/3.jpg" style="width:20px">',
      '<img src="/count.jsp?id=4">',
      '<img src="/hits.php">',
      '<img src="/images/ewm.png">',
      '<img src="/images/spacer.gif">',
      '<img src="/a.svg">',
      '<img src="data:image/png;base64,AAAA">',
      '<img>',
    ];
    expect(found(others.join(''))).toEqual([]);
  });

  it('stand in the content, and not in the frame of the site', () => {
    const footer = `<div class="footer"><p>主办：青岚县人民政府 版权所有</p><img src="/images/police.jpg"></div>`;
    expect(found('<img src="/1.jpg">', footer)).toEqual(['/1.jpg']);
  });

  it('stand on its own site', () => {
    const { pictures, rejected } = discovered('<img src="http://cdn.example.com/1.jpg">');
    expect(pictures).toEqual([]);
    expect(rejected).toMatchObject([
      { url: 'http://cdn.example.com/1.jpg', evidence: ['shown-in-report', 'not:other-host'] },
    ]);
  });

  it('are not many, and what is left out is said', () => {
    const shown = Array.from({ length: PICTURES_MAX + 3 }, (_, at) => `<img src="/p${at}.jpg">`).join('');
    const { pictures, issues } = discovered(shown);
    expect(pictures).toHaveLength(PICTURES_MAX);
    expect(issues).toMatchObject([
      { code: 'too-many-pictures', message: expect.stringContaining('15 pictures') },
    ]);
  });

  it('carry a report that has no text of its own', () => {
    const page = (content: string) => ({
      url: 'http://a.example.cn/1.html',
      body: Buffer.from(`<title>${TITLE}</title><h1>${TITLE}</h1>${content}`),
      ...{ mediaType: 'text/html', charset: 'utf-8', via: null },
    });
    expect(discover(page('<img src="1.jpg">'), knowledge)).toMatchObject({ kind: 'report', issues: [] });
    expect(discover(page(''), knowledge).issues).toMatchObject([{ code: 'report-without-text' }]);
  });

  it('are asked for on pages of reports alone', () => {
    expect(discovered('<img src="/1.jpg">', '', '青岚县教育局召开培训会议').pictures).toEqual([]);
  });
});
