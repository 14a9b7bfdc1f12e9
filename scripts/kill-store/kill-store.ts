import { runRounds } from './run-rounds.js';

/**
 * Kills crawls with SIGKILL and says whether the store and the archive lost, doubled or repeated anything.
 * @returns 1 if they did
 */
export async function killStore({ rounds, seed }: { rounds: number; seed: number }): Promise<number> {
  const { kills, crawls, acknowledged, faults } = await runRounds(rounds, seed);
  for (const fault of faults.slice(0, 50)) console.error(fault);
  console.log(
    `${kills} kills in ${crawls} crawls, ${acknowledged} acknowledged writes, ${faults.length} faults`,
  );
  return faults.length > 0 ? 1 : 0;
}
