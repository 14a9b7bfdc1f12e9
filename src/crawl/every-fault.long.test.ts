import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { challengePages } from '../../parsers/lookups/challenge-pages.js';
import { passingLines } from '../../parsers/lookups/passing-lines.js';
import { addressNoise } from '../../parsers/lookups/report-links.js';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import { judgeAddress } from '../cli/judge-address.js';
import { siteForEachHost } from '../cli/site-for-each-host.js';
import type { FetchLimits } from '../fetch/fetch-limits.js';
import { describePages } from '../store/describe-pages.js';
import { type Fault, pathOf } from '../testing/fault-server/fault.js';
import { groupsByLimits, limitsFor } from '../testing/fault-server/limits-for.js';
import {
  allFaults,
  resolveTestName,
  type StartedFaults,
  startFaultServer,
} from '../testing/fault-server/start.js';
import type { CrawlEvent } from './crawl-options.js';
import { runCrawl } from './run-crawl.js';

/**
 * They end at a host that another fault has stopped by then, or are another one's address with http for https, and are requested in a
 * run of their own.
 */
const APART = ['redirect-to-bad-tls', 'redirect-to-no-name', 'clear-on-tls'];

const OUR_FILES =
  /^(?:archive(?:\/(?:lock|nianbao-\d{6}\.(?:warc\.gz|index\.jsonl)))?|runs(?:\/(?:\d{6}\/summary|latest)\.(?:json|txt|html)|\/\d{6})?|state\.db(?:\.lock|-wal|-shm)?)$/u;

let started: StartedFaults;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-faults-'));
  started = await startFaultServer();
});
afterAll(async () => {
  await started.server.close();
  rmSync(folder, { recursive: true });
});

/** A host of its own for each fault that names no host: a host that gives trouble is left alone. */
const urlOf = (fault: Fault): string =>
  fault.url?.(started.server) ??
  started.server.url(pathOf(fault), 'http', `f${allFaults.indexOf(fault)}.fault.test`);

/** One run of all addresses, as `nianbao fetch --no-follow` does it. */
async function fetchAll(faults: readonly Fault[], into: string, limits: FetchLimits = limitsFor('fetched')) {
  const events: CrawlEvent[] = [];
  const addresses = faults.flatMap((fault) => {
    const urls = fault.after === undefined ? [] : [new URL(fault.after, urlOf(fault)).href];
    return [...urls, urlOf(fault)].flatMap((url) => {
      const judged = judgeAddress(url, addressNoise);
      return 'url' in judged ? [{ ...judged, where: fault.name }] : [];
    });
  });
  const summary = await runCrawl({
    ...{ job: 'fetch', folder: into, sites: siteForEachHost(addresses), limits, isFollowing: false },
    ...{
      knowledge: loadSiteKnowledge(),
      challenges: challengePages,
      passingLines,
      userAgent: 'nianbao/0 (+me@example.org)',
    },
    connection: {
      allowPrivate: ['127.0.0.1/32'],
      resolve: async (name) =>
        name.endsWith('.fault.test') ? [{ address: '127.0.0.1', family: 4 }] : resolveTestName(name),
      trust: started.trust,
    },
    ...{ concurrency: 16, delayMs: 0, requestsMaxPerHost: null, quietHours: null },
    ...{ convert: null, years: null, jobs: 1, now: Date.now },
    tell: (event) => events.push(event),
  });
  const urls = addresses.map(({ url }) => url);
  const pages = new Map(describePages(join(into, 'state.db'), urls).map((page) => [page.url, page]));
  const stateOf = (fault: Fault) => {
    const judged = judgeAddress(urlOf(fault), addressNoise);
    return 'url' in judged ? pages.get(judged.url)?.state : 'scheme-refused';
  };
  return { summary, events, pages, stateOf };
}

describe('one run over every fault', () => {
  it.each(groupsByLimits(allFaults.filter(({ name }) => !APART.includes(name))))(
    'ends, and each address in its named state, in the store: $faults.length faults',
    async ({ faults, limits }) => {
      const into = mkdtempSync(join(folder, 'run-'));
      const names = readdirSync(folder);
      const { summary, events, pages, stateOf } = await fetchAll(faults, into, limits);
      const wrong = faults
        // What is known from another night can't be known in the first.
        .map((fault) => ({
          name: fault.name,
          wanted: fault.etag === undefined ? fault.state : 'fetched',
          got: stateOf(fault),
        }))
        .filter(({ wanted, got }) => got !== wanted);
      expect(wrong).toEqual([]);
      // A text that is no address has no page.
      expect(pages.size).toBeGreaterThan(0.8 * faults.length);
      const counted = Object.values(summary.totals.pages).reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(pages.size);
      expect(JSON.stringify([summary, events, [...pages.values()]])).not.toContain('secret');
      // Names that servers give are never names of files.
      expect(readdirSync(folder)).toEqual(names);
      const written = readdirSync(into, { recursive: true, encoding: 'utf8' }).sort();
      expect(written.filter((name) => !OUR_FILES.test(name))).toEqual([]);
    },
  );

  it('ends so too where another address of the host was there first', async () => {
    const faults = allFaults.filter(({ name }) => APART.includes(name));
    const { stateOf } = await fetchAll(faults, join(folder, 'rest'));
    expect(faults.map(stateOf)).toEqual(faults.map(({ state }) => state));
  });

  it('asks in the next run with what the last one was given', async () => {
    const faults = allFaults.filter(({ name }) => name === 'changed');
    const { stateOf } = await fetchAll(faults, join(folder, 'twice'));
    expect(faults.map(stateOf)).toEqual(['fetched']);
    const again = await fetchAll(faults, join(folder, 'twice'));
    expect(faults.map(again.stateOf)).toEqual(['not-modified']);
  });
});
