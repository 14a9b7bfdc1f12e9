import { discover } from '../../src/discover/discover.js';
import { createFrontier, type Refused } from '../../src/discover/frontier.js';
import type { Discovery } from '../../src/model/discovery.js';
import type { SiteKnowledge } from '../../src/model/platform.js';

/** What a crawl of one site took, for tests: plain fetches, nothing kept. */
export interface Crawled {
  /** Addresses whose page is a report or carries one, and files that a list links, in the order of arrival. */
  reports: string[];
  attachments: string[];
  /** That report pages show. */
  pictures: string[];
  /** Linked as reports, and no reports by their own pages. */
  dropped: string[];
  /** Every address that was requested. */
  asked: string[];
  refused: readonly Refused[];
  pages: { url: string; found: Discovery }[];
}

/** Crawls one site with nothing but `fetch`, `discover` and the frontier. @param isAllowed by robots.txt */
export async function crawlSite(
  seeds: readonly string[],
  knowledge: SiteKnowledge,
  isAllowed: (url: string) => boolean,
): Promise<Crawled> {
  const frontier = createFrontier(seeds, { noise: knowledge.addresses });
  const crawled: Crawled = {
    reports: [],
    attachments: [],
    pictures: [],
    dropped: [],
    asked: [],
    refused: frontier.refused,
    pages: [],
  };
  for (let waiting = frontier.next(); waiting !== null; waiting = frontier.next()) {
    if (!isAllowed(waiting.url)) continue;
    crawled.asked.push(waiting.url);
    const response = await fetch(waiting.url);
    const body = new Uint8Array(await response.arrayBuffer());
    if (!response.ok || !frontier.settle(waiting, response.url)) continue;
    if (waiting.role === 'attachment' || waiting.role === 'picture') {
      crawled[`${waiting.role}s`].push(waiting.url);
      continue;
    }
    const type = response.headers.get('content-type') ?? '';
    const charset = /charset=([\w-]+)/iu.exec(type)?.[1] ?? null;
    const page = { url: response.url, body, mediaType: type, charset, via: waiting.via };
    const found = discover(page, knowledge);
    crawled.pages.push({ url: waiting.url, found });
    if (found.kind === 'report' || found.kind === 'file') crawled.reports.push(waiting.url);
    else if (waiting.role === 'report') crawled.dropped.push(waiting.url);
    frontier.add(waiting, found);
  }
  return crawled;
}
