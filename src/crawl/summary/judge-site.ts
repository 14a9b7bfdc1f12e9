import { type CountVerdict, judgeCount } from '../../discover/judge-count.js';
import type { Site } from '../../model/site.js';
import type { Store } from '../../store/store.js';

/** Did a run find at a site what was to be expected? Asked after `crawlSite`. */
export function judgeSite(
  { facts }: Pick<Store, 'facts'>,
  run: number,
  site: Pick<Site, 'id' | 'expect'>,
): CountVerdict {
  const found = facts.found(run, site.id) ?? { count: 0, isComplete: false };
  const before = facts.foundBefore(run, site.id)?.count ?? null;
  const expectation = { before, reportsMin: site.expect?.reports_min ?? null };
  const judged = judgeCount(found.count, expectation, found.isComplete);
  const reason = judged.verdict === 'none' && !found.isComplete ? facts.leftForLater(run, site.id) : null;
  if (reason === null) return judged;
  // An empty list is an alarm; a list that was not requested says nothing, unless it stays so run after run.
  const was = before === null ? '' : `; the run before found ${before}`;
  return { ...judged, verdict: 'not-judged', message: `No list was asked for (${reason})${was}.` };
}
