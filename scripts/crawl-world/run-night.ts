import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry, World } from '../world/start-world.js';
import { type Ran, runNianbao } from './run-nianbao.js';

export const CONTACT = 'https://example.org/about-our-robot';

export interface NightOptions {
  /** Of the run: archive, store, records. */
  folder: string;
  delaySeconds: number;
  jobs?: number;
  job?: 'crawl' | 'nightly';
  quiet?: boolean;
}

/** One night: the command runs against the world as it is now. @returns its results, and the requests that the world got */
export async function runNight(
  world: World,
  { folder, delaySeconds, jobs = 2, job = 'nightly', quiet = false }: NightOptions,
): Promise<Ran & { log: LogEntry[] }> {
  mkdirSync(folder, { recursive: true });
  const sites = join(folder, 'sites.yaml');
  writeFileSync(sites, world.sitesYaml());
  const from = world.log.length;
  const ran = await runNianbao([
    ...[job, sites, '--out', folder, '--contact', CONTACT, '--allow-private'],
    ...['--delay', String(delaySeconds), '--jobs', String(jobs), ...(quiet ? ['--quiet'] : [])],
  ]);
  return { ...ran, log: world.log.slice(from) };
}
