import { describe, expect, it } from 'vitest';
import { UNREAD_OBJECT } from '../../../src/model/mark.js';
import type { Block } from '../../../src/model/parsed-document.js';
import { type HtmlBlocks, readHtmlBlocks } from './read-html-blocks.js';

const read = (html: string): HtmlBlocks => readHtmlBlocks(html, { sourceOffsets: true, dropRegions: true });

/** Paragraphs as they are, grids as rows of "text" or "text@row,column+rows×columns" where spanned. */
const drawBlock = (block: Block): string | string[] => {
  if (block.kind === 'paragraph')
    return block.headingLevel ? `h${block.headingLevel} ${block.text}` : block.text;
  return Array.from({ length: block.rowCount }, (_, row) =>
    block.cells
      .filter((cell) => cell.row === row)
      .map((cell) =>
        cell.rowSpan * cell.colSpan > 1 ? `${cell.text}[${cell.rowSpan}x${cell.colSpan}]` : cell.text,
      )
      .join(' | '),
  );
};
const draw = (html: string) => read(html).blocks.map(drawBlock);
const codes = (html: string) => read(html).issues.map((issue) => issue.code);
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('paragraphs', () => {
  it('come from blocks, headings and line breaks', () => {
    expect(draw('<h1>标题</h1><div>甲<p>乙<b>丙</b></p>丁<br>戊</div><ul><li>己</ul>')).toEqual([
      'h1 标题',
      '甲',
      '乙丙',
      '丁',
      '戊',
      '己',
    ]);
  });

  it('collapse white space inside and lose blanks at their ends only', () => {
    expect(read('<p>&nbsp;&emsp;甲 \n\t 乙&nbsp;&nbsp;丙\u200b</p>').blocks[0]).toMatchObject({
      text: '甲 乙\u00a0\u00a0丙',
    });
  });

  it('are the lines of preformatted text', () => {
    expect(draw('<pre>\n甲 | 1\r\n\n\t乙\t2\n</pre><textarea>丙\n丁</textarea>')).toEqual([
      '甲 | 1',
      '\t乙\t2',
      '丙',
      '丁',
    ]);
  });

  it('are the lines of plain text that has a table pasted in', () => {
    expect(draw(`甲\n乙\n<table>${row('丙', '1')}</table>\n丁\n戊`)).toEqual([
      '甲',
      '乙',
      ['丙 | 1'],
      '丁',
      '戊',
    ]);
    expect(draw(`<p>甲\n乙</p><table>${row('丙', '1')}</table>`)).toEqual(['甲 乙', ['丙 | 1']]);
  });

  it('are joined by line ends in the parsed text', () => {
    const { text } = read(`<p>甲</p><table>${row('乙', '1')}${row('丙', '')}</table><p>丁</p>`);
    expect(text).toBe('甲\n乙 | 1\n丙 | \n丁');
  });

  it('skip Word markup and conditional comments', () => {
    const html =
      '<p class=MsoNormal>甲<o:p></o:p><![if !x]>&nbsp;<![endif]></p><!--[if mso]><xml><w:View>1</w:View></xml><![endif]-->';
    expect(draw(html)).toEqual(['甲']);
  });
});

describe('tables of data', () => {
  it('keep their spans', () => {
    const html =
      '<table><thead><tr><th rowspan=2>名称<th colspan=2>数量</thead><tr><td>甲<td>乙<tr><td>丙<td>1<td>&nbsp;</table>';
    expect(draw(html)).toEqual([['名称 | 数量[1x2]', '甲 | 乙', '丙 | 1 | ']]);
  });

  it('show the foot last, wherever it is written', () => {
    expect(draw(`<table><tfoot>${row('合计', '3')}</tfoot><tbody>${row('甲', '3')}</tbody></table>`)).toEqual(
      [['甲 | 3', '合计 | 3']],
    );
  });

  it('read a caption before the table', () => {
    expect(draw(`<table><caption>表一</caption>${row('甲', '1')}</table>`)).toEqual(['表一', ['甲 | 1']]);
  });

  it('put a space between the lines of a cell', () => {
    expect(draw('<table><tr><td><p>不予</p><p>公开</p><td>1<br>2</table>')).toEqual([['不予 公开 | 1 2']]);
  });

  it('keep loose text that browsers move out of the table', () => {
    const { blocks } = read('<table>说明<tr><td>甲</td>飘<td>1</td></tr></table>');
    expect(blocks.map(drawBlock)).toEqual(['说明', '飘', ['甲 | 1']]);
  });

  it('lose hidden rows and cells, with a warning', () => {
    const html =
      '<table><tr style="display:none"><td>甲<td>9<tr><td>甲<td style="display: none">8<td>1</table>';
    expect(draw(html)).toEqual([['甲 | 1']]);
    expect(codes(html)).toEqual(['ignored-markup', 'hidden-content']);
  });

  it('keep the place of a cell whose text is invisible', () => {
    const hidden = (text: string) => `<table><tr><td>甲<td style="visibility:hidden">${text}<td>1</table>`;
    expect(draw(hidden('无'))).toEqual([['甲 |  | 1']]);
    // An empty place is seen, and a figure stands in it: it is neither blank nor 9.
    expect(draw(hidden('9'))).toEqual([[`甲 | ${UNREAD_OBJECT} | 1`]]);
    expect(read(hidden('9')).marks).toMatchObject([{ kind: 'hidden' }]);
  });

  it('tell of cells that overlap', () => {
    const { issues } = read('<p>甲</p><table><tr><td>A<td rowspan=2>B<tr><td colspan=2>C<td>D</table>');
    expect(issues).toMatchObject([{ code: 'overlapping-cells', severity: 'warning', at: { block: 1 } }]);
  });
});

describe('tables of layout', () => {
  const data = `<table>${row('指标', '数')}${row('甲', '3')}</table>`;

  it('are opened where they hold other tables', () => {
    expect(draw(`<table>${row('<h2>题</h2>')}${row(`<p>前</p>${data}<p>后</p>`)}</table>`)).toEqual([
      'h2 题',
      '前',
      ['指标 | 数', '甲 | 3'],
      '后',
    ]);
  });

  it('are opened where a cell holds a whole text', () => {
    const prose = '<p>本段只是一段用来占位的长文字而已。</p>'.repeat(40);
    const blocks = draw(
      `<table>${row('索引号', '7')}${row('机构', '某局')}<tr><td colspan=2>${prose}</td></tr></table>`,
    );
    expect(blocks[0]).toEqual(['索引号 | 7', '机构 | 某局']);
    expect(blocks).toHaveLength(41);
  });

  it('are opened where they have one column of text', () => {
    expect(draw(`<table>${row('', '甲', '')}${row('', '乙', '')}</table>`)).toEqual(['甲', '乙']);
    expect(draw(`<table>${row('甲')}</table>`)).toEqual(['甲']);
  });

  it('are no table when each cell of data has a small table of its own', () => {
    expect(draw(`<table>${row(`<table>${row('甲')}</table>`, '1')}${row('乙', '2')}</table>`)).toEqual([
      ['甲 | 1', '乙 | 2'],
    ]);
  });

  it('leave a table of data inside a table of data to itself', () => {
    const html = `<table>${row('甲', '1')}${row('乙', `2${data}`, '9')}${row('丙', '3')}</table>`;
    expect(draw(html)).toEqual([
      ['甲 | 1', '乙 | 2 | 9', '丙 | 3'],
      ['指标 | 数', '甲 | 3'],
    ]);
  });

  it('do not swallow an empty form', () => {
    expect(draw(`<table>${row('甲', '')}${row('乙', '')}${row('丙', '')}</table>`)).toEqual([
      ['甲 | ', '乙 | ', '丙 | '],
    ]);
  });
});

describe('tables drawn without <table>', () => {
  const drawn = (container: string, line: string, cell: string) =>
    `<div ${container}>${['甲', '乙'].map((label) => `<div ${line}><span ${cell}>${label}</span><span ${cell}>1</span></div>`).join('')}</div>`;

  it('are grids by style, role, class name or style sheet', () => {
    const grid = [['甲 | 1', '乙 | 1']];
    expect(
      draw(drawn('style="display:table"', 'style="display:table-row"', 'style="display: table-cell"')),
    ).toEqual(grid);
    expect(draw(drawn('role=table', 'role=row', 'role=cell'))).toEqual(grid);
    expect(draw(drawn('class=list', 'class=tr', 'class="td w1"'))).toEqual(grid);
    expect(
      draw(`<style>.a{display:table-row}.b{display:table-cell}</style>${drawn('', 'class=a', 'class=b')}`),
    ).toEqual(grid);
  });

  it('are none where names only arrange the page', () => {
    expect(draw(drawn('class=container', 'class=row', 'class="col-md-6"'))).toEqual(['甲1', '乙1']);
    expect(
      draw(
        '<div><div class=row><div class=cell>甲</div></div><div class=row><div class=cell>乙</div></div></div>',
      ),
    ).toEqual(['甲', '乙']);
  });
});

describe('what is left out', () => {
  it('is counted', () => {
    const { issues } = read('<script>1</script><style>a{}</style><!-- x --><p>甲</p><noscript>乙</noscript>');
    expect(issues).toMatchObject([
      {
        code: 'ignored-markup',
        severity: 'info',
        message: 'Left out: comment 1, noscript 1, script 1, style 1.',
      },
    ]);
  });

  it('is nothing on a plain page', () => {
    expect(read('<html><body><p>甲</p></body></html>').issues).toEqual([]);
  });

  it('holds menus, footers and breadcrumbs, but no title and no table', () => {
    const html =
      '<div class="main-nav"><a>首页</a><a>政府信息公开</a></div><div class="header"><h1>某局2023年政府信息公开工作年度报告</h1></div>' +
      '<div class="breadcrumb">当前位置：首页 &gt; 政府信息公开年报</div>' +
      `<div class="sidebar"><table>${row('甲', '1')}${row('乙', '2')}${row('丙', '3')}</table></div>` +
      '<p class="nav">正文</p><div id="footer">版权所有：某某政府</div>';
    expect(draw(html)).toEqual([
      'h1 某局2023年政府信息公开工作年度报告',
      ['甲 | 1', '乙 | 2', '丙 | 3'],
      '正文',
    ]);
    expect(draw('<div class="nav"><p>全年公开12条</p></div><p>乙</p>')).toEqual(['全年公开12条', '乙']);
  });

  it('is never the whole page', () => {
    expect(draw('<div class="nav"><a>甲</a></div>')).toEqual(['甲']);
  });

  it('holds hidden text, with a warning where figures are in it', () => {
    expect(draw('<p>甲<span hidden>9</span><i style="font-size:0">8</i></p>')).toEqual(['甲']);
    expect(codes('<p>甲</p><div style="DISPLAY : none !important">收到9件</div>')).toContain(
      'hidden-content',
    );
    expect(codes('<p>甲</p><div style="display:none">分享</div>')).toEqual(['ignored-markup']);
    expect(
      draw('<style>.x{display:none} .x.on{display:block}</style><p class=x>甲</p><p class="x on">乙</p>'),
    ).toEqual(['乙']);
  });

  it('is not what only printers or phones hide, nor lists with a layout trick', () => {
    expect(draw('<style>@media print{.x{display:none}}</style><p class=x>甲</p>')).toEqual(['甲']);
    expect(draw('<ul style="font-size:0"><li class=i>甲</li></ul>')).toEqual(['甲']);
  });

  it('is read after all where the page shows nothing else', () => {
    const html = `<div style="display:none"><p>${'只有脚本才会显示的正文。'.repeat(60)}</p></div><p>加载中</p>`;
    expect(read(html).blocks).toHaveLength(2);
    expect(codes(html)).toContain('hidden-content');
  });

  it('holds images, listed where they stand when they may be content', () => {
    const pictures = (html: string) => read(html).pictures;
    expect(pictures('<p>甲<img src="/W020210101.png"></p>')).toEqual([{ src: '/W020210101.png', block: 1 }]);
    expect(pictures('<img src="/1.png"><p>甲</p>')).toEqual([{ src: '/1.png', block: 0 }]);
    expect(pictures('<p>甲</p><table><tr><td>1<td><img src="/1.png"></table><p>乙</p>')).toEqual([
      { src: '/1.png', block: 2 },
    ]);
    expect(pictures('<p>甲<img src="icon.png"><img src="a.png" width=16></p>')).toEqual([]);
    expect(pictures('<img src="data:image/png;base64,icon">')).toHaveLength(1);
  });
});

describe('escapes', () => {
  it('are decoded twice where they were made twice', () => {
    const { blocks, issues } = read('<p>&amp;nbsp;超过&amp;lt;5&amp;gt;件</p>');
    expect(blocks[0]).toMatchObject({ text: '超过<5>件', sourceStart: 13 });
    expect(issues.map((issue) => issue.code)).toEqual(['double-escaped']);
  });

  it('are decoded once elsewhere', () => {
    expect(draw('<p>R&amp;D A&B &lt;条例&gt; &amp;nbspx</p>')).toEqual(['R&D A&B <条例> &nbspx']);
    expect(codes('<p>R&amp;D A&B &lt;条例&gt;</p>')).toEqual([]);
  });

  it('that hide a whole table are told', () => {
    expect(codes('<p>&lt;table&gt;&lt;tr&gt;&lt;td&gt;1&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</p>')).toEqual([
      'escaped-markup',
    ]);
  });
});

describe('metadata', () => {
  it('is the title and the named facts, as written', () => {
    const html =
      '<title> 甲\n乙 </title><meta name="ArticleTitle" content="某局年报"><meta name=PubDate content="2024-01-17 09:00">' +
      '<meta name=viewport content="width=1"><meta charset=utf-8><meta name=Keywords content=""><p>丙</p>';
    expect(read(html).metadata).toEqual([
      { name: 'title', value: '甲 乙' },
      { name: 'ArticleTitle', value: '某局年报' },
      { name: 'PubDate', value: '2024-01-17 09:00' },
    ]);
  });
});
