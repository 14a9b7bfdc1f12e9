import { describe, expect, it } from 'vitest';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { Cell } from '../../src/model/report-record.js';
import { loadKnowledge } from '../index.js';

/**
 * What style sheets do to a figure besides the plain ways that `marks.test.ts` has in every carrier. `css` is the page's sheet,
 * `cell` what stands in the cell of permits; `seen` is what a browser shows, null where nobody can tell. The record says that, or
 * is in doubt.
 */
interface Sight {
  css?: string;
  cell: string;
  seen: number | null;
  /** Shown as it is written: it must be read, and be sure. */
  isPlain?: true;
}

const sights: Record<string, Sight> = {
  // Parts of the text.
  'first letter of size 0': { css: 'td::first-letter{font-size:0}', cell: '34526', seen: 4526 },
  'first letter, old spelling': { css: 'td:first-letter{color:#fff}', cell: '34526', seen: 4526 },
  'first letter struck': {
    css: '.a::first-letter{text-decoration:line-through}',
    cell: '<p class="a">34526</p>',
    seen: 4526,
  },
  'first line hidden': {
    css: '.a::first-line{color:transparent}',
    cell: '<p class="a">9<br>4526</p>',
    seen: 4526,
  },
  'first letter larger': {
    css: 'td::first-letter{font-weight:bold;color:#c00}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  // Lines and covers.
  'line by a gradient': {
    css: '.a{background:linear-gradient(transparent 45%,red 45%,red 55%,transparent 55%)}',
    cell: '<i class="a">62</i>4526',
    seen: 4526,
  },
  'line by a small gradient': {
    css: '.a{background:linear-gradient(red,red) center/100% 1px no-repeat}',
    cell: '<i class="a">62</i>',
    seen: null,
  },
  'line by a repeated picture': {
    css: '.a{background:url(x.png) repeat-x center}',
    cell: '<i class="a">62</i>',
    seen: null,
  },
  'line by ::after': {
    css: '.a{position:relative}.a::after{content:"";position:absolute;left:0;width:100%;top:50%;border-top:1px solid red}',
    cell: '<i class="a">62</i>',
    seen: null,
  },
  'line by an element': {
    css: '.b{position:absolute;left:0;right:0;top:50%;height:1px;background:#000}',
    cell: '<i>62<b class="b"></b></i>',
    seen: null,
  },
  'cover by ::before': {
    css: '.a::before{content:"";position:absolute;inset:0;background:#fff}',
    cell: '<i class="a">62</i>',
    seen: null,
  },
  'underline in the middle': {
    css: '.a{text-decoration:underline;text-underline-offset:-6px}',
    cell: '<i class="a">62</i>',
    seen: null,
  },
  'clearfix behind it': {
    css: 'td::after{content:"";display:table;clear:both}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  'bar beside it': {
    css: 'td::before{content:"";position:absolute;left:0;top:0;width:3px;height:100%;background:red}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  'ground of a plain gradient': {
    css: 'td{background:linear-gradient(#fff,#eee)}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  // Cuts and moves.
  'clip path': { css: '.a{clip-path:inset(0 0 0 8px)}', cell: '<i class="a">34526</i>', seen: 4526 },
  mask: {
    css: '.a{-webkit-mask-image:linear-gradient(90deg,transparent 20%,#000 20%)}',
    cell: '<i class="a">34526</i>',
    seen: 4526,
  },
  'narrow box': {
    css: '.a{display:block;overflow:hidden;width:18px;white-space:nowrap}',
    cell: '<span class="a">45261234</span>',
    seen: 4526,
  },
  'wide box': {
    css: '.a{display:block;overflow:hidden;width:90px}',
    cell: '<span class="a">4526</span>',
    seen: 4526,
    isPlain: true,
  },
  'box of three digits': {
    css: '.a{display:block;overflow:hidden;width:3ch;white-space:nowrap}',
    cell: '<span class="a">4526</span>',
    seen: 452,
  },
  'box of its own ems': {
    css: '.a{display:block;overflow:hidden;max-width:1em;font-size:12px}',
    cell: '<span class="a">4526</span>',
    seen: 45,
  },
  'box of four digits': {
    css: '.a{display:block;overflow:hidden;width:4ch}',
    cell: '<span class="a">4526</span>',
    seen: 4526,
    isPlain: true,
  },
  'box lower than a line': {
    css: '.a{display:block;overflow:hidden;height:8px}',
    cell: '<span class="a">4526</span>',
    seen: null,
  },
  'box as high as a line': {
    css: '.a{display:block;overflow:hidden;height:18px}',
    cell: '<span class="a">4526</span>',
    seen: 4526,
    isPlain: true,
  },
  'indent out of a box': {
    css: '.a{display:block;overflow:hidden;text-indent:-8px}',
    cell: '<span class="a">34526</span>',
    seen: 4526,
  },
  'letters on each other': { css: '.a{letter-spacing:-.6em}', cell: '<i class="a">4526</i>', seen: null },
  'moved by a margin': { css: '.a{margin-left:-16px}', cell: '26<i class="a">45</i>', seen: null },
  'moved from its place': {
    css: '.a{position:relative;left:-16px}',
    cell: '26<i class="a">45</i>',
    seen: 4526,
  },
  'moved by translate': {
    css: '.a{display:inline-block;transform:translateX(-16px)}',
    cell: '26<i class="a">45</i>',
    seen: null,
  },
  'grid columns': {
    css: '.g{display:grid}.a{grid-column:2}.b{grid-column:1}',
    cell: '<div class="g"><i class="a">26</i><i class="b">45</i></div>',
    seen: 4526,
  },
  'flex-flow reversed': {
    css: '.g{display:inline-flex;flex-flow:row-reverse}',
    cell: '<div class="g"><i>26</i><i>45</i></div>',
    seen: 4526,
  },
  'scaled to nothing': {
    css: '.a{display:inline-block;transform:scale(0.01)}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  // Faint.
  'child nearly transparent': { css: '.a{opacity:.1}', cell: '<i class="a">3</i>4526', seen: 4526 },
  'filter of opacity 0': { css: '.a{filter:opacity(0)}', cell: '<i class="a">3</i>4526', seen: 4526 },
  blurred: { css: '.a{filter:blur(4px)}', cell: '<i class="a">4526</i>', seen: null },
  'as dots': { css: '.a{-webkit-text-security:disc}', cell: '<i class="a">4526</i>', seen: null },
  'colour of the cell': {
    css: 'td{background:#eef}.a{color:#eef}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  'colour of the row': {
    css: 'tr{background:#eef}.a{color:#eef}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  'child that inherits white': {
    css: '.a{color:#fff}.b{color:inherit}',
    cell: '<i class="a"><b class="b">3</b></i>4526',
    seen: 4526,
  },
  'hardly any alpha': { css: '.a{color:rgba(0,0,0,.02)}', cell: '<i class="a">3</i>4526', seen: 4526 },
  'white on a gradient': {
    css: 'td{background:linear-gradient(#fff,#fefefe)}.a{color:#fff}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  'colour that is calculated': {
    css: '.a{color:color-mix(in srgb,white 99%,red)}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  // Fonts.
  'a font of the page': {
    css: '@font-face{font-family:"Num";src:url(data:font/woff2;base64,d09GMg)}.a{font-family:Num,serif}',
    cell: '<i class="a">4526</i>',
    seen: null,
  },
  'a linked font, by the short property': {
    css: "@font-face{font-family:num;src:local('x'),url(num.woff)}.a{font:bold 14px/1.5 'num'}",
    cell: '<i class="a">4526</i>',
    seen: null,
  },
  'a font of the page for letters': {
    css: '@font-face{font-family:Num;src:url(a.woff);unicode-range:U+4E00-9FFF}.a{font-family:Num}',
    cell: '<i class="a">4526</i>',
    seen: 4526,
    isPlain: true,
  },
  'a font of the page for something else': {
    css: '@font-face{font-family:Num;src:url(a.woff)}.z{font-family:Num}.a{font-family:SimSun}',
    cell: '<i class="a">4526</i>',
    seen: 4526,
    isPlain: true,
  },
  'a font of pictures': { cell: '<font face="Wingdings">4526</font>', seen: null },
  // References.
  'digits escaped twice': { cell: '4&amp;#53;26', seen: null },
  'digits as references': { cell: '&#52;&#x35;26', seen: 4526, isPlain: true },
  // The language of style sheets.
  'a nested rule': { css: 'td{color:#222; .a{display:none}}', cell: '<i class="a">3</i>4526', seen: 4526 },
  'a nested rule with &': { css: 'td{& > .a{display:none}}', cell: '<i class="a">3</i>4526', seen: 4526 },
  'a nested rule of something else': {
    css: 'td{color:#222; .z{display:none}}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  'a custom property': {
    css: ':root{--off:none}.a{display:var(--off)}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  'a custom property that nobody sets': {
    css: '.a{display:var(--off)}',
    cell: '<i class="a">4526</i>',
    seen: null,
  },
  'a custom property with a fallback': {
    css: '.a{display:var(--off, none)}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  'not pointed at': { css: 'td:not(:hover) .a{display:none}', cell: '<i class="a">3</i>4526', seen: 4526 },
  'only for print': {
    css: '@media print{.a{display:none}}',
    cell: '<i class="a">4526</i>',
    seen: 4526,
    isPlain: true,
  },
  'only for the screen': {
    css: '@media only screen and (min-width:300px){.a{display:none}}',
    cell: '<i class="a">3</i>4526',
    seen: 4526,
  },
  'a range of widths': {
    css: '@media (width <= 600px){td{display:none}}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  'only in the dark': {
    css: '@media (prefers-color-scheme:dark){td{color:#fff}}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  'not supported': {
    css: '@supports not (display:grid){td{display:none}}',
    cell: '4526',
    seen: 4526,
    isPlain: true,
  },
  'a unit by the sheet': { css: 'td.v::after{content:"万"}', cell: '<i>4526</i>', seen: 4526 },
  'a sign by the sheet': { css: '.a::before{content:"-"}', cell: '<i class="a">4526</i>', seen: null },
  'a point by the sheet': { css: '.a::after{content:"."}', cell: '<i class="a">45</i>26', seen: null },
  // HTML.
  'a popover': { cell: '<i popover>3</i>4526', seen: 4526 },
  'the number of a list': { cell: '<ol start="4526"><li></li></ol>', seen: 4526 },
  'a figure in a numbered list': { cell: '<ol start="12"><li>4526</li></ol>', seen: 4526 },
  'a figure in a list of bullets': { cell: '<ul><li>4526</li></ul>', seen: 4526, isPlain: true },
};

/** Names that sheets which are not here explain. */
const named: Record<string, string> = {
  struck: '<span class="del">62</span>4526',
  'struck, alone': '<span class="text-decoration-line-through">62</span>',
  hidden: '<span class="d-none">4526</span>',
  'for screen readers': '<span class="sr-only">3</span>4526',
};

const knowledge = loadKnowledge();

async function cellsOf(css: string, cell: string, head = ''): Promise<{ permits: Cell; penalties: Cell }> {
  const row = (label: string, text: string) => `<tr><td>${label}</td><td class="v">${text}</td></tr>`;
  const rows = [
    '<tr><td colspan="2">第二十条第（五）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>',
    row('行政许可', cell),
    '<tr><td colspan="2">第二十条第（六）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>',
    row('行政处罚', '318'),
    row('行政强制', '47'),
  ];
  const title = '青峦县水务局2023年政府信息公开工作年度报告';
  const page = `<html><head><meta charset="utf-8"><title>${title}</title>${head}<style>${css}</style></head><body><h1>${title}</h1><h2>一、总体情况</h2><p>本局依照规定编制本报告。</p><h2>二、主动公开政府信息情况</h2><table>${rows.join('')}</table></body></html>`;
  const files = [{ uri: 'a.html', bytes: Buffer.from(page) }];
  const { records } = await convertBundle({ files }, knowledge);
  const table = records[0]!.tables.proactive!;
  return {
    permits: table.administrativeLicensing!.decisions!,
    penalties: table.administrativePenalty!.decisions!,
  };
}

describe('a figure under style sheets', () => {
  it.each(Object.entries(sights))('%s', async (_, { css = '', cell, seen, isPlain }) => {
    const { permits } = await cellsOf(css, cell);
    if (isPlain) expect(permits).toMatchObject({ value: seen, confidence: 'read', flags: [] });
    else expect(['suspect', 'missing']).toContain(permits.confidence);
  });

  it.each(Object.entries(named))('by a name that no sheet explains: %s', async (_, cell) => {
    const { permits, penalties } = await cellsOf('', cell, '<link rel="stylesheet" href="a.css">');
    expect(permits.confidence).toBe('suspect');
    expect(penalties).toMatchObject({ value: 318, confidence: 'read' });
  });

  it('has cells in another order', async () => {
    const { penalties } = await cellsOf('tr{display:flex}td.v{order:-1}', '4526');
    expect(penalties.confidence).not.toBe('read');
  });
});
