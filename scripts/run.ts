/** Runs the program against invented sites, undisturbed or killed: `npx tsx scripts/run.ts --help`. */
import { entry, number, runProgram, text } from './program/run-program.js';

const seed = number('chooses the world, or the moments of the kills', 1);

await runProgram('run', {
  world: entry({
    says: 'serves invented sites on loopback until it is stopped, and writes their file of sites',
    options: {
      seed,
      sites: number('sites', 40),
      reports: number('reports on them', 2000),
      night: number('which night it is', 1),
      hosts: text('address or port: what tells the sites apart', 'address'),
      port: number('the port of all sites; any that is free where 0', 0),
      out: text('writes the file of sites here instead of standard output'),
      log: text('writes every request to this file'),
    },
    load: async () => (await import('./world/serve-world.js')).serveWorld,
  }),
  nights: entry({
    says: 'nights of nianbao nightly on these sites, judged by their log and their truth',
    options: {
      seed,
      sites: number('sites', 40),
      reports: number('reports on them', 2000),
      nights: number('nights', 2),
      delay: number('seconds between two requests to a host', 0.05),
      jobs: number('documents converted at once', 2),
      out: text('keeps what the runs wrote in this folder'),
    },
    load: async () => (await import('./crawl-world/run-nights.js')).runNights,
  }),
  'kill-crawl': entry({
    says: 'kills nianbao crawl again and again, and looks for what was lost, doubled or asked for again',
    options: { rounds: number('kills', 200), seed, reports: number('reports on eleven sites', 33) },
    load: async () => (await import('./kill-crawl/kill-crawl.js')).killCrawl,
  }),
  'kill-store': entry({
    says: 'kills the store and the archive in the middle of their writes',
    options: { rounds: number('kills', 200), seed },
    load: async () => (await import('./kill-store/kill-store.js')).killStore,
  }),
});
