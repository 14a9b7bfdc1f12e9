import type { Meaning } from './meaning.js';

interface AlarmEntry extends Meaning {
  /** As a heading. */
  name: string;
}

/** What a person must look at after a run. The table of docs/run-summary.md is made from this list. */
export const alarmCodes = {
  'none-found': {
    name: 'no report found',
    en: "a site's lists name no report, or none of them could be had, although some were expected or it never had any. Lists that were not asked for (quiet hours, a budget) say nothing",
    zh: '网站的列表中没有报告，或一份也取不到，而本应有或从未有过；未访问的列表（静默时段、限额）不计',
  },
  'fewer-found': {
    name: 'fewer reports than before',
    en: 'they name fewer than nine tenths of what they named in the last run that saw all of them, or fewer than `expect.reports_min`',
    zh: '报告数不足上次完整运行的九成，或少于 `expect.reports_min`',
  },
  'not-read': {
    name: 'lists not read for several runs',
    en: 'for the third run in a row not all lists could be had',
    zh: '连续三次运行未能取得全部列表',
  },
  challenge: {
    name: 'a page against robots',
    en: 'an address ended at a page against robots; the host was left alone',
    zh: '遇到反爬虫页面，已停止访问该主机',
  },
  'many-vanished': {
    name: 'many documents gone at once',
    en: 'at least three documents, and at least a tenth of those that the site had, are gone since this run: 404, 410, or another page in their place',
    zh: '至少三份、且至少一成的文档自本次运行起消失：404、410，或被别的网页取代',
  },
  'list-not-understood': {
    name: 'a list not understood',
    en: 'a list in an unknown form, entries behind a script, a list that is no text, pages beyond a bound',
    zh: '列表格式未知、条目由脚本打开、列表不是文本，或页数超出上限',
  },
  'conversion-broken': {
    name: 'nianbao failed',
    en: "a conversion crashed, took too long or met a fault of nianbao, or the archive can't be read",
    zh: '转换崩溃、超时或 nianbao 出错，或存档无法读取',
  },
} as const satisfies Record<string, AlarmEntry>;

export type AlarmCode = keyof typeof alarmCodes;
