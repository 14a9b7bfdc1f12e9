import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultServer } from '../../src/testing/fault-server/fault-server.js';
import { allFaults } from '../../src/testing/fault-server/start.js';
import { runNianbao } from '../crawl-world/run-nianbao.js';
import { CONTACT } from '../crawl-world/run-night.js';

export interface Measured {
  /** Null if the system does not say. */
  peakMb: number | null;
  elapsedMs: number;
  /** Of each address. */
  states: string[];
  /** What each should end in. */
  wanted: string;
}

/** Fetches a fault from so many hosts at once, each a port of its own, with the command line in a process of its own. */
export async function measureFetch(name: string, count: number, folder: string): Promise<Measured> {
  const fault = allFaults.find((one) => one.name === name)!;
  const server = new FaultServer(new Map([[`/${name}`, fault.play!]]));
  try {
    const ports = Array.from({ length: count }, (_, index) => `port ${index}`);
    for (const port of ports) await server.listen(port);
    mkdirSync(folder, { recursive: true });
    const list = join(folder, 'list.txt');
    writeFileSync(list, ports.map((port) => server.url(`/${name}`, port)).join('\n'));
    const { out, peakMb, elapsedMs } = await runNianbao([
      ...['fetch', list, '--no-follow', '--out', join(folder, 'data'), '--contact', CONTACT],
      ...['--allow-private', '--delay', '0', '--quiet'],
    ]);
    const states = out
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { state: string }).state);
    return { peakMb, elapsedMs, states, wanted: fault.state };
  } finally {
    await server.close();
  }
}
