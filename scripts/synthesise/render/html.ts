import { cutTable, withoutRowSpans } from '../alter/tables.js';
import {
  alterTables,
  type Page,
  type PrintedBlock,
  type PrintedCell,
  type PrintedTable,
  unfoldTable,
} from '../printed.js';
import type { Random } from '../random.js';
import type { Carrier } from './rendering.js';

/** How one page is marked up. Each function returns HTML. */
export interface Markup {
  /** Text of a cell or paragraph, "" for a blank. */
  inline: (text: string) => string;
  cell: (inner: string) => string;
  table: (table: PrintedTable, markup: Markup) => string;
  paragraph: (inner: string, kind: string) => string;
  /** Puts the site around the article. */
  frame: (article: string, title: string, random: Random) => string;
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const spanAttributes = ({ colSpan, rowSpan }: PrintedCell): string =>
  `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;

const spannedTable = (table: PrintedTable, markup: Markup): string => {
  const rows = table.rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td${spanAttributes(cell)}>${markup.cell(markup.inline(cell.text))}</td>`).join('')}</tr>`,
  );
  return `<table border="1" cellspacing="0">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
};

const divTable = (table: PrintedTable, markup: Markup): string => {
  const rows = unfoldTable(table).map((row) => {
    const cells = row.filter((place) => place.leftEdge);
    return `<div class="row">${cells
      .map(({ cell, origin }) => `<div class="cell">${origin ? markup.inline(cell.text) : ''}</div>`)
      .join('')}</div>`;
  });
  return `<div class="grid">\n${rows.join('\n')}\n</div>`;
};

const preTable = (table: PrintedTable): string =>
  `<pre>\n${unfoldTable(table)
    .map((row) => row.map(({ cell, origin }) => (origin ? escapeHtml(cell.text) : '')).join('\t'))
    .join('\n')}\n</pre>`;

export const cleanMarkup: Markup = {
  inline: escapeHtml,
  cell: (inner) => inner,
  table: spannedTable,
  paragraph: (inner, kind) =>
    kind === 'paragraph' || kind === 'byline' ? `<p>${inner}</p>` : `<${kind}>${inner}</${kind}>`,
  frame: (article) => `<div class="article">\n${article}\n</div>`,
};

/** Word's own HTML: a span for every run, o:p at the end, a no-break space for a blank. */
export const wordMarkup: Markup = {
  ...cleanMarkup,
  inline: (text) => {
    if (text === '') return '<span lang="EN-US"><o:p>&nbsp;</o:p></span>';
    const middle = Math.ceil(text.length / 2);
    const runs = text.length > 3 ? [text.slice(0, middle), text.slice(middle)] : [text];
    return `${runs
      .map(
        (run) => `<span style="font-family:仿宋_GB2312;mso-bidi-font-family:宋体">${escapeHtml(run)}</span>`,
      )
      .join('')}<span lang="EN-US"><o:p></o:p></span>`;
  },
  cell: (inner) => `\n  <p class="MsoNormal" align="center" style="text-align:center">${inner}</p>\n  `,
  paragraph: (inner) => `<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt">${inner}</p>`,
};

const menu = ['首页', '机构职能', '政策文件', '互动交流', '专题专栏'];

/** The article three layout tables deep, with the menu in the cells beside it. */
const layoutFrame: Markup['frame'] = (article, title) => `<table width="1000" align="center"><tr>
<td width="200"><table><tr>${menu.map((item) => `<td>${item}</td>`).join('</tr><tr>')}</tr></table></td>
<td><table width="100%"><tr><td>当前位置：首页 &gt; 政府信息公开年报</td></tr><tr><td>${escapeHtml(title)}</td></tr>
<tr><td>
${article}
</td></tr></table></td>
</tr></table>
<table><tr><td>主办单位</td><td>技术支持</td><td>备案号 00000000</td></tr></table>`;

/** A metadata table before and a table of visits behind: numbers that belong to the site, not to the report. */
const junkFrame: Markup['frame'] = (
  article,
  title,
  random,
) => `<table class="info"><tr><td>名称</td><td>${escapeHtml(title)}</td></tr>
<tr><td>索引号</td><td>${random.int(10000000, 99999999)}/${random.int(2020, 2025)}-${random.int(10000, 99999)}</td><td>公开方式</td><td>主动公开</td></tr></table>
${article}
<table class="foot"><tr><td>今日访问</td><td>${random.int(1, 900)}</td><td>累计访问</td><td>${random.int(10000, 990000)}</td></tr>
<tr><td>总计</td><td>${random.int(1, 99)}</td></tr></table>
<script>var count = ${random.int(1, 99)};</script>`;

const blockHtml = (block: PrintedBlock, markup: Markup): string => {
  if (block.kind === 'table') return markup.table(block.table, markup);
  if (block.kind === 'hidden') {
    return `<div style="display:none">\n${block.blocks.map((inner) => blockHtml(inner, markup)).join('\n')}\n</div>`;
  }
  const kind = block.kind === 'title' ? 'h1' : block.kind === 'heading' ? `h${block.level + 1}` : block.kind;
  return markup.paragraph(markup.inline(block.text), kind);
};

/** @param charset named in the head, unless it is '' */
export const htmlPage = (page: Page, markup: Markup, random: Random, charset = 'utf-8'): string => {
  const title = page.blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : []))[0] ?? '';
  const article = page.blocks.map((block) => blockHtml(block, markup)).join('\n');
  const meta = charset ? `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">\n` : '';
  return `<!DOCTYPE html>
<html>
<head>
${meta}<title>${escapeHtml(title)}</title>
</head>
<body>
${markup.frame(article, title, random)}
</body>
</html>
`;
};

const cutInThree = (page: Page, random: Random): Page =>
  alterTables(page, (table) => {
    const length = table.rows.length;
    if (length < 9) return table;
    const first = random.int(table.headRows + 1, Math.floor(length / 2));
    return cutTable(table, [first, random.int(first + 1, length - 2)]).map((part) => ({
      kind: 'table',
      table: part,
    }));
  });

interface HtmlVariant {
  markup: Partial<Markup>;
  word?: true;
  covered?: 'empty';
  alter?: (page: Page, random: Random) => Page;
}

const variants: Record<string, HtmlVariant> = {
  'html-clean': { markup: {} },
  'html-word': { markup: {}, word: true },
  'html-nested': { markup: { frame: layoutFrame } },
  'html-word-nested': { markup: { frame: layoutFrame }, word: true },
  'html-junk': { markup: { frame: junkFrame } },
  'html-cut': { markup: {}, alter: cutInThree },
  'html-empty-spans': { markup: {}, alter: (page) => alterTables(page, withoutRowSpans) },
  'html-div': { markup: { table: divTable } },
  'html-pre': { markup: { table: preTable }, covered: 'empty' },
};

export const htmlCarriers: Carrier[] = Object.entries(variants).map(
  ([name, { markup, word, alter, covered }]) => ({
    name,
    carrier: 'html',
    ...(covered ? { covered } : {}),
    render: (page, random) => {
      const altered = alter ? alter(page, random) : page;
      const full = { ...(word ? wordMarkup : cleanMarkup), ...markup };
      return { bytes: new TextEncoder().encode(htmlPage(altered, full, random)), suffix: '.html' };
    },
  }),
);
