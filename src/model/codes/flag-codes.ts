import { faultCodes } from './fault-codes.js';
import type { FlagEntry, Raised } from './meaning.js';
import { proseFlags } from './prose-flags.js';

/** Every flag. `explain`, the tables of docs/record.md and the JSON Schema are made from this list. */
export const flagCodes = {
  placeholder: {
    on: ['cell'],
    en: 'the cell holds a sign for "nothing" (—, /, 无), not a number',
    zh: '单元格中是表示“无”的符号（—、/、无），不是数字',
  },
  'note-in-cell': {
    on: ['cell'],
    en: 'a note stands in the cell beside the number, as in 22（其中修订16件）',
    zh: '单元格中除数字外还有说明，如 22（其中修订16件）',
  },
  'sign-word': {
    on: ['cell'],
    en: 'the sign is printed as a word (减, 增)',
    zh: '正负号以文字印出（减、增）',
  },
  'sign-doubled': {
    on: ['cell'],
    en: 'the minus sign is printed twice',
    zh: '负号印了两次',
  },
  'separator-doubtful': {
    on: ['cell'],
    suspect: true,
    en: 'the separators in the number do not stand where they should, as in 1,36',
    zh: '数字中的分隔符位置不对，如 1,36',
  },
  unreadable: {
    on: ['cell'],
    suspect: true,
    en: 'what stands in the cell is no number',
    zh: '单元格中的内容不是数字',
  },
  'not-an-integer': {
    on: ['cell'],
    suspect: true,
    en: 'a count is printed with a fraction',
    zh: '件数印成了小数',
  },
  fraction: {
    on: ['fact'],
    suspect: true,
    en: 'a count is printed with a fraction',
    zh: '件数印成了小数',
  },
  'sign-unexpected': {
    on: ['cell'],
    suspect: true,
    en: 'a number below zero where the form has none',
    zh: '此处按表式不应有负数',
  },
  'unit-unexpected': {
    on: ['cell'],
    suspect: true,
    en: 'a unit of money beside a count',
    zh: '件数后带有货币单位',
  },
  'unit-converted': {
    on: ['cell', 'fact'],
    en: 'printed in a larger unit (万, 亿) and turned into yuan or items',
    zh: '原文以万或亿为单位，已折算为元或件',
  },
  'unit-unknown': {
    on: ['cell'],
    suspect: true,
    en: 'a number whose unit is not printed, or is printed and not understood',
    zh: '数字的单位没有印出，或印出而无法辨认',
  },
  'label-fuzzy': {
    on: ['cell'],
    en: 'the printed label differs from that of the form',
    zh: '印出的行名与表式不一致',
  },
  'label-missing': {
    on: ['cell'],
    en: 'no label stands beside the value; its neighbours say where it belongs',
    zh: '数值旁没有行名，其位置由相邻各行推定',
  },
  'label-of-two-rows': {
    on: ['cell'],
    suspect: true,
    en: 'two rows of the form have this label (其他情形数), and nothing printed tells which of them it is',
    zh: '表式中有两行同名（其他情形数），原文看不出是哪一行',
  },
  'labels-may-be-shifted': {
    on: ['cell'],
    suspect: true,
    en: 'figures without a label stand in the table and a row of the form is missing: every label may stand beside the figures of its neighbour',
    zh: '表中有无行名的数字，又缺少表式的一行：各行名可能整体错位一行',
  },
  'row-order': {
    on: ['cell'],
    suspect: true,
    en: 'its place among the rows is not that of its label in the form: one of the two is wrong',
    zh: '该行的位置与其行名在表式中的次序不符，二者必有一误',
  },
  'column-order': {
    on: ['cell'],
    suspect: true,
    en: 'its heading does not stand where the form has it, or the heading contradicts itself or leaves a column out',
    zh: '表头与表式的列序不符，或表头自相矛盾、缺列',
  },
  'column-unknown': {
    on: ['cell'],
    suspect: true,
    en: 'a column that the form does not have stands beside it, and may count in its sum',
    zh: '同行另有表式中没有的列，可能计入合计',
  },
  'rows-merged': {
    on: ['cell'],
    suspect: true,
    en: 'two rows seem to be printed in one: whose figures these are is not clear',
    zh: '两行似乎印成了一行，无法确定数字属于哪一行',
  },
  'readings-differ': {
    on: ['cell'],
    suspect: true,
    en: 'the heading above it, the order of the figures or another form gives it a different place, or figures of another row may have joined its own',
    zh: '按表头、数字次序或另一表式会得到不同的位置，或可能混入了别行的数字',
  },
  'needs-confirmation': {
    on: ['cell'],
    en: 'it counts only where another sum confirms it, because empty cells leave no trace here, its picture is unclear, or a mark was set aside',
    zh: '此处的空格没有留下痕迹、图像不清或略去了标记，须有其他合计印证才算数',
  },
  'placed-by-identity': {
    on: ['cell'],
    en: 'the source does not say in which column it stands; the sums decided, and so cannot confirm it',
    zh: '原文看不出它在哪一列，由勾稽关系定位，因而这些关系不能再印证它',
  },
  rivals: {
    on: ['cell', 'field', 'fact'],
    suspect: true,
    en: 'more than one reading is possible, and nothing decides between them',
    zh: '有多种读法，无从取舍',
  },
  'rival:N': {
    on: ['cell', 'field', 'fact'],
    en: 'another reading gives N',
    zh: '另一种读法得到 N',
  },
  'copies-differ': {
    on: ['cell'],
    suspect: true,
    en: 'the table stands in the source twice, and the other copy has another number here',
    zh: '原文中此表出现两次，另一处的数字不同',
  },
  'carriers-differ': {
    on: ['cell', 'field', 'fact'],
    suspect: true,
    en: 'the files of the report give different numbers here',
    zh: '同一报告的几个文件在此处数字不同',
  },
  'identity-failed': {
    on: ['cell', 'fact'],
    suspect: true,
    en: 'a sum that this number takes part in does not hold, and changing this number would mend it',
    zh: '此数参与的合计不成立，改动此数即可使其成立',
  },
  'source-inconsistent': {
    on: ['cell'],
    suspect: true,
    en: "the printed table itself does not add up: place and label agree on what is printed, so the fault is the body's and not the reading's",
    zh: '原表本身不平：位置与行名一致，错在填报单位而不在读取',
  },
  ...faultCodes,
  'pdf-joined-digits': {
    on: ['cell'],
    suspect: true,
    en: 'digits on two lines of a narrow cell were put together: they may be one number or two',
    zh: '窄单元格中分在两行的数字被合为一数，也可能是两个数',
  },
  ocr: {
    on: ['cell', 'field', 'fact'],
    en: 'recognised from a picture, not read from text',
    zh: '由图像识别，并非取自文本',
  },
  'sign-unsure': {
    on: ['cell'],
    en: 'a minus sign may have been lost in the picture; suspect unless a sum confirms it',
    zh: '图像中可能丢失了负号；没有合计印证则存疑',
  },
  'ocr-unsure': {
    on: ['cell', 'field', 'fact'],
    en: 'the picture is not clear: it may say another number; suspect unless a sum confirms it',
    zh: '图像不清，可能是另一个数；没有合计印证则存疑',
  },
  'print-differs': {
    on: ['cell', 'field', 'fact'],
    suspect: true,
    en: 'the picture of the page shows another number than the text of the file says',
    zh: '页面图像上的数字与文件文本不一致',
  },
  'digits-unsure': {
    on: ['cell', 'field', 'fact'],
    suspect: true,
    en: 'the file may say wrongly which digits it prints: labels, dates or sums contradict them',
    zh: '文件的字体编码可能有误，文本中的数字与行名、日期或合计矛盾',
  },
  repaired: {
    on: ['cell'],
    en: 'replaced by the suggested number, because you asked for it (--apply-suggestions)',
    zh: '应用户要求（--apply-suggestions）以建议值替换',
  },
  reviewed: {
    on: ['cell', 'field', 'fact'],
    reserved: true,
    en: 'a person looked at it',
    zh: '已经人工核对',
  },
  'polluted-source': {
    on: ['field'],
    reserved: true,
    en: 'the page is a hijacked copy of the real one',
    zh: '该网页是被劫持的仿冒页',
  },
  'struck-out': {
    on: ['cell', 'fact'],
    en: 'something at this place is struck out in the source and was set aside (`raw` has it); suspect unless a sum confirms what is left',
    zh: '此处有带删除线的内容，已略去（见 raw）；没有合计印证则存疑',
  },
  'raised-mark': {
    on: ['cell', 'fact'],
    en: 'the mark of a note (¹, ①, [1], *) is at the number and was set aside (`raw` has it); suspect unless a sum confirms what is left',
    zh: '数字旁有注释号（¹、①、[1]、*），已略去（见 raw）；没有合计印证则存疑',
  },
  hidden: {
    on: ['cell', 'field', 'fact'],
    en: 'digits at this place are hidden, or may be: a reader of the page does not see them',
    zh: '此处有隐藏或可能隐藏的数字，读者在页面上看不到',
  },
  covered: {
    on: ['cell', 'field', 'fact'],
    en: 'something lies over it: a seal, a picture, a white box',
    zh: '被印章、图片或白框遮盖',
  },
  'not-read': {
    on: ['cell'],
    en: 'something is in the cell that could not be read: a form control, a picture, a formula, the output of a script',
    zh: '单元格中有未能读出的内容：表单控件、图片、公式或脚本输出等',
  },
  'several-readings': {
    on: ['cell', 'field', 'fact'],
    en: 'the print can be read in several ways: two figures side by side, or digits in another order',
    zh: '印出的内容可以有几种读法：两数并列，或数字次序颠倒',
  },
  ...proseFlags,
} as const satisfies Record<string, FlagEntry>;

type Listed = Raised<typeof flagCodes>;

/** `rival:` stands before the number, the date or the text that another reading gives. */
export type Flag = Exclude<Listed, 'rival:N'> | `rival:${string}`;

/** `rival:12` is listed as `rival:N`. */
const nameOf = (flag: string): string => (flag.startsWith('rival:') ? 'rival:N' : flag);

export const isFlag = (code: string): code is Flag => Object.hasOwn(flagCodes, nameOf(code));

/** The entry of a flag; records of other versions may have flags without one. */
export const flagEntry = (flag: string): FlagEntry | undefined =>
  (flagCodes as Record<string, FlagEntry>)[nameOf(flag)];
