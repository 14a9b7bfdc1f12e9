import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { challengePages } from '../../parsers/lookups/challenge-pages.js';
import type { FetchOutcome } from '../model/fetch.js';
import { type Fault, pathOf } from '../testing/fault-server/fault.js';
import { limitsFor } from '../testing/fault-server/limits-for.js';
import {
  allFaults,
  resolveTestName,
  type StartedFaults,
  startFaultServer,
} from '../testing/fault-server/start.js';
import { Connections } from './connections.js';
import { type FetchOptions, fetchDocument } from './fetch-document.js';

const MIB = 1024 * 1024;

let started: StartedFaults;
let connections: Connections;
let options: Omit<FetchOptions, 'limits'>;
let baseline: number;

const urlOf = (fault: Fault): string => fault.url?.(started.server) ?? started.server.url(pathOf(fault));

async function run(fault: Fault): Promise<{ fault: Fault; outcome: FetchOutcome }> {
  const url = urlOf(fault);
  const limits = limitsFor(fault.state);
  const validators = fault.etag === undefined ? null : { url, etag: fault.etag, lastModified: null };
  if (fault.after !== undefined) await fetchDocument(new URL(fault.after, url).href, { ...options, limits });
  const outcome = await fetchDocument(url, { ...options, limits, validators });
  return { fault, outcome };
}

async function runAll(faults: readonly Fault[], lanes: number): Promise<Awaited<ReturnType<typeof run>>[]> {
  const rest = [...faults];
  const done: Awaited<ReturnType<typeof run>>[] = [];
  const lane = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) done.push(await run(next));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

beforeAll(async () => {
  started = await startFaultServer();
  connections = new Connections(
    { allowPrivate: ['127.0.0.1/32'], resolve: resolveTestName, trust: started.trust },
    limitsFor('fetched').headersMax,
  );
  options = {
    connections,
    userAgent: 'nianbao/0 (+mailto:test@example.org)',
    challenges: challengePages,
  };
  baseline = process.memoryUsage().rss;
});

afterAll(async () => {
  await connections.close();
  await started.server.close();
});

describe('bodies without end', () => {
  // Before all others, which leave their own traces in the process.
  it.each(allFaults.filter(({ name }) => /gigabytes|bomb/u.test(name)))(
    'leave memory bounded: $name',
    async (fault) => {
      let peak = 0;
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss - baseline);
      }, 5);
      const { outcome } = await run(fault);
      clearInterval(watch);
      expect(outcome.state).toBe(fault.state);
      // The largest body that is taken, once as sent and once decoded, and the server's own buffers.
      expect(peak / MIB).toBeLessThan(256);
    },
  );
});

describe('every fault', () => {
  it('ends in bounded memory', async () => {
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss - baseline);
    }, 10);
    const ended = await runAll(allFaults, 6);
    clearInterval(watch);
    expect(ended).toHaveLength(allFaults.length);
    // Six at once: no more than a few bodies of the largest size that is taken.
    expect(peak / MIB).toBeLessThan(600);
  });
});
