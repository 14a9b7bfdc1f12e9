import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { challengePages } from '../parsers/lookups/challenge-pages.js';
import { Archive } from './archive/archive.js';
import { openFile } from './archive/byte-source.js';
import { Originals } from './archive/originals.js';
import { readWarc } from './archive/read-warc.js';
import { Connections } from './fetch/connections.js';
import { fetchDocument } from './fetch/fetch-document.js';
import type { FetchOutcome } from './model/fetch.js';
import { pathOf } from './testing/fault-server/fault.js';
import { limitsFor } from './testing/fault-server/limits-for.js';
import { allFaults, resolveTestName, startFaultServer } from './testing/fault-server/start.js';

const limits = limitsFor('fetched');

it('whatever was fetched comes out of the archive as it was fetched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-fetched-'));
  const { server, trust } = await startFaultServer();
  const connections = new Connections(
    { allowPrivate: ['127.0.0.1/32'], resolve: resolveTestName, trust },
    limits.headersMax,
  );
  const archive = await Archive.open(folder);
  const options = { connections, limits, userAgent: 'test', challenges: challengePages };
  const fetched = new Map<string, FetchOutcome>();
  for (const fault of allFaults.filter(({ state }) => state === 'fetched' || state === 'challenge')) {
    const outcome = await fetchDocument(fault.url?.(server) ?? server.url(pathOf(fault)), options);
    let place = null;
    for (const exchange of outcome.exchanges) place = await archive.append(exchange);
    if (outcome.state !== 'fetched') continue;
    fetched.set(outcome.finalUrl, outcome);
    const kept = await archive.readBody(place!.bodyAt);
    expect([fault.name, kept.toString('hex')]).toEqual([
      fault.name,
      Buffer.from(outcome.body!).toString('hex'),
    ]);
  }
  await archive.close();

  const originals = new Originals();
  const read = new Map<string, string>();
  const troubles: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.warc.gz'))) {
    const path = join(folder, name);
    const source = await openFile(path);
    for await (const item of readWarc(source, () => openFile(path), { isWanted: () => true, originals })) {
      if (item.kind === 'trouble') troubles.push(`${item.code} ${item.message}`);
      if (item.kind === 'document') read.set(item.uri, item.body.toString('hex'));
    }
    await source.close();
  }
  for (const [url, { body }] of fetched)
    if (body!.length > 0) expect([url, read.get(url)]).toEqual([url, Buffer.from(body!).toString('hex')]);
  expect(troubles).toEqual([]);
  expect(fetched.size).toBeGreaterThan(15);
  await connections.close();
  await server.close();
  await rm(folder, { recursive: true });
});
