import { appendFileSync, writeFileSync } from 'node:fs';
import { UsageError } from '../../src/cli/usage-error.js';
import { startWorld } from './start-world.js';

export interface ServeOptions {
  seed: number;
  sites: number;
  reports: number;
  night: number;
  hosts: string;
  port: number;
  out: string | undefined;
  log: string | undefined;
}

/** Serves invented sites on loopback until it is stopped, and writes the file of sites that names them. */
export async function serveWorld(options: ServeOptions): Promise<void> {
  const { seed, hosts, port, out, log } = options;
  if (hosts !== 'address' && hosts !== 'port') throw new UsageError('--hosts takes address or port');
  const counts = { siteCount: options.sites, reportCount: options.reports };
  const world = await startWorld({ seed, ...counts, hosts, port });
  world.setNight(options.night);
  if (out === undefined) process.stdout.write(world.sitesYaml());
  else writeFileSync(out, world.sitesYaml());
  process.stderr.write(`Serving ${world.sites.length} sites, night ${world.night}. Stop with Ctrl-C.\n`);

  /** Requests go to the file every second; nothing else remembers them once the server is stopped. */
  const flush = (): void => {
    const entries = world.log.splice(0);
    if (log !== undefined && entries.length > 0)
      appendFileSync(log, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  };
  const timer = setInterval(flush, 1000);
  process.once('SIGINT', () => {
    clearInterval(timer);
    flush();
    void world.close();
  });
}
