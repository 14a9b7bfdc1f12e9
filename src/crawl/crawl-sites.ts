import PQueue from 'p-queue';
import { hostsOfSite } from '../discover/parse-sites.js';
import { Connections } from '../fetch/connections.js';
import { defaultLimits } from '../fetch/fetch-limits.js';
import { defaultPace } from '../fetch/host-pace.js';
import { HostQueue, type HostReport, type HostRules } from '../fetch/host-queue.js';
import { parseQuietHours } from '../fetch/quiet-hours.js';
import type { Site } from '../model/site.js';
import type { CrawlOptions } from './crawl-options.js';
import { crawlSite } from './crawl-site.js';
import { judgeSite } from './summary/judge-site.js';
import type { Workspace } from './workspace.js';

/** Sites that are looked through at once for each request that may be under way: most of them wait for their host's delay. */
const SITES_A_PLACE = 8;

/** Looks through all sites, many at once and each host in its own pace. @returns what the run did to each host */
export async function crawlSites(
  run: { id: number; startedAt: string },
  workspace: Workspace,
  options: CrawlOptions,
): Promise<HostReport[]> {
  const { sites, concurrency, tell } = options;
  const { store, archive } = workspace;
  const limits = options.limits ?? defaultLimits;
  const connections = new Connections(options.connection, limits.headersMax);
  const rules = rulesByHost(options);
  const kept: Promise<unknown>[] = [];
  const queue = new HostQueue({
    ...{ connections, limits, concurrency, userAgent: options.userAgent, challenges: options.challenges },
    rulesOf: (host) => rules.get(host),
    defaults: rulesOf({}, options),
    onRobots: ({ exchanges }) => kept.push(...exchanges.map((exchange) => archive.append(exchange))),
  });
  const places = new PQueue({ concurrency: concurrency * SITES_A_PLACE });
  try {
    await places.addAll(
      sites.map((site) => async () => {
        const { id: runId, startedAt } = run;
        const { isFollowing, knowledge } = options;
        await crawlSite({ site, run: runId, startedAt, isFollowing, store, archive, queue, knowledge, tell });
        const { found, verdict, message } = judgeSite(store, runId, site);
        tell({ type: 'site-done', site: site.id, found, verdict, message });
      }),
    );
    await Promise.all(kept);
    return queue.report();
  } finally {
    // After a fault of one site the others get the signal to stop, and have ended when the folder is closed.
    queue.close();
    places.clear();
    await places.onIdle();
    await connections.close();
  }
}

type AskedRules = Pick<Site, 'rate' | 'quiet_hours'>;

function rulesOf({ rate, quiet_hours: quiet }: AskedRules, options: CrawlOptions): Partial<HostRules> {
  const delayMs = rate?.delay_ms ?? options.delayMs ?? defaultPace.delayMs;
  const most = Math.min(
    rate?.requests_max ?? Number.POSITIVE_INFINITY,
    options.requestsMaxPerHost ?? Number.POSITIVE_INFINITY,
  );
  return {
    pace: { ...defaultPace, delayMs, delayMaxMs: Math.max(defaultPace.delayMaxMs, delayMs) },
    concurrency: rate?.concurrency ?? 1,
    requestsMax: most,
    quietHours: quiet === undefined ? options.quietHours : parseQuietHours(`${quiet.from}-${quiet.to}`),
  };
}

/** Of sites that share a host the most careful rule holds. */
function rulesByHost(options: CrawlOptions): Map<string, Partial<HostRules>> {
  const rules = new Map<string, Partial<HostRules>>();
  for (const site of options.sites) {
    for (const host of hostsOfSite(site)) {
      const own = rulesOf(site, options);
      const other = rules.get(host);
      rules.set(host, other === undefined ? own : moreCareful(own, other));
    }
  }
  return rules;
}

const moreCareful = (a: Partial<HostRules>, b: Partial<HostRules>): Partial<HostRules> => ({
  pace: a.pace!.delayMs >= b.pace!.delayMs ? a.pace! : b.pace!,
  concurrency: Math.min(a.concurrency!, b.concurrency!),
  requestsMax: Math.min(a.requestsMax!, b.requestsMax!),
  quietHours: a.quietHours ?? b.quietHours!,
});
