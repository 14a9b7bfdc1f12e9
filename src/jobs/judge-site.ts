import { type CountVerdict, judgeCount } from '../discover/expectations.js';
import type { Site } from '../model/site.js';
import type { Store } from '../store/store.js';

/** Did a run find at a site what was to be expected? Asked after `crawlSite`. */
export function judgeSite(
  { facts }: Pick<Store, 'facts'>,
  run: number,
  site: Pick<Site, 'id' | 'expect'>,
): CountVerdict {
  const found = facts.found(run, site.id) ?? { count: 0, isComplete: false };
  const before = facts.foundBefore(run, site.id)?.count ?? null;
  return judgeCount(found.count, { before, reportsMin: site.expect?.reports_min ?? null }, found.isComplete);
}
