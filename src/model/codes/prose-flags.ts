import type { FlagEntry } from './meaning.js';

/** Flags of facts of the prose and of fields of the header. */
export const proseFlags = {
  approximate: {
    on: ['fact'],
    en: 'the source itself gives only an estimate (余, 多, 约, 近)',
    zh: '原文只给出约数（余、多、约、近）',
  },
  'stated-none': {
    on: ['fact'],
    en: 'the prose says in words that there was none',
    zh: '正文以文字说明没有，记为 0',
  },
  'sub-count': {
    on: ['fact'],
    en: 'a part of a larger number that the prose gives before it',
    zh: '是前文总数中的一部分（其中……）',
  },
  cumulative: {
    on: ['fact'],
    suspect: true,
    en: 'the prose speaks of all years together, not of the year of the report',
    zh: '正文所说的是历年累计，不是报告年度',
  },
  'scope-unclear': {
    on: ['fact'],
    suspect: true,
    en: 'it is not clear whose number it is, or of what',
    zh: '不清楚此数属于哪个单位或指什么',
  },
  'unit-absurd': {
    on: ['fact'],
    suspect: true,
    en: 'with the printed unit the number is larger than it can be, as in 173769万条',
    zh: '按所印单位，数值大得不可能，如 173769万条',
  },
  'glued-digits': {
    on: ['fact'],
    suspect: true,
    en: 'a date or another number may have run into this one, as in 201613800条',
    zh: '可能与日期或另一个数粘连，如 201613800条',
  },
  'split-digits': {
    on: ['fact'],
    suspect: true,
    en: 'digits stand before it after a space: it may be the end of a longer number',
    zh: '前面隔一空格还有数字，可能只是一个更长数字的末尾',
  },
  'narrative-differs': {
    on: ['fact'],
    en: 'the prose and the tables give different numbers for this',
    zh: '正文与表格的数字不一致',
  },
  'date-repaired': {
    on: ['field'],
    suspect: true,
    en: 'the printed date lost characters; one valid reading was left',
    zh: '日期缺字，只有一种读法成立',
  },
  'year-inherited': {
    on: ['field'],
    en: 'the year is that of the date before it',
    zh: '日期未印年份，取前一日期的年份',
  },
  'issuer-unknown-place': {
    on: ['field'],
    suspect: true,
    en: 'no division of that name is known: it may be misread or misprinted',
    zh: '行政区划中没有这个地名，可能误读或误印',
  },
  'outside-report': {
    on: ['field'],
    suspect: true,
    en: 'it stands outside the report proper, in what the site puts around it',
    zh: '不在报告正文中，取自网站的页眉或页脚',
  },
} as const satisfies Record<string, FlagEntry>;
