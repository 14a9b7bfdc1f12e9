import { runRounds } from './run-rounds.js';

/**
 * Kills `nianbao crawl` with SIGKILL while it opens its files, asks, converts and writes, starts it again until it is done, and says
 * whether anything was lost, doubled or requested again.
 * @returns 1 if it was
 */
export async function killCrawl(options: { rounds: number; seed: number; reports: number }): Promise<number> {
  const from = performance.now();
  const { kills, killsIn, crawls, repeated, faults } = await runRounds(options, (line) =>
    console.error(line),
  );
  for (const fault of faults.slice(0, 50)) console.error(fault);
  const phases = Object.entries(killsIn).map(([phase, count]) => `${phase} ${count}`);
  console.log(
    `${kills} kills (${phases.join(', ')}) in ${crawls} crawls of two nights, ${repeated} requests under way repeated, ` +
      `${faults.length} faults, ${Math.round((performance.now() - from) / 1000)} s`,
  );
  return faults.length > 0 ? 1 : 0;
}
