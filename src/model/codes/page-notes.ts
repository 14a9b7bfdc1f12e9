import type { Meaning } from './meaning.js';

/** What a run notes of lists and of pages of reports. The table of docs/sites.md is made from this list. */
export const pageNotes = {
  'page-not-text': { en: 'a page that is no text: nothing could be read', zh: '网页不是文本，无法读取' },
  'page-cut': { en: 'a page longer than is read', zh: '网页过长，未读完' },
  'sitemap-cut': { en: 'a sitemap longer than is read', zh: '站点地图过长，未读完' },
  'markup-too-deep': {
    en: 'markup that nests without end: its links were read without its structure',
    zh: '标记嵌套过深，未按结构读取链接',
  },
  'payload-unknown': { en: 'a list in a form that no platform knows', zh: '列表的数据格式未知' },
  'too-many-pages': { en: 'a list that claims more pages than are read', zh: '列表自称的页数超出上限' },
  'list-shows-less': {
    en: 'a list that counts more entries or pages than it shows, and nothing leads to the others',
    zh: '列表自称的条数或页数多于所示，且找不到其余部分的入口',
  },
  'too-many-pictures': {
    en: "a report's page that shows more pictures than are asked for",
    zh: '报告页面的图片超出请求上限',
  },
  'script-not-followed': {
    en: "reports that open by a script that can't be read: they are lost until somebody looks",
    zh: '报告由无法解读的脚本打开，须人工查看，否则会遗漏',
  },
  'report-without-text': {
    en: 'named as a report, with neither sentences nor files',
    zh: '名为报告，却没有文字也没有附件',
  },
  'list-bounded': {
    en: 'pages of lists that were not followed: a run met a bound',
    zh: '达到上限，部分列表页未访问',
  },
  'no-longer-report': {
    en: 'gave a report once, and now gives none; its record stays',
    zh: '曾是报告，现已不是；其记录保留',
  },
} as const satisfies Record<string, Meaning>;

export type PageNoteCode = keyof typeof pageNotes;
