import type { IssueEntry } from './meaning.js';

/** Issues of what the report says: its header, its sections, its tables and its prose. */
export const reportIssues = {
  'not-a-report': {
    severity: ['warning'],
    en: 'the document is no report on disclosure, for the reason given: no numbers were taken',
    zh: '不是政府信息公开年度报告（原因见说明），未提取数字',
  },
  compilation: {
    severity: ['warning'],
    en: 'several texts stand here and none of them is a report of its own: no numbers were taken',
    zh: '汇编了多篇文字，没有一篇是独立的报告，未提取数字',
  },
  'two-bodies': {
    severity: ['warning'],
    en: 'reports of two bodies stand in one document: see whose numbers these are',
    zh: '一份文件中有两个单位的报告，请核对数字属于哪个单位',
  },
  'year-conflict': {
    severity: ['warning'],
    en: 'title, period and text do not agree on the year',
    zh: '标题、统计期间与正文的年份不一致',
  },
  'issuer-conflict': {
    severity: ['warning'],
    en: 'the page names more than one body as its author',
    zh: '网页中有不止一个单位自称发布者',
  },
  'issuer-unknown-place': {
    severity: ['warning'],
    en: 'one character away from a known place: compare the name with the source',
    zh: '与已知地名只差一字，请与原文核对',
  },
  'key-invalid': {
    severity: ['info'],
    en: 'a code is labelled as that of a body or a site, and its check digit or division does not hold: it is no key',
    zh: '标明为机构或网站代码，但校验位或区划码不符，不作为代码采用',
  },
  'date-damaged': {
    severity: ['info'],
    en: 'a date lost characters: check it against the source',
    zh: '日期缺字，请与原文核对',
  },
  'section-numbering': {
    severity: ['info'],
    en: 'a gap or a repeat in 一、二、三: a section may be missing or split',
    zh: '章节编号（一、二、三）有缺漏或重复，可能缺章或被拆开',
  },
  'table-missing': {
    severity: ['warning'],
    en: 'the source does not hold a table of its form: all its cells are missing, which is not zero',
    zh: '原文缺少表式中的一张表，其各单元格为缺失，并非 0',
  },
  'tables-missing': {
    severity: ['warning'],
    en: 'no table at all: the report should have some in this year',
    zh: '没有任何表格，而该年度的报告应有表格',
  },
  'forms-mixed': {
    severity: ['warning'],
    en: 'tables follow different forms; each is read by the form that it follows',
    zh: '各表所用表式不同，分别按各自表式读取',
  },
  'form-year-conflict': {
    severity: ['info'],
    en: 'the form is not that of the reporting year; the form that is printed decides how its table is read',
    zh: '表式与报告年度不符，按印出的表式读取',
  },
  'provincial-form': {
    severity: ['info'],
    en: 'indicators of a province that the national form does not have are kept as they stand, in extras',
    zh: '全国表式之外的省级指标原样保留在 extras 中',
  },
  'label-fuzzy': {
    severity: ['info'],
    en: 'the label was recognised though it is printed otherwise',
    zh: '行名与表式略有不同，仍可辨认',
  },
  'label-missing': {
    severity: ['warning'],
    en: 'nothing but the order of the rows says what this row is',
    zh: '该行没有行名，仅凭行序判断',
  },
  'row-order': {
    severity: ['warning'],
    en: 'read by its label; where its place speaks for another row, the cells are suspect',
    zh: '该行次序与表式不同，按行名读取；位置指向另一行的单元格存疑',
  },
  'row-unknown': {
    severity: ['warning'],
    reserved: true,
    en: 'a row that the form does not have',
    zh: '表式中没有的行',
  },
  'column-order': {
    severity: ['warning'],
    en: 'the numbers were given to the columns that the heading names',
    zh: '列序与表式不同，数字按表头所写归列',
  },
  'column-unknown': {
    severity: ['warning'],
    en: 'a column that the form does not have',
    zh: '表式中没有的列',
  },
  'unit-unknown': {
    severity: ['warning'],
    reserved: true,
    en: 'an amount without a unit, and the form names none',
    zh: '金额没有单位，表式也未注明单位',
  },
  'leftover-value': {
    severity: ['warning'],
    en: 'a number stands in the source that no cell of the form takes',
    zh: '原文中有数字无法归入表式的任何单元格',
  },
  'leftover-table': {
    severity: ['warning'],
    en: 'a table that is none of the form, or too damaged to be known as one',
    zh: '有一张表不属于表式，或残缺得无法辨认',
  },
  'left-over': {
    severity: ['warning'],
    reserved: true,
    en: 'a printed number without an address',
    zh: '印出的数字没有归处',
  },
  'table-repeated': {
    severity: ['info'],
    en: 'the table stands there twice, with the same numbers',
    zh: '此表出现两次，数字相同',
  },
  'copies-differ': {
    severity: ['warning'],
    en: 'the table stands there twice; the first copy is shown, and the cells that differ are suspect',
    zh: '此表出现两次，以第一次为准，数字不同的单元格存疑',
  },
  'carriers-differ': {
    severity: ['warning', 'info'],
    en: 'where two files are sure of different numbers, neither is believed: compare them with the source (info: one of them was not sure, or a text is worded in two ways)',
    zh: '两个文件各自确定却数字不同，都不采信，请与原文核对（info：其中一个本不确定，或仅措辞不同）',
  },
  'carriers-not-merged': {
    severity: ['warning'],
    en: 'files that name another body or another year, or are no report, are records of their own',
    zh: '单位或年份不同、或不是报告的文件，各自成为一条记录',
  },
  'identity-failed': {
    severity: ['warning'],
    en: 'a sum of the form does not hold as printed; suspect cells are marked in the table',
    zh: '按原文所印，表式的一项合计不成立；存疑单元格已在表中标出',
  },
  'source-inconsistent': {
    severity: ['warning'],
    en: "place and label agree on what is printed: the fault is the body's, and the numbers stay as it printed them",
    zh: '位置与行名一致，错在填报单位，数字照原文保留',
  },
  'reading-in-doubt': {
    severity: ['warning'],
    en: 'the sums fail and the numbers may have been read wrongly: compare the suspect cells with the source',
    zh: '合计不成立，且读取可能有误，请将存疑单元格与原文核对',
  },
  'facts-differ': {
    severity: ['warning'],
    en: 'the prose gives the same figure more than once, with different numbers',
    zh: '正文多次给出同一指标，数字不同',
  },
  'parts-do-not-add': {
    severity: ['warning'],
    en: 'the parts that the prose lists do not add up, as the source prints them; the facts are marked suspect',
    zh: '正文所列各部分之和不等于总数，照原文保留，相关数字存疑',
  },
  'narrative-differs': {
    severity: ['warning', 'info'],
    en: 'prose and table differ, often in scope: the office against the whole county',
    zh: '正文与表格不一致，往往是统计范围不同（本机关与全县）',
  },
} as const satisfies Record<string, IssueEntry>;
