import { createHash } from 'node:crypto';
import type { PageKind } from '../model/discovery.js';
import type { FetchOutcome } from '../model/fetch.js';
import type { StoredUrl } from '../store/stored.js';
import type { SiteRun } from './site-run.js';
import { whenNext } from './when-next.js';

interface Judged {
  /** What the body is; null without one. */
  kind: PageKind | null;
  isList: boolean;
  isMoved: boolean;
}

/**
 * Brings what was answered to the archive and then to the store: what the store knows of, the archive holds. Killed between the two, the
 * page counts as not requested.
 */
export async function keepOutcome(
  outcome: FetchOutcome,
  known: StoredUrl,
  { kind, isList, isMoved }: Judged,
  { site, run, startedAt, store, archive }: SiteRun,
): Promise<void> {
  const places = await Promise.all(outcome.exchanges.map((exchange) => archive.append(exchange)));
  const { url, body, mediaType, charset } = outcome;
  const isGood = outcome.state === 'fetched' || outcome.state === 'not-modified';
  const document = body && {
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
    mediaType,
    ...places.at(-1)!.bodyAt,
  };
  store.saveFetch({
    ...outcome,
    ...{ url, run, kind, charset, document },
    nextTryAt: whenNext({
      ...{ outcome, isList, isMoved },
      failedRuns: isGood ? 0 : known.failedRuns + 1,
      recheckDays: site.recheck_days ?? 0,
      runStartedAt: startedAt,
    }),
  });
}
