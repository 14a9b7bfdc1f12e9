import type { FlagEntry } from './meaning.js';

/** The likeliest kind of fault behind a suspect number: flags of cells. */
export const faultCodes = {
  'fault:misread': {
    on: ['cell'],
    en: 'the picture may as well say the number that the sums ask for',
    zh: '图像上也可以认作勾稽关系所要求的数',
  },
  'fault:digit-confused': {
    on: ['cell'],
    en: 'a digit was taken for one that looks like it',
    zh: '某一位被认成形近的数字',
  },
  'fault:digit-changed': { on: ['cell'], en: 'one digit is another', zh: '某一位数字有误' },
  'fault:digit-dropped': { on: ['cell'], en: 'a digit was dropped', zh: '漏了一位数字' },
  'fault:digit-added': { on: ['cell'], en: 'a digit was added', zh: '多了一位数字' },
  'fault:digit-doubled': { on: ['cell'], en: 'a digit stands there twice', zh: '某一位数字重复' },
  'fault:digit-moved': {
    on: ['cell'],
    en: 'a digit went into the neighbouring cell',
    zh: '一位数字跑到了相邻单元格',
  },
  'fault:digits-exchanged': {
    on: ['cell'],
    en: "two digits stand in each other's place",
    zh: '两位数字互换了位置',
  },
  'fault:cells-glued': { on: ['cell'], en: 'two cells ran together', zh: '两个单元格粘连' },
  'fault:sign-lost': { on: ['cell'], en: 'the minus sign was lost', zh: '丢失了负号' },
  'fault:cell-emptied': { on: ['cell'], en: 'the number was left out', zh: '漏填了数字' },
  'fault:miscounted': { on: ['cell'], en: 'a miscount, off by a little', zh: '计数略有出入' },
  'fault:lines-exchanged': {
    on: ['cell'],
    en: "two rows or two columns stand in each other's place",
    zh: '两行或两列互换了位置',
  },
  'fault:line-shifted': {
    on: ['cell'],
    en: 'a row or column is moved by one cell',
    zh: '一行或一列错开了一格',
  },
} as const satisfies Record<`fault:${string}`, FlagEntry>;
