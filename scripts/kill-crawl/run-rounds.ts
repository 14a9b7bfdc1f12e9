import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArchive } from '../kill-store/check-archive.js';
import { seededRandom } from '../synthesise/random.js';
import type { RenderCache } from '../world/answer-request.js';
import { startWorld } from '../world/start-world.js';
import type { Course, Phase } from './choose-moment.js';
import { describeFiles } from './describe-files.js';
import { type Crawl, killedNight, newCrawl, quietNight } from './kill-night.js';

export interface KillResult {
  kills: number;
  killsIn: Record<Phase, number>;
  /** Crawls of two nights that were killed to their end. */
  crawls: number;
  /** Requests that were made again, because they were under way at a kill. */
  repeated: number;
  /** What is not as it should be, in words; empty is good. */
  faults: string[];
}

export interface RoundOptions {
  rounds: number;
  seed: number;
  /** In the world of eleven sites. */
  reports: number;
}

const NIGHTS = [1, 2];
/** Of the world: one in whose second night reports are new, changed, gone and moved. */
const WORLD_SEED = 6;

/**
 * Crawls a small world for two nights with processes that are killed with SIGKILL at random moments, again and again, until `rounds`
 * kills have hit; compares what each crawl left with what one left that nobody disturbed.
 * @param tell called with a line on every crawl
 */
export async function runRounds(
  { rounds, seed, reports }: RoundOptions,
  tell: (line: string) => void = () => {},
): Promise<KillResult> {
  const random = seededRandom(seed);
  const root = mkdtempSync(join(tmpdir(), 'nianbao-kill-crawl-'));
  const killsIn: KillResult['killsIn'] = { opening: 0, asking: 0, converting: 0, writing: 0 };
  const result: KillResult = { kills: 0, killsIn, crawls: 0, repeated: 0, faults: [] };
  const cache: RenderCache = new Map();
  let port = 0;
  /** Every crawl meets the same world, at the same addresses. */
  const open = async () => {
    const options = { seed: WORLD_SEED, siteCount: 11, reportCount: reports, crawlDelay: 0.01, cache, port };
    const world = await startWorld(options);
    port = Number(new URL(world.sites[0]!.origin).port);
    return world;
  };
  try {
    const expected: string[][] = [];
    const courses: Course[] = [];
    const calm = newCrawl(join(root, 'calm'));
    const world = await open();
    for (const night of NIGHTS) {
      world.setNight(night);
      courses.push(await quietNight(world, calm));
      expected.push(describeFiles(calm.folder));
    }
    await world.close();
    const archives = async ({ folder }: Crawl) => checkArchive(join(folder, 'archive'), '');
    result.faults.push(...calm.faults, ...(await archives(calm)));
    while (result.kills < rounds && result.faults.length === 0) {
      const crawl = newCrawl(join(root, String(result.crawls)));
      const again = await open();
      for (const [index, night] of NIGHTS.entries()) {
        again.setNight(night);
        const killsMax = rounds - result.kills;
        await killedNight(again, crawl, {
          ...{ random, course: courses[index]!, killsMax, scratch: join(root, 'copy') },
        });
        crawl.faults.push(...compare(describeFiles(crawl.folder), expected[index]!, night));
      }
      await again.close();
      crawl.faults.push(...(await archives(crawl)));
      result.crawls++;
      result.kills += crawl.kills;
      result.repeated += crawl.repeated;
      for (const [phase, count] of Object.entries(crawl.killsIn)) killsIn[phase as Phase] += count;
      result.faults.push(...crawl.faults);
      tell(`crawl ${result.crawls}: ${crawl.kills} kills, ${crawl.faults.length} faults`);
      if (crawl.faults.length === 0) rmSync(crawl.folder, { recursive: true });
    }
  } finally {
    if (result.faults.length === 0) rmSync(root, { recursive: true });
    else tell(`what they left stays in ${root}`);
  }
  return result;
}

function compare(found: string[], expected: string[], night: number): string[] {
  const [left, right] = [new Set(expected), new Set(found)];
  return [
    ...expected
      .filter((line) => !right.has(line))
      .map((line) => `night ${night}, lost: ${line.slice(0, 400)}`),
    ...found
      .filter((line) => !left.has(line))
      .map((line) => `night ${night}, too much: ${line.slice(0, 400)}`),
    ...(found.length === expected.length
      ? []
      : [`night ${night}: ${found.length} lines, not ${expected.length}`]),
  ];
}
