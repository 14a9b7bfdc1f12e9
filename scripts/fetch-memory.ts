import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureFetch } from './fetch-memory/measure-fetch.js';

/**
 * `npx tsx scripts/fetch-memory.ts`: what `nianbao fetch` holds in memory at its peak, in a process of its own, while servers send it
 * bodies without end, one at a time and sixteen at once. Exit status 1 where one of them is not refused, or takes more than --limit MiB.
 */
const { values } = parseArgs({ options: { limit: { type: 'string', default: '1500' } } });
const root = mkdtempSync(join(tmpdir(), 'nianbao-memory-'));
const limit = Number(values.limit);
let faults = 0;
try {
  for (const [name, count] of [
    ['fine', 1],
    ['two-gigabytes', 1],
    ['two-gigabytes-in-chunks', 1],
    ['gzip-bomb', 1],
    ['brotli-bomb', 1],
    ['gzip-bomb-in-gzip', 1],
    ['two-gigabytes', 16],
    ['gzip-bomb', 16],
  ] as const) {
    const { peakMb, elapsedMs, states, wanted } = await measureFetch(
      name,
      count,
      join(root, `${name}-${count}`),
    );
    const isGood =
      (peakMb ?? 0) <= limit && states.length === count && states.every((state) => state === wanted);
    if (!isGood) faults++;
    const told = [...new Set(states)].join(', ');
    console.log(
      `${isGood ? 'ok   ' : 'FAULT'} ${String(count).padStart(2)} x ${name.padEnd(24)} ${told.padEnd(10)} ` +
        `peak ${String(peakMb ?? '?').padStart(5)} MiB, ${(elapsedMs / 1000).toFixed(1)} s`,
    );
  }
} finally {
  rmSync(root, { recursive: true });
}
process.exitCode = faults > 0 ? 1 : 0;
