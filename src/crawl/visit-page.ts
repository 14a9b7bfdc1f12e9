import { WarcError } from '../archive/warc-error.js';
import { discover } from '../discover/discover.js';
import type { Frontier, Waiting } from '../discover/frontier.js';
import { hostsOfSite } from '../discover/parse-sites.js';
import type { Discovery, FetchedPage, PageKind } from '../model/discovery.js';
import type { Fate, FetchOutcome, FetchState } from '../model/fetch.js';
import type { StoredUrl } from '../store/stored.js';
import { keepOutcome } from './keep-outcome.js';
import { readKept } from './read-kept.js';
import type { SiteRun } from './site-run.js';

/** What a run came to know of one address. */
export interface Visit {
  /** Null if its time has not come and it never gave a body. */
  state: FetchState | null;
  fate: Fate | null;
  kind: PageKind | null;
  /** What the page leads to; null for attachments and pictures, and where there is no body. */
  found: Discovery | null;
  /** It leads to an address that waits or was visited by itself. */
  isMoved: boolean;
}

/** A page as it is known, from the net or from the archive. */
interface Page {
  body: Uint8Array;
  finalUrl: string;
  mediaType: string | null;
  charset: string | null;
}

export const isList = ({ role }: Waiting): boolean => role === 'seed' || role === 'list' || role === 'next';

/**
 * Asks for an address, unless this run has done so or its time has not come: then what is kept of it counts. Keeps the answer before
 * it says what the page leads to.
 */
export async function visitPage(waiting: Waiting, frontier: Frontier, task: SiteRun): Promise<Visit> {
  const { store, run, startedAt, site, tell } = task;
  const known = store.url(waiting.url)!;
  const { url, role } = waiting;
  const isRecalled = known.fetchedRun === run;
  if (isRecalled) {
    tell({ type: 'visited', site: site.id, url, role, state: known.state!, message: '', isRecalled });
    return recall(waiting, known, frontier, task, known.state);
  }
  // A list shows what is new: it is requested, whatever became of it last time.
  if (!isList(waiting) && known.nextTryAt !== null && known.nextTryAt > startedAt) {
    tell({ type: 'not-due', site: site.id, url, role, nextTryAt: known.nextTryAt });
    return recall(waiting, known, frontier, task, null);
  }
  const { outcome, page } = await ask(known, task);
  // Another site's fault ends the run: the page was not requested.
  if (outcome.state === 'cancelled') throw new Error(`the run was stopped before ${url}`);
  const isMoved = page !== null && !frontier.settle(waiting, page.finalUrl);
  const found = page === null ? null : read(waiting, page, task);
  const kind = found?.kind ?? (page === null ? null : 'file');
  // Without the link that led to it an unchanged page may be judged less well than it was.
  const judged = outcome.state === 'not-modified' && waiting.via === null ? null : kind;
  await keepOutcome(outcome, known, { kind: judged, isList: isList(waiting), isMoved }, task);
  const { state, message, fate } = outcome;
  tell({ type: 'visited', site: site.id, url, role, state, message, isRecalled });
  return { state, fate, kind: judged ?? known.kind, found, isMoved };
}

/** The outcome, and the page where there is one: an answer 304 means the page that is kept. */
async function ask(known: StoredUrl, task: SiteRun): Promise<{ outcome: FetchOutcome; page: Page | null }> {
  const { queue } = task;
  const { sha256, etag, lastModified, finalUrl } = known;
  const validators = sha256 === null ? null : { url: finalUrl ?? known.url, etag, lastModified };
  const outcome = await queue.fetch(known.url, validators);
  if (outcome.state === 'not-modified') {
    const page = await keptPage(known, task);
    if (page !== null) return { outcome, page };
    // The archive lost it: it is requested as if it had never been seen.
    const again = await queue.fetch(known.url);
    return { outcome: again, page: pageOf(again) };
  }
  return { outcome, page: pageOf(outcome) };
}

const pageOf = ({ body, finalUrl, mediaType, charset }: FetchOutcome): Page | null =>
  body && { body, finalUrl, mediaType, charset };

async function recall(
  waiting: Waiting,
  known: StoredUrl,
  frontier: Frontier,
  task: SiteRun,
  state: FetchState | null,
): Promise<Visit> {
  const isGood = state === null || state === 'fetched' || state === 'not-modified';
  const page = isGood ? await keptPage(known, task) : null;
  const isMoved = page !== null && !frontier.settle(waiting, page.finalUrl);
  const found = page === null ? null : read(waiting, page, task);
  return { state, fate: known.fate, kind: known.kind, found, isMoved };
}

async function keptPage(known: StoredUrl, { store, archive }: SiteRun): Promise<Page | null> {
  const kept = store.body(known.url);
  if (kept === null) return null;
  try {
    const body = await readKept(archive, kept);
    return { body, finalUrl: known.finalUrl ?? known.url, mediaType: kept.mediaType, charset: known.charset };
  } catch (error) {
    if (error instanceof WarcError) return null;
    throw error;
  }
}

/** What a page leads to. What hangs on a page leads nowhere. */
function read(waiting: Waiting, page: Page, { site, knowledge }: SiteRun): Discovery | null {
  if (waiting.role === 'attachment' || waiting.role === 'picture') return null;
  const fetched: FetchedPage = { ...page, url: page.finalUrl, via: waiting.via };
  return discover(fetched, knowledge, {
    hosts: hostsOfSite(site),
    ...(site.charset === undefined ? {} : { charset: site.charset }),
    ...(site.platform === undefined ? {} : { platform: site.platform }),
    ...(site.pages_max === undefined ? {} : { pagesMax: site.pages_max }),
  });
}
