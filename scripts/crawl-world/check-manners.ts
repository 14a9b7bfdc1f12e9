import type { LogEntry, World } from '../world/start-world.js';

export interface Manners {
  requests: number;
  hosts: number;
  /** The least time between the end of an answer and the next request to its host, ms; hosts with a crawl-delay in robots.txt are counted apart. */
  leastGapMs: number;
  leastGapDelayedMs: number;
  faults: string[];
}

/** Clocks of two processes, rounded. */
const ROUNDING_MS = 1;

/**
 * Was the world asked as it should be? By the log of the server alone: one request at a time at each host, the delay kept, nothing that
 * robots.txt denies, robots.txt before everything else, and the name of the crawler in every request.
 * @param delayMs that was set; hosts that ask for `crawlDelayMs` are given that
 */
export function checkManners(
  { sites }: Pick<World, 'sites'>,
  log: readonly LogEntry[],
  { contact, delayMs, crawlDelayMs }: { contact: string; delayMs: number; crawlDelayMs: number },
): Manners {
  const faults: string[] = [];
  const least = { plain: Number.POSITIVE_INFINITY, delayed: Number.POSITIVE_INFINITY };
  const asked = new Map(sites.map(({ id }) => [id, [] as LogEntry[]]));
  for (const entry of log) asked.get(entry.site)!.push(entry);
  for (const { id, robots } of sites) {
    const entries = asked.get(id)!.sort((a, b) => a.at - b.at);
    const wanted = robots === 'delay' ? Math.max(delayMs, crawlDelayMs) : delayMs;
    for (const [index, { at, path, userAgent, method }] of entries.entries()) {
      const say = (what: string) => faults.push(`${id} ${path}: ${what}`);
      if (!/^nianbao\/\d\S* \(\+.+\)$/u.test(userAgent) || !userAgent.includes(contact))
        say(`asked as ${userAgent || 'nobody'}`);
      if (method !== 'GET') say(`asked with ${method}`);
      if (robots !== 'none' && /^\/(?:draft\/|search)/u.test(path))
        say('denied by robots.txt, and asked for');
      if (index === 0 && path !== '/robots.txt') say('asked for before robots.txt');
      const before = entries[index - 1];
      if (before === undefined) continue;
      const gap = before.endedAt === null ? -1 : at - before.endedAt;
      if (gap < 0) say(`asked for while ${before.path} was under way`);
      else if (gap < wanted - ROUNDING_MS)
        say(`asked for ${gap.toFixed(1)} ms after ${before.path}, not ${wanted}`);
      const kind = robots === 'delay' ? 'delayed' : 'plain';
      least[kind] = Math.min(least[kind], gap);
    }
  }
  const hosts = [...asked.values()].filter((entries) => entries.length > 0).length;
  return { requests: log.length, hosts, leastGapMs: least.plain, leastGapDelayedMs: least.delayed, faults };
}
