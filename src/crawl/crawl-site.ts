import { createFrontier, type Frontier, type Waiting } from '../discover/frontier.js';
import { urlKey } from '../discover/normalise-url.js';
import type { Discovery, Link, PageKind } from '../model/discovery.js';
import type { StoredPart, StoredUrl } from '../store/stored.js';
import type { SiteRun } from './site-run.js';
import { LOSES_REPORTS } from './summary/find-alarms.js';
import { isList, type Visit, visitPage } from './visit-page.js';
import { COSTS_NOTHING } from './when-next.js';

/** What one look at a site came to. */
interface SiteLook {
  /** Reports that its lists name, without those that turned out to be no reports. */
  found: number;
  /** All lists could be read, as far as there is anything to be read. */
  isComplete: boolean;
}

const isReportKind = (kind: PageKind | null): boolean => kind === 'report' || kind === 'file';

/**
 * Looks through a site: lists first, then the reports they name with their attachments, then reports that are known and that no list
 * names any more. Done twice with the same pages, it comes to the same: a run that was killed is simply run again.
 */
export async function crawlSite(task: SiteRun): Promise<SiteLook> {
  const { site, store, run, startedAt, knowledge, isFollowing } = task;
  const pagesMax = site.pages_max;
  const frontier = createFrontier(site.start, {
    noise: knowledge.addresses,
    turnOf: (url) => turnOf(store.url(url)),
    ...(pagesMax === undefined ? {} : { pagesMax }),
  });
  const look = { reports: new Set<string>(), isComplete: true };
  const visit = async (waiting: Waiting): Promise<void> => {
    store.saveLinks(site.id, [waiting], startedAt);
    const visited = await visitPage(waiting, frontier, task);
    countVisit(waiting, visited, look);
    if (visited.found === null) return;
    noteTrouble(waiting.url, visited.found, task);
    if (isFollowing && !visited.isMoved) frontier.add(waiting, visited.found);
    noteParts(waiting.url, visited.found, frontier, task);
  };
  await drain(() => frontier.next(), visit, site.rate?.concurrency ?? 1);
  noteBounds(frontier, task);
  store.saveFound(run, site.id, look.reports.size, look.isComplete);
  // Reports stay where they are for years. A report that no list names any more may still be there or be gone: only a request can show that.
  if (isFollowing) await visitLeftOver(frontier, task);
  return { found: look.reports.size, isComplete: look.isComplete };
}

/** What is put together with a report's page, under its addresses as they are fetched. */
function noteParts(page: string, found: Discovery, frontier: Frontier, { store }: SiteRun): void {
  if (found.kind !== 'report') return;
  const partsOf = (links: readonly Link[], role: StoredPart['role']): StoredPart[] =>
    links.map(({ url, key }) => ({ url: frontier.urlOf(key) ?? url, role }));
  const { attachments, pictures } = found;
  store.saveParts(page, [...partsOf(attachments, 'attachment'), ...partsOf(pictures, 'picture')]);
}

/**
 * A run that a budget or the hour cuts short begins with what is new, then with what has waited longest, or the end of a long list would
 * never be had: before 0 what was left over so many runs in a row, behind it the last run that asked.
 */
function turnOf(known: StoredUrl | null): number {
  if (known === null || known.state === null) return -Number.MAX_SAFE_INTEGER;
  return COSTS_NOTHING.has(known.state) ? -known.failedRuns : (known.fetchedRun ?? 0);
}

/** Works on what waits, some at once; more may come to wait meanwhile. */
async function drain(
  next: () => Waiting | null,
  work: (waiting: Waiting) => Promise<void>,
  concurrency: number,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  for (;;) {
    const waiting = underWay.size < concurrency ? next() : null;
    if (waiting !== null) {
      const working: Promise<void> = work(waiting).finally(() => underWay.delete(working));
      underWay.add(working);
    } else if (underWay.size === 0) return;
    else await Promise.race(underWay);
  }
}

function countVisit(
  waiting: Waiting,
  { fate, kind, isMoved, state }: Visit,
  look: { reports: Set<string>; isComplete: boolean },
): void {
  const isReport = isReportKind(kind);
  // Named as a report and not refuted by its own page, be it there or not.
  if (waiting.role === 'report' && !isMoved && (kind === null || isReport)) look.reports.add(waiting.key);
  if (waiting.role === 'seed' && isReport) look.reports.add(waiting.key);
  // A list that is gone has said so; one that could not be had has said nothing.
  const isUnread = fate === 'retry' || fate === 'stop-host' || state === 'internal-error';
  if (isList(waiting) && isUnread) look.isComplete = false;
}

/** Of what is said of a page the gravest is kept: what nobody looks at hides no reports. */
function noteTrouble(url: string, { issues }: Discovery, { store, run, startedAt }: SiteRun): void {
  const issue = issues.find(({ code }) => LOSES_REPORTS.has(code)) ?? issues[0];
  if (issue === undefined) return;
  const more = issues.length === 1 ? '' : ` (and ${issues.length - 1} more)`;
  const { code, message } = issue;
  store.saveFailure({ run, url, stage: 'discover', code, message: `${message}${more}`, at: startedAt });
}

/** Bounds keep a crawl finite; what they cut off is said. */
function noteBounds({ refused }: Frontier, { site, store, run, startedAt }: SiteRun): void {
  const cut = refused.filter(({ bound }) => bound === 'pages' || bound === 'lists');
  if (cut.length === 0) return;
  const message = `${cut.length} pages of lists were not followed, the first: ${cut[0]!.link.url} (bound: ${cut[0]!.bound})`;
  const url = site.start[0]!;
  store.saveFailure({ run, url, stage: 'follow', code: 'list-bounded', message, at: startedAt });
}

/** A report whose address gives something else now keeps its record; that it does is said. */
function noteReplaced(known: StoredUrl, visit: Visit, { store, run, startedAt }: SiteRun): void {
  if (visit.kind === null || isReportKind(visit.kind) || !isReportKind(known.kind)) return;
  const message = `the address gave a report, and gives now what is none (${visit.found?.title ?? ''})`;
  const { url } = known;
  store.saveFailure({ run, url, stage: 'discover', code: 'no-longer-report', message, at: startedAt });
}

async function visitLeftOver(frontier: Frontier, task: SiteRun): Promise<void> {
  const { store, run, startedAt, site } = task;
  const left = store
    .documentsOf(site.id, run, startedAt)
    .map((known) => ({ known, waiting: leftOver(known) }))
    .filter(({ waiting }) => !frontier.isSeen(waiting.key))
    .sort((a, b) => turnOf(a.known) - turnOf(b.known));
  const knownOf = new Map(left.map(({ known, waiting }) => [waiting, known]));
  const visit = async (waiting: Waiting): Promise<void> => {
    store.saveLinks(site.id, [waiting], startedAt);
    const visited = await visitPage(waiting, frontier, task);
    const known = knownOf.get(waiting);
    if (known !== undefined) noteReplaced(known, visited, task);
    // The attached files, and no lists: lists would lead out of the site.
    const { found, isMoved } = visited;
    if (found === null) return;
    if (!isMoved) frontier.add(waiting, { ...found, reports: [], lists: [], next: [] });
    noteParts(waiting.url, found, frontier, task);
  };
  await drain(() => left.shift()?.waiting ?? frontier.next(), visit, site.rate?.concurrency ?? 1);
}

const leftOver = ({ url, role }: StoredUrl): Waiting => ({
  ...{ url, key: urlKey(url), via: null, depth: 0 },
  role: role === 'attachment' || role === 'picture' ? role : 'report',
});
