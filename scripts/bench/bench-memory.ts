import { join } from 'node:path';
import { saySeconds } from '../program/say-number.js';
import { withFolder } from '../program/with-folder.js';
import { measureFetch } from './measure-fetch.js';

const cases = [
  ['fine', 1],
  ['two-gigabytes', 1],
  ['two-gigabytes-in-chunks', 1],
  ['gzip-bomb', 1],
  ['brotli-bomb', 1],
  ['gzip-bomb-in-gzip', 1],
  ['two-gigabytes', 16],
  ['gzip-bomb', 16],
] as const;

/**
 * What `nianbao fetch` holds in memory at its peak, in a process of its own, while servers send it bodies without end, one at a time
 * and sixteen at once.
 * @param limit MiB
 * @returns 1: a body is not refused, or takes more than the limit
 */
export const benchMemory = ({ limit }: { limit: number }): Promise<number> =>
  withFolder(async (root) => {
    let faults = 0;
    for (const [name, count] of cases) {
      const folder = join(root, `${name}-${count}`);
      const { peakMb, elapsedMs, states, wanted } = await measureFetch(name, count, folder);
      const isGood =
        (peakMb ?? 0) <= limit && states.length === count && states.every((state) => state === wanted);
      if (!isGood) faults++;
      const told = [...new Set(states)].join(', ');
      console.log(
        `${isGood ? 'ok   ' : 'FAULT'} ${String(count).padStart(2)} x ${name.padEnd(24)} ${told.padEnd(10)} ` +
          `peak ${String(peakMb ?? '?').padStart(5)} MiB, ${saySeconds(elapsedMs)}`,
      );
    }
    return faults > 0 ? 1 : 0;
  });
