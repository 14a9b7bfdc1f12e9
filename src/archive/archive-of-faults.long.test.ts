import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { Connections } from '../fetch/connections.js';
import { fetchDocument } from '../fetch/fetch-document.js';
import { type Fault, pathOf } from '../testing/fault-server/fault.js';
import { limitsFor } from '../testing/fault-server/limits-for.js';
import { allFaults, resolveTestName, startFaultServer } from '../testing/fault-server/start.js';
import { Archive } from './archive.js';
import { openFile } from './byte-source.js';
import { Originals } from './originals.js';
import { readWarc } from './read-warc.js';

describe('an archive of what the worst servers answer', () => {
  it('gives back each body as it was fetched, and every record to an independent reader', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-faults-'));
    const { server, trust } = await startFaultServer();
    const connections = new Connections(
      { allowPrivate: ['127.0.0.1/32'], resolve: resolveTestName, trust },
      limitsFor('fetched').headersMax,
    );
    const archive = await Archive.open(folder);
    let exchanges = 0;
    let compared = 0;
    /** What was fetched, by address. */
    const fetched = new Map<string, Buffer>();
    const visit = async (fault: Fault): Promise<void> => {
      const url = fault.url?.(server) ?? server.url(pathOf(fault));
      const outcome = await fetchDocument(url, {
        connections,
        limits: { ...limitsFor(fault.state), triesMax: 1 },
        userAgent: 'nianbao/0 (+mailto:a@b.org)',
      });
      const places = [];
      for (const exchange of outcome.exchanges) places.push(await archive.append(exchange));
      exchanges += places.length;
      if (outcome.state !== 'fetched') return;
      expect(Buffer.compare(await archive.readBody(places.at(-1)!.bodyAt), outcome.body!), fault.name).toBe(
        0,
      );
      if (outcome.body!.length > 0) fetched.set(outcome.finalUrl, Buffer.from(outcome.body!));
      compared++;
    };
    const queue = [...allFaults];
    const lane = async (): Promise<void> => {
      for (let fault = queue.shift(); fault; fault = queue.shift()) await visit(fault);
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    await archive.close();
    await connections.close();
    await server.close();
    expect([exchanges > 60, compared > 15]).toEqual([true, true]);

    const path = join(folder, 'nianbao-000001.warc.gz');
    const types: Record<string, number> = {};
    for await (const record of new WARCParser(createReadStream(path))) {
      await record.readFully(false);
      types[record.warcType!] = (types[record.warcType!] ?? 0) + 1;
    }
    expect([types.warcinfo, types.request, types.response! + (types.revisit ?? 0)]).toEqual([
      1,
      exchanges,
      exchanges,
    ]);

    const source = await openFile(path);
    const reopen = () => openFile(path);
    const wrong: string[] = [];
    let read = 0;
    for await (const item of readWarc(source, reopen, { isWanted: () => true, originals: new Originals() })) {
      const body = item.kind === 'document' ? fetched.get(item.uri) : undefined;
      if (item.kind !== 'document' || !body) continue;
      read++;
      if (!body.equals(item.body)) wrong.push(item.uri);
    }
    await source.close();
    await rm(folder, { recursive: true });
    expect(wrong).toEqual([]);
    expect(read).toBe(fetched.size);
  });
});
