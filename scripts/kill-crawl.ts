import { parseArgs } from 'node:util';
import { runRounds } from './kill-crawl/run-rounds.js';

/**
 * `npx tsx scripts/kill-crawl.ts --rounds 200 --seed 1`: kills `nianbao crawl` with SIGKILL while it opens its files, asks, converts and
 * writes, starts it again until it is done, and says whether anything was lost, doubled or asked for again. Exit status 1 where it was.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    /** In the world of eleven sites. */
    reports: { type: 'string', default: '33' },
  },
});
const from = performance.now();
const { kills, killsIn, crawls, repeated, faults } = await runRounds(
  { rounds: Number(values.rounds), seed: Number(values.seed), reports: Number(values.reports) },
  (line) => console.error(line),
);
for (const fault of faults.slice(0, 50)) console.error(fault);
const phases = Object.entries(killsIn).map(([phase, count]) => `${phase} ${count}`);
console.log(
  `${kills} kills (${phases.join(', ')}) in ${crawls} crawls of two nights, ${repeated} requests under way repeated, ` +
    `${faults.length} faults, ${Math.round((performance.now() - from) / 1000)} s`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
