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

let started: StartedFaults;
let connections: Connections;
let options: Omit<FetchOptions, 'limits'>;

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
});

afterAll(async () => {
  await connections.close();
  await started.server.close();
});

describe('every fault', () => {
  it('is there once, under its own name, and there are many', () => {
    expect(new Set(allFaults.map(({ name }) => name)).size).toBe(allFaults.length);
    expect(allFaults.length).toBeGreaterThan(100);
  });

  it('ends in its named state and fate', async () => {
    const ended = await runAll(allFaults, 6);
    const wrong = ended
      .filter(
        ({ fault, outcome }) =>
          outcome.state !== fault.state ||
          outcome.fate !== fault.fate ||
          outcome.tries !== (fault.tries ?? 1) ||
          (fault.check !== undefined && !fault.check(outcome, started.server)),
      )
      .map(({ fault, outcome: { state, fate, tries, message } }) => ({
        ...{ name: fault.name, state, fate, tries, message },
      }));
    expect(wrong).toEqual([]);
  });
});
