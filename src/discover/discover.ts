import type { Discovery, FetchedPage, PageNote } from '../model/discovery.js';
import type { SiteKnowledge } from '../model/platform.js';
import { discoverInHtml } from './discover-in-html.js';
import { discoverInPayload } from './discover-in-payload.js';
import { discoverInSitemap } from './discover-in-sitemap.js';
import { note, type Task } from './discover-task.js';
import { urlKey } from './normalise-url.js';
import { parsePayload } from './read-payload.js';
import { gunzipSitemap, readSitemap } from './read-sitemap.js';

/** What the caller knows of the site beside the page. */
export interface DiscoverOptions {
  /** Hosts that belong to the site; links elsewhere are rejected with the reason. The page's own host always belongs. */
  hosts?: readonly string[];
  /** Charset of the site's pages, where a person has said so. */
  charset?: string;
  /** Id of the site's platform: asked first, and the others not at all. */
  platform?: string;
  /** Pages that one list may be said to have. */
  pagesMax?: number;
}

const PAGES_MAX = 500;
const leadsNowhere = (page: FetchedPage, kind: 'file' | 'other', issues: PageNote[]): Discovery => ({
  kind,
  evidence: [kind === 'file' ? 'starts-as-file' : 'not-text'],
  title: page.via?.text ?? '',
  year: page.via?.year ?? null,
  platforms: [],
  reports: [],
  attachments: [],
  pictures: [],
  next: [],
  lists: [],
  rejected: [],
  announced: null,
  entriesKey: '',
  issues,
});

/**
 * Reads which reports, attachments, lists and further pages a fetched page leads to. Pure: same bytes, same answer. Content trouble is
 * an issue; a page that can't be read at all leads nowhere and says so.
 */
export function discover(
  page: FetchedPage,
  knowledge: SiteKnowledge,
  options: DiscoverOptions = {},
): Discovery {
  const issues: PageNote[] = [];
  if (knowledge.isFile(page.body)) return leadsNowhere(page, 'file', issues);
  const bytes = gunzipSitemap(page.body);
  const text = bytes === null ? null : knowledge.decode(bytes, options.charset ?? page.charset);
  if (text === null) {
    note(issues, 'page-not-text', `No text could be read from ${page.url}.`);
    return leadsNowhere(page, 'other', issues);
  }
  const platforms = knowledge.platforms.filter(
    ({ id }) => options.platform === undefined || id === options.platform,
  );
  const task: Task = {
    page,
    knowledge: { ...knowledge, platforms },
    text,
    hosts: new Set([new URL(page.url).host, ...(options.hosts ?? [])].map((host) => host.toLowerCase())),
    pagesMax: options.pagesMax ?? PAGES_MAX,
    listKey: page.via?.listKey ?? urlKey(page.url),
    issues,
  };
  const sitemap = readSitemap(text);
  if (sitemap !== null) return discoverInSitemap(task, sitemap);
  const payload = parsePayload(text);
  if (payload !== undefined) return discoverInPayload(task, payload);
  return discoverInHtml(task);
}
