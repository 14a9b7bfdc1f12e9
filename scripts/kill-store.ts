import { parseArgs } from 'node:util';
import { runRounds } from './kill-store/run-rounds.js';

/**
 * `npx tsx scripts/kill-store.ts --rounds 200 --seed 1`: kills crawls with SIGKILL and says whether the store and the archive lost,
 * doubled or repeated anything. Exit status 1 where they did.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const { kills, crawls, acknowledged, faults } = await runRounds(Number(values.rounds), Number(values.seed));
for (const fault of faults.slice(0, 50)) console.error(fault);
console.log(
  `${kills} kills in ${crawls} crawls, ${acknowledged} acknowledged writes, ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
