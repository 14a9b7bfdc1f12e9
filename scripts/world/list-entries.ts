import { escapeHtml } from './site-page.js';
import type { WorldReport, WorldSite } from './world-types.js';

/** One line of a list: a report, or something that is listed beside reports. */
export interface Entry {
  title: string;
  path: string;
  date: string;
}

const COLUMN = '政府信息公开年报';

/** What is listed among reports and is no report; and a draft that robots.txt forbids. */
const decoys = (site: WorldSite): Entry[] =>
  [
    [`一图读懂：${site.name}2023年政府信息公开工作年度报告`, '/news/yitududong.html'],
    [`${site.name}2023年法治政府建设年度报告`, '/news/fazhi2023.html'],
    ['2023年政府网站工作年度报表', '/news/wzbb2023.html'],
    ['关于做好2023年政府信息公开工作年度报告编制工作的通知', '/news/tongzhi2023.html'],
    ['2022年度部门决算公开', '/news/juesuan2022.html'],
    [`${site.name}政府信息公开目录`, '/guide/mulu.html'],
    ['2023年统计年报', '/news/tongji2023.html'],
  ].map(([title, path]) => ({ title: title!, path: path!, date: '2024-02-20' }));

export const draftPath = '/draft/2024nb.html';
export const decoyPaths = (site: WorldSite): Entry[] => [
  ...decoys(site),
  { title: '政府信息公开指南', path: '/guide/zfxxgkzn.html', date: '' },
];

/** A draft: named as a report, and forbidden by robots.txt where the site has one. */
const draftOf = (site: WorldSite): Entry[] =>
  site.robots === 'none'
    ? []
    : [{ title: `${site.name}2024年政府信息公开工作年度报告`, path: draftPath, date: '2024-12-30' }];

export const entryOf = (report: WorldReport): Entry => ({
  title: report.title,
  path: report.path,
  date: report.publishedOn,
});

/** The whole column: reports with a decoy after every seventh, and the draft. */
export function entriesOf(site: WorldSite): Entry[] {
  const others = [...decoys(site), ...draftOf(site)];
  return site.reports.flatMap((report, index) =>
    index % 7 === 6 && others.length > 0 ? [entryOf(report), others.shift()!] : [entryOf(report)],
  );
}

export const pagesOf = (site: WorldSite, entries: readonly Entry[]): Entry[][] =>
  Array.from({ length: Math.max(1, Math.ceil(entries.length / site.perPage)) }, (_, index) =>
    entries.slice(index * site.perPage, (index + 1) * site.perPage),
  );

/** The printed name and the title attribute, as the site's editors write them. */
function namesOf(site: WorldSite, title: string): { text: string; attribute: string } {
  if (site.naming === 'cut-with-title' && title.length > 16)
    return { text: `${title.slice(0, 15)}...`, attribute: ` title="${escapeHtml(title)}"` };
  // In a column of such reports, editors leave out what the column says.
  if (site.naming === 'weak')
    return { text: title.replace('政府信息公开工作年度报告', '年度报告'), attribute: '' };
  if (site.naming === 'spaced') return { text: title.replace(/(\d{4})/u, ' $1 '), attribute: '' };
  return { text: title, attribute: '' };
}

/** Some addresses are written in roundabout ways; all of them name one page. */
function spellingOf(path: string, index: number): string {
  if (index % 6 === 2) return `${path}#content`;
  if (index % 6 === 4 && !path.includes('?')) return `/x/..${path}`;
  return escapeHtml(path);
}

export const anchorOf = (site: WorldSite, entry: Entry, index: number): string => {
  const { text, attribute } = namesOf(site, entry.title);
  return `<a href="${spellingOf(entry.path, index)}"${attribute}>${escapeHtml(text)}</a>`;
};

export const listHtml = (site: WorldSite, entries: readonly Entry[], kind = 'list'): string =>
  `<ul class="${kind}">\n${entries
    .map((entry, index) => `<li>${anchorOf(site, entry, index)}<span>${entry.date}</span></li>`)
    .join('\n')}\n</ul>`;

export const columnName = COLUMN;
