import {
  addRows,
  besideLastYear,
  hideDecoys,
  numberWithComma,
  relabel,
  repeatTables,
  shredApplications,
  sprinkleInvisible,
  suffixHeadings,
} from './alter/page.js';
import {
  blankEverything,
  blankTotals,
  breakOwnSums,
  mixEras,
  noteInCell,
  setFigure,
  withoutProse,
} from './alter/report.js';
import { escapeTwice, loseDateCharacters, pollute, useRadicals, writeNumerals } from './alter/text.js';
import type { Recipe } from './document.js';
import { modelEssays, regulation } from './non-reports.js';
import { seededRandom } from './random.js';
import type { Truth } from './truth.js';

/** What the record of a sample must say beyond its truth. */
export type Expectation =
  /** Dotted path into the record; every given property must match. */
  | { path: string; value?: unknown; confidence?: string[]; flag?: string }
  /** At least one cell, field or fact carries this flag. */
  | { somewhere: string }
  /** The record raises an issue of this code. */
  | { issue: string };

export interface Quirk {
  /** Folder: <year>-<place>-<name>. */
  name: string;
  place: string;
  /** What is odd about it, in one line. */
  quirk: string;
  recipe: Omit<Recipe, 'place'> & { year: number };
  expectations?: Expectation[];
  /** Prints the HTML or DOCX with a program that is not on every machine. */
  printedBy?: 'chromium' | 'libreoffice';
}

const zeros = { zero: '0', blankShare: 0, thousands: false, fullWidth: false, minus: '-' } as const;

const noReport =
  (kind: Truth['kind']) =>
  (truth: Truth): Truth => ({
    ...truth,
    kind,
    template: null,
    year: null,
    issuer: null,
    narrative: null,
    tables: {},
    statistics: null,
  });

const kindIs = (value: string): Expectation[] => [{ path: 'kind', value }];

/** Each is a way that real reports arrive, played through with an invented body. */
export const quirks: Quirk[] = [
  {
    name: 'clean-html',
    place: 'qinglan',
    quirk: 'clean HTML table of the 2019 form, nothing odd: the yardstick',
    recipe: { form: 'ogi-2019', year: 2019, carrier: 'html-clean', seed: 101, scale: 'few', style: zeros },
    expectations: [...kindIs('annual-report'), { path: 'template', value: 'ogi-2019' }],
  },
  {
    name: 'clean-html',
    place: 'linxi',
    quirk: 'clean HTML table of the 2021 form, nothing odd: the yardstick',
    recipe: { form: 'ogi-2021', year: 2023, carrier: 'html-clean', seed: 102, scale: 'some', style: zeros },
    expectations: [...kindIs('annual-report'), { path: 'template', value: 'ogi-2021' }],
  },
  {
    name: 'word-markup',
    place: 'shizhang',
    quirk: 'Word markup in every cell: runs split inside numbers and labels, o:p, no-break spaces for blanks',
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      carrier: 'html-word',
      seed: 103,
      scale: 'some',
      style: { ...zeros, blankShare: 0.4 },
    },
  },
  {
    name: 'gbk-declared-utf8',
    place: 'wanglan',
    quirk: 'bytes are GBK, the page claims UTF-8',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'html-clean',
      seed: 104,
      style: zeros,
      charset: 'gbk',
      declared: 'utf-8',
    },
  },
  {
    name: 'nested-layout',
    place: 'luze',
    quirk: 'the article stands three layout tables deep, with the menu and the footer in tables beside it',
    recipe: {
      form: 'ogi-2021',
      year: 2021,
      carrier: 'html-word-nested',
      seed: 105,
      scale: 'few',
      style: zeros,
    },
  },
  {
    name: 'table-cut-in-three',
    place: 'weiqiao',
    quirk: 'table 三 is cut in three tables, spans are cut with it',
    recipe: { form: 'ogi-2021', year: 2024, carrier: 'html-cut', seed: 106, scale: 'some', style: zeros },
  },
  {
    name: 'empty-cell-for-rowspan',
    place: 'jizhou',
    quirk: 'no rowspan anywhere: empty cells under the merged parents, blanks among the figures too',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'html-empty-spans',
      seed: 107,
      scale: 'few',
      style: { ...zeros, blankShare: 0.5 },
    },
  },
  {
    name: 'hidden-copy',
    place: 'tangping',
    quirk: 'before each table a copy with other numbers under display:none',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      carrier: 'html-clean',
      seed: 108,
      scale: 'some',
      style: zeros,
      alterPage: hideDecoys,
    },
  },
  {
    name: 'div-table',
    place: 'chengtang',
    quirk: 'tables drawn with div elements',
    recipe: { form: 'ogi-2021', year: 2022, carrier: 'html-div', seed: 109, scale: 'few', style: zeros },
  },
  {
    name: 'pre-table',
    place: 'tongye',
    quirk: 'tables inside pre, columns kept apart by tabs',
    recipe: { form: 'ogi-2019', year: 2019, carrier: 'html-pre', seed: 110, scale: 'few', style: zeros },
  },
  {
    name: 'site-tables',
    place: 'jintan',
    quirk: 'an index table before the report and a table of visits with a 总计 of its own behind it',
    recipe: { form: 'ogi-2021', year: 2025, carrier: 'html-junk', seed: 111, scale: 'few', style: zeros },
  },
  {
    name: 'double-escaped',
    place: 'yunchuan',
    quirk: 'entities escaped twice: &amp;nbsp; for blanks, &amp;ldquo; in a label',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'html-clean',
      seed: 112,
      scale: 'few',
      style: { ...zeros, blankShare: 0.5 },
      alterText: escapeTwice,
    },
  },
  {
    name: 'zero-width',
    place: 'qinglan',
    quirk: 'zero-width spaces and soft hyphens inside labels and numbers',
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      carrier: 'html-clean',
      seed: 113,
      scale: 'many',
      style: zeros,
      alterPage: sprinkleInvisible,
    },
  },
  {
    name: 'merged-docx',
    place: 'linxi',
    quirk: 'DOCX with vertically and horizontally merged cells, headings as plain bold paragraphs',
    recipe: { form: 'ogi-2019', year: 2019, carrier: 'docx-plain', seed: 114, scale: 'some', style: zeros },
  },
  {
    name: 'docx-headings',
    place: 'shizhang',
    quirk: 'DOCX with Word heading styles, blanks for zeros',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      carrier: 'docx-headings',
      seed: 115,
      scale: 'few',
      style: { ...zeros, zero: '' },
    },
  },
  {
    name: 'pdf-chromium',
    place: 'wanglan',
    quirk: 'PDF printed by Chromium: Kangxi radicals in the text layer, spans broken over pages',
    recipe: {
      form: 'ogi-2021',
      year: 2024,
      carrier: 'html-clean',
      seed: 116,
      alterReport: withoutProse,
      scale: 'some',
      style: zeros,
    },
    printedBy: 'chromium',
  },
  {
    name: 'pdf-chromium',
    place: 'luze',
    quirk: 'PDF of the 2019 form printed by Chromium from Word markup, blanks and negatives',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'html-word',
      seed: 117,
      alterReport: withoutProse,
      scale: 'some',
      style: { ...zeros, blankShare: 0.3 },
    },
    printedBy: 'chromium',
  },
  {
    name: 'pdf-libreoffice',
    place: 'weiqiao',
    quirk: 'PDF made by LibreOffice from a DOCX',
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      carrier: 'docx-plain',
      seed: 118,
      alterReport: withoutProse,
      scale: 'few',
      style: zeros,
    },
    printedBy: 'libreoffice',
  },
  {
    name: 'pdf-broken-label',
    place: 'jizhou',
    quirk: 'PDF whose page break cuts a wrapped label in two, page numbers in the text, fonts not embedded',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      carrier: 'pdf-split-rows',
      seed: 119,
      scale: 'some',
      style: zeros,
    },
  },
  {
    name: 'pdf-repeated-heads',
    place: 'tangping',
    quirk: 'PDF that prints the heading of table 三 again on the next page',
    recipe: {
      form: 'ogi-2019',
      year: 2019,
      carrier: 'pdf-repeated-heads',
      seed: 120,
      scale: 'many',
      style: zeros,
    },
  },
  {
    name: 'pipe-parents-once',
    place: 'chengtang',
    quirk: 'pipe text, merged parents only on their first row, no leading pipes',
    recipe: { form: 'ogi-2019', year: 2020, carrier: 'pipe-trailing', seed: 121, scale: 'few', style: zeros },
  },
  {
    name: 'pipe-tight-blanks',
    place: 'tongye',
    quirk: 'pipe text, blank cells as || or longer runs',
    recipe: {
      form: 'ogi-2021',
      year: 2021,
      carrier: 'pipe-tight-blanks',
      seed: 122,
      scale: 'few',
      style: { ...zeros, zero: '' },
    },
  },
  {
    name: 'pipe-continuation-rows',
    place: 'jintan',
    quirk: 'pipe text, a leading pipe only on rows under a merged parent, blanks as | |',
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      carrier: 'pipe-continuation-leading',
      seed: 123,
      scale: 'few',
      style: { ...zeros, blankShare: 0.5 },
    },
  },
  {
    name: 'pipe-cell-a-line',
    place: 'yunchuan',
    quirk: 'pipe text, one cell a line, each ending in a pipe',
    recipe: {
      form: 'ogi-2019',
      year: 2019,
      carrier: 'pipe-cell-a-line',
      seed: 124,
      scale: 'some',
      style: zeros,
    },
  },
  {
    name: 'pipe-bare-lines',
    place: 'qinglan',
    quirk: 'pipe text, a line with a bare pipe between any two cells',
    recipe: {
      form: 'ogi-2021',
      year: 2024,
      carrier: 'pipe-bare-between',
      seed: 125,
      scale: 'few',
      style: zeros,
    },
  },
  {
    name: 'pipe-rows-broken-at-blanks',
    place: 'linxi',
    quirk: 'pipe text, rows broken over lines at their empty cells',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'pipe-broken-at-blanks',
      seed: 126,
      scale: 'few',
      style: { ...zeros, blankShare: 0.4 },
    },
  },
  {
    name: 'tab-broken-labels',
    place: 'shizhang',
    quirk:
      'Word to text: a cell a line after a tab, 三、本年度办理结果 one character a line, no-break spaces for blanks, a bookmark mark in the title',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'tab-word-broken-labels',
      seed: 127,
      scale: 'few',
      style: { ...zeros, zero: '' },
      alterPage: suffixHeadings,
    },
  },
  {
    name: 'tab-rows',
    place: 'wanglan',
    quirk: 'a row a line, cells kept apart by tabs, empty fields under merged parents',
    recipe: { form: 'ogi-2021', year: 2025, carrier: 'tab-rows', seed: 128, scale: 'some', style: zeros },
  },
  {
    name: 'bare-lines',
    place: 'luze',
    quirk: 'one cell a line with a blank line between, no separator at all',
    recipe: { form: 'ogi-2019', year: 2019, carrier: 'lines', seed: 129, scale: 'few', style: zeros },
  },
  {
    name: 'single-spaces',
    place: 'weiqiao',
    quirk: 'rows with single spaces in which blank cells leave no trace',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      carrier: 'spaces',
      seed: 130,
      scale: 'few',
      style: { ...zeros, blankShare: 0.1 },
    },
  },
  {
    name: 'glued',
    place: 'jizhou',
    quirk: 'no separator between cells: the digits of a row are one run',
    recipe: { form: 'ogi-2021', year: 2022, carrier: 'glued', seed: 131, scale: 'some', style: zeros },
  },
  {
    name: 'markdown',
    place: 'tangping',
    quirk: 'Markdown tables with spanned parents left blank',
    recipe: {
      form: 'ogi-2021',
      year: 2024,
      carrier: 'markdown-blank-spans',
      seed: 132,
      scale: 'some',
      style: zeros,
    },
  },
  {
    name: 'markdown-by-a-model',
    place: 'chengtang',
    quirk: 'a model wrote table 三 as one small table a row, under headings 数据1 to 数据6 that it invented',
    recipe: {
      form: 'ogi-2021',
      year: 2025,
      carrier: 'markdown-blank-spans',
      seed: 133,
      scale: 'some',
      style: zeros,
      alterPage: shredApplications,
    },
  },
  {
    name: 'national-statistics',
    place: 'tongye',
    quirk: 'narrative with the national statistics table annexed, HTML',
    recipe: {
      form: 'statistics-2014',
      year: 2016,
      carrier: 'html-clean',
      seed: 134,
      scale: 'some',
      style: zeros,
    },
    expectations: [{ path: 'template', value: 'statistics-2014' }],
  },
  {
    name: 'national-statistics-tab',
    place: 'jintan',
    quirk: 'the national statistics table as Word text',
    recipe: {
      form: 'statistics-2014',
      year: 2015,
      carrier: 'tab-word',
      seed: 135,
      scale: 'few',
      style: zeros,
    },
  },
  {
    name: 'provincial-statistics',
    place: 'yunchuan',
    quirk: "a province's own indicators with two value columns, everything on one line with single spaces",
    recipe: {
      form: 'statistics-provincial',
      year: 2014,
      carrier: 'spaces-one-line',
      seed: 136,
      style: zeros,
    },
  },
  {
    name: 'narrative-damaged-dates',
    place: 'qinglan',
    quirk: 'narrative whose dates lost 年 and 月: 20161231日',
    recipe: {
      form: 'narrative',
      year: 2016,
      carrier: 'html-clean',
      seed: 137,
      alterText: loseDateCharacters,
    },
    expectations: [{ somewhere: 'date-repaired' }],
  },
  {
    name: 'narrative-numerals',
    place: 'linxi',
    quirk: 'narrative with Chinese numerals and stated zeros (没有因…被申请行政复议)',
    recipe: { form: 'narrative', year: 2012, carrier: 'spaces', seed: 138, alterText: writeNumerals },
    expectations: [{ somewhere: 'stated-none' }],
  },
  {
    name: 'mixed-eras',
    place: 'shizhang',
    quirk: '2021 form, but table 三 with the single 其他处理 row of 2019',
    recipe: {
      form: 'ogi-2021',
      year: 2021,
      carrier: 'html-clean',
      seed: 139,
      scale: 'few',
      style: zeros,
      alterReport: (report) => mixEras(report, seededRandom(139)),
    },
    expectations: [
      { path: 'template', value: 'ogi-2021' },
      { path: 'tableTemplates.applications', value: 'ogi-2019' },
    ],
  },
  {
    name: 'extra-rows',
    place: 'wanglan',
    quirk: 'rows that the form does not know: 行政检查, 其他主动公开文件',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      carrier: 'html-clean',
      seed: 140,
      scale: 'some',
      style: zeros,
      alterPage: (page) =>
        addRows('行政强制', [['行政检查', '118']])(
          addRows('行政规范性文件', [['其他主动公开文件', '31', '2', '96']])(page),
        ),
    },
  },
  {
    name: 'unit-in-cell',
    place: 'luze',
    quirk: 'procurement printed as 6181万元: stored in yuan',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'html-clean',
      seed: 141,
      scale: 'few',
      style: zeros,
      alterReport: (report) =>
        setFigure(report, 'proactive', 'centralizedProcurement', 'procurementAmount', {
          text: '6181万元',
          value: 61810000,
        }),
    },
    expectations: [
      {
        path: 'tables.proactive.centralizedProcurement.procurementAmount',
        value: 61810000,
        flag: 'unit-converted',
      },
    ],
  },
  {
    name: 'unit-nowhere',
    place: 'weiqiao',
    quirk: 'procurement printed as 52.15 with no unit anywhere: yuan or 万元, nobody knows',
    recipe: {
      form: 'ogi-2019',
      year: 2019,
      carrier: 'html-clean',
      seed: 142,
      scale: 'few',
      style: { ...zeros, amount: 'no-unit' },
      alterReport: (report) =>
        setFigure(report, 'proactive', 'centralizedProcurement', 'procurementAmount', {
          text: '52.15',
          value: null,
        }),
    },
    expectations: [
      {
        path: 'tables.proactive.centralizedProcurement.procurementAmount',
        confidence: ['suspect'],
        flag: 'unit-unknown',
      },
    ],
  },
  {
    name: 'note-in-cell',
    place: 'jizhou',
    quirk: 'a note stands in a cell: 22（其中修订…件）',
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      carrier: 'docx-plain',
      seed: 143,
      scale: 'few',
      style: zeros,
      alterReport: (report) => noteInCell(report, 'normativeDocuments', 'issuedThisYear'),
    },
    expectations: [{ path: 'tables.proactive.normativeDocuments.issuedThisYear', flag: 'note-in-cell' }],
  },
  {
    name: 'blank-totals',
    place: 'tangping',
    quirk: 'the 总计 column of table 三 is left blank though its parts stand',
    recipe: {
      form: 'ogi-2021',
      year: 2024,
      carrier: 'html-clean',
      seed: 144,
      scale: 'some',
      style: zeros,
      alterReport: blankTotals,
    },
    expectations: [{ path: 'tables.applications.newlyReceived.total', value: null, confidence: ['blank'] }],
  },
  {
    name: 'own-sums-wrong',
    place: 'chengtang',
    quirk: 'two totals are one too high at the source: kept as printed, with the failed checks named',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'html-clean',
      seed: 145,
      scale: 'some',
      style: zeros,
      alterReport: breakOwnSums,
      alterTruth: (truth) => ({
        ...truth,
        inconsistent: ['总计 of 一、新收 and of （七）总计 is one higher than its row'],
      }),
    },
    expectations: [{ path: 'tables.applications.newlyReceived.total', confidence: ['suspect'] }],
  },
  {
    name: 'misprinted-labels',
    place: 'tongye',
    quirk: 'labels misprinted, spaced and cut short: 2.其他法律行政止公开, 规 章, 本年增/',
    recipe: {
      form: 'ogi-2019',
      year: 2019,
      carrier: 'html-clean',
      seed: 146,
      scale: 'few',
      style: zeros,
      alterPage: relabel({
        '2.其他法律行政法规禁止公开': '2.其他法律行政止公开',
        规章: '规 章',
        '本年增/减': '本年增/',
      }),
    },
  },
  {
    name: 'comma-numbering',
    place: 'jintan',
    quirk: 'sub-labels numbered 1、 for 1., 规范性文件 for 行政规范性文件, applicants in province wording',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      carrier: 'pipe-leading',
      seed: 147,
      scale: 'some',
      style: zeros,
      alterPage: (page) =>
        numberWithComma(
          relabel({ 行政规范性文件: '规范性文件', 社会公益组织: '社会组织', 法律服务机构: '法律服务组织' })(
            page,
          ),
        ),
    },
  },
  {
    name: 'signs',
    place: 'yunchuan',
    quirk: 'changes printed as 减4 and --253',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'html-clean',
      seed: 148,
      scale: 'some',
      style: zeros,
      alterReport: (report) =>
        setFigure(
          setFigure(report, 'proactive', 'administrativeLicensing', 'changeThisYear', {
            text: '减4',
            value: -4,
          }),
          'proactive',
          'administrativePenalty',
          'changeThisYear',
          { text: '--253', value: -253 },
        ),
    },
  },
  {
    name: 'full-width-digits',
    place: 'qinglan',
    quirk: 'full-width digits and thousands separators',
    recipe: {
      form: 'ogi-2021',
      year: 2025,
      carrier: 'html-clean',
      seed: 149,
      scale: 'many',
      style: { ...zeros, thousands: true, fullWidth: true },
    },
  },
  {
    name: 'print-copy',
    place: 'linxi',
    quirk: 'all tables stand again at the foot of the page as a print version',
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      carrier: 'html-clean',
      seed: 150,
      scale: 'few',
      style: zeros,
      alterPage: repeatTables,
    },
  },
  {
    name: 'polluted-mirror',
    place: 'shizhang',
    quirk: 'a hijacked mirror: traditional characters with pinyin glued in',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'pipe-trailing',
      seed: 151,
      scale: 'few',
      style: zeros,
      alterText: pollute,
    },
    expectations: [{ issue: 'polluted-source' }],
  },
  {
    name: 'kangxi-radicals',
    place: 'wanglan',
    quirk: 'text drawn from a PDF, with Kangxi radicals for common characters',
    recipe: {
      form: 'ogi-2021',
      year: 2023,
      carrier: 'tab-rows',
      seed: 152,
      scale: 'few',
      style: zeros,
      alterText: useRadicals,
    },
  },
  {
    name: 'gb18030-text',
    place: 'luze',
    quirk: 'plain text in GB18030, declared nowhere',
    recipe: {
      form: 'ogi-2019',
      year: 2020,
      carrier: 'pipe-one-blank',
      seed: 153,
      scale: 'few',
      style: zeros,
      charset: 'gb18030',
    },
  },
  {
    name: 'utf16-text',
    place: 'weiqiao',
    quirk: 'plain text in UTF-16 with a byte order mark, as Notepad saves it',
    recipe: {
      form: 'ogi-2021',
      year: 2021,
      carrier: 'tab-word',
      seed: 154,
      scale: 'few',
      style: zeros,
      charset: 'utf-16le',
    },
  },
  {
    name: 'placeholders',
    place: 'jizhou',
    quirk: 'a slash for every zero',
    recipe: {
      form: 'ogi-2019',
      year: 2019,
      carrier: 'tab-word',
      seed: 155,
      scale: 'few',
      style: { ...zeros, zero: '/' },
    },
    expectations: [{ somewhere: 'placeholder' }],
  },
  {
    name: 'model-essays',
    place: 'nowhere',
    quirk: 'a page of model essays with fragments of several reports: a compilation, no numbers taken',
    recipe: {
      form: 'narrative',
      year: 2019,
      carrier: 'html-clean',
      seed: 156,
      alterPage: modelEssays,
      alterTruth: noReport('compilation'),
    },
    expectations: kindIs('compilation'),
  },
  {
    name: 'regulation',
    place: 'yunchuan',
    quirk: 'a regulation that talks about annual reports',
    recipe: {
      form: 'narrative',
      year: 2018,
      carrier: 'html-clean',
      seed: 157,
      alterPage: regulation,
      alterTruth: noReport('other'),
    },
    expectations: kindIs('other'),
  },
  {
    name: 'two-years-compared',
    place: 'tangping',
    quirk: "two years side by side, each figure with another year's beside it: no report",
    recipe: {
      form: 'ogi-2021',
      year: 2022,
      carrier: 'html-clean',
      seed: 158,
      scale: 'some',
      style: zeros,
      alterPage: (page, report) => ({
        blocks: [
          {
            kind: 'title',
            text: `${report.issuer.name}${report.year}年与${report.year - 1}年政府信息公开数据对比表`,
          },
          { kind: 'paragraph', text: `下表每项先列${report.year}年的数字，后列${report.year - 1}年的数字。` },
          ...besideLastYear(page).blocks.filter((block) => block.kind === 'table'),
        ],
      }),
      alterTruth: noReport('other'),
    },
    expectations: kindIs('other'),
  },
  {
    name: 'empty-form',
    place: 'nowhere',
    quirk: 'the form as it is handed out, nothing filled in',
    recipe: {
      form: 'ogi-2021',
      year: 2021,
      carrier: 'html-clean',
      seed: 159,
      alterReport: (report) => ({
        ...blankEverything(report),
        title: '政府信息公开工作年度报告格式',
        byline: '',
        opening: '（此处写明编制依据、统计期限和联系方式）',
      }),
      alterPage: (page) => ({
        blocks: page.blocks.filter((block) => block.kind !== 'paragraph' || block.text.startsWith('（此处')),
      }),
      alterTruth: noReport('other'),
    },
    expectations: kindIs('other'),
  },
];
