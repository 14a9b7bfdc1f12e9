import { hostsOfSite } from '../../discover/parse-sites.js';
import type { HostReport } from '../../fetch/host-queue.js';
import type { FetchState } from '../../model/fetch.js';
import type { RunCounts, RunFailure, RunSummary, SiteSummary } from '../../model/run-summary.js';
import type { Site } from '../../model/site.js';
import type { YearCheck } from '../../model/year-finding.js';
import type { FailureOfRun } from '../../store/run-facts.js';
import type { Store } from '../../store/store.js';
import { addCells, noCells } from './cell-counts.js';
import { findAlarms, type SiteLook } from './find-alarms.js';
import { gatherChanges } from './gather-changes.js';
import { groupBy } from './group-by.js';
import { judgeSite } from './judge-site.js';

export interface SummaryInput {
  run: number;
  job: RunSummary['job'];
  /** Of the run and not of this process. ISO 8601, UTC. */
  startedAt: string;
  endedAt: string;
  /** Of nianbao. */
  version: string;
  sites: readonly Pick<Site, 'id' | 'name' | 'start' | 'hosts' | 'expect'>[];
  /** What this process did to hosts. */
  hosts: readonly HostReport[];
  /** Null if years were not compared. */
  check: Pick<YearCheck, 'findings'> | null;
}

/** Runs that the course of time shows. */
const HISTORY_MAX = 60;

/**
 * Sums up a run that is about to be ended. It is all read from the store, so that a run that was killed and gone on with sums up like an
 * undisturbed one; but for `requests` and `stopped`, which only this process knows of.
 */
export function buildSummary({ facts }: Pick<Store, 'facts'>, input: SummaryInput): RunSummary {
  const { run, job, startedAt, endedAt, version, sites, hosts, check } = input;
  const changes = gatherChanges(facts.versions(run));
  const failures = facts.failures(run);
  const vanished = facts.vanished(run);
  const { pages, records, sites: counted } = facts.changes(run);

  const totals: RunCounts = {
    ...{ found: 0, requests: hosts.reduce((sum, { requests }) => sum + requests, 0) },
    ...{ pages: pages as RunCounts['pages'], records, vanished: vanished.length },
    ...{ failures: countCodes(failures), cells: noCells() },
  };
  const summaries = new Map<string, SiteSummary>();
  for (const site of sites) {
    const own = counted[site.id];
    const asked = new Set(hostsOfSite(site as Site));
    const ownHosts = hosts.filter(({ host }) => asked.has(host));
    summaries.set(site.id, {
      ...{ id: site.id, name: site.name, ...judge(facts, site, input) },
      requests: ownHosts.reduce((sum, { requests }) => sum + requests, 0),
      pages: (own?.pages ?? {}) as Partial<Record<FetchState, number>>,
      records: { new: 0, changed: 0, reread: 0, known: 0, unchanged: 0, ...own?.records },
      ...{ vanished: 0, failures: {}, cells: noCells() },
      stopped: ownHosts.flatMap(({ host, stopped }) => (stopped === null ? [] : [`${host}: ${stopped}`])),
    });
  }
  // A site that the file no longer holds counts in the totals alone.
  for (const { site } of vanished) if (summaries.has(site)) summaries.get(site)!.vanished++;
  for (const [site, list] of groupBy(failures, (failure) => failure.site))
    if (summaries.has(site)) summaries.get(site)!.failures = countCodes(list);
  for (const { site, cells } of changes) {
    addCells(totals.cells, cells);
    if (summaries.has(site)) addCells(summaries.get(site)!.cells, cells);
  }
  const inOrder = [...summaries.values()];
  totals.found = inOrder.reduce((sum, { found }) => sum + found, 0);

  const looks = new Map<string, SiteLook>();
  for (const { id, start } of sites) {
    looks.set(id, {
      start: start[0]!,
      isComplete: facts.found(run, id)?.isComplete ?? false,
      incompleteBefore: facts.incompleteBefore(run, id),
      documentsBefore: facts.documentsBefore(run, id, startedAt),
    });
  }
  const alarms = findAlarms({ job, sites: inOrder, looks, failures, vanished });
  return {
    ...{ run, job, version, startedAt, endedAt, needsPerson: alarms.length > 0, alarms, totals },
    ...{ sites: inOrder, changes, vanished, failures: failures.map(describeFailure), held: facts.held() },
    acrossYears: check && {
      findings: check.findings.length,
      conflicts: check.findings.filter(({ severity }) => severity === 'error').length,
    },
    history: facts.history(run, job, HISTORY_MAX),
  };
}

type Judged = Pick<SiteSummary, 'found' | 'foundBefore' | 'expected' | 'verdict' | 'message'>;

function judge(facts: Store['facts'], site: SummaryInput['sites'][number], input: SummaryInput): Judged {
  const { run, job } = input;
  // Of addresses that were named by hand nothing can be expected: the next time they are others.
  if (job === 'fetch') {
    const found = facts.found(run, site.id)?.count ?? 0;
    return { found, foundBefore: null, expected: null, verdict: 'not-judged', message: '' };
  }
  const { found, expected, verdict, message } = judgeSite({ facts }, run, site as Site);
  return { found, foundBefore: facts.foundBefore(run, site.id)?.count ?? null, expected, verdict, message };
}

/** By code, in the order of the alphabet. */
function countCodes(failures: readonly { code: string }[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of failures) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const describeFailure = ({ url, site, stage, code, message, failedRuns }: FailureOfRun): RunFailure => ({
  ...{ url, site, stage, code, message },
  failedRuns: stage === 'fetch' ? failedRuns : 0,
});
