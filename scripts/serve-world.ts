import { appendFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startWorld } from './world/start-world.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sites: { type: 'string', default: '40' },
    reports: { type: 'string', default: '2000' },
    night: { type: 'string', default: '1' },
    hosts: { type: 'string', default: 'address' },
    port: { type: 'string', default: '0' },
    out: { type: 'string' },
    log: { type: 'string' },
  },
});

if (values.hosts !== 'address' && values.hosts !== 'port') throw new Error('--hosts takes address or port');
const world = await startWorld({
  seed: Number(values.seed),
  siteCount: Number(values.sites),
  reportCount: Number(values.reports),
  hosts: values.hosts,
  port: Number(values.port),
});
world.setNight(Number(values.night));
if (values.out === undefined) process.stdout.write(world.sitesYaml());
else writeFileSync(values.out, world.sitesYaml());
process.stderr.write(`Serving ${world.sites.length} sites, night ${world.night}. Stop with Ctrl-C.\n`);

/** Requests go to the file every second; nothing else remembers them once the server is stopped. */
const flush = (): void => {
  const entries = world.log.splice(0);
  if (values.log !== undefined && entries.length > 0)
    appendFileSync(values.log, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
};
const timer = setInterval(flush, 1000);
process.once('SIGINT', () => {
  clearInterval(timer);
  flush();
  void world.close();
});
