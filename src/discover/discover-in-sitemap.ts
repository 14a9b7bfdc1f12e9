import type { Discovery } from '../model/discovery.js';
import { collect, entriesKeyOf, note, type Task } from './discover-task.js';
import { judgeLink } from './judge-link.js';
import type { Sitemap } from './read-sitemap.js';

const COLUMN_PATH = /(?:\/|\/(?:index|list)[^/]*\.\w{2,5})$/iu;

/**
 * A sitemap names addresses only, so the path decides: what is in a folder of reports is fetched, and its own page then says whether
 * it is one.
 */
export function discoverInSitemap(task: Task, sitemap: Sitemap): Discovery {
  const { knowledge, page, issues } = task;
  const links = collect(task, page.url, false);
  if (sitemap.isCut) note(issues, 'sitemap-cut', `${page.url} has more entries than a sitemap may have.`);
  for (const { address, title, date } of sitemap.entries) {
    const url = links.resolve(address);
    if (url === null) continue;
    if (sitemap.kind === 'index') {
      links.add('lists', url, { date, evidence: ['sitemap'] });
      continue;
    }
    const verdict = judgeLink({ name: title, url, isInFrame: false, isColumnPage: false }, knowledge.words);
    const { pathname } = new URL(url);
    const told = { text: title, date, year: verdict.year };
    if (verdict.kind === 'report') links.add('reports', url, { ...told, evidence: verdict.evidence });
    else if (verdict.kind === 'rejected') links.add('rejected', url, { ...told, evidence: verdict.evidence });
    else if (knowledge.words.path.test(pathname)) {
      const isColumn = COLUMN_PATH.test(pathname);
      links.add(isColumn ? 'lists' : 'reports', url, {
        ...told,
        isInColumn: true,
        evidence: [isColumn ? 'path-of-column' : 'path-of-report'],
      });
    }
  }
  return {
    kind: 'sitemap',
    evidence: [sitemap.kind],
    title: '',
    year: null,
    platforms: [],
    reports: links.take('reports'),
    attachments: [],
    pictures: [],
    next: [],
    lists: links.take('lists'),
    rejected: links.take('rejected'),
    announced: null,
    entriesKey: entriesKeyOf(sitemap.entries.map(({ address }) => address)),
    issues,
  };
}
