import { join } from 'node:path';
import type { ReportRecord } from '../../src/model/report-record.js';
import { saySeconds } from '../program/say-number.js';
import { withFolder } from '../program/with-folder.js';
import { type LogEntry, startWorld, type World } from '../world/start-world.js';
import { checkFirstNight } from './check-first-night.js';
import { checkLaterNight } from './check-later-night.js';
import { checkManners } from './check-manners.js';
import { readRecords, readSummary } from './read-folder.js';
import { CONTACT, runNight } from './run-night.js';

export interface NightsOptions {
  seed: number;
  sites: number;
  reports: number;
  nights: number;
  delay: number;
  jobs: number;
  out: string | undefined;
}

const CRAWL_DELAY_SECONDS = 0.2;
const FAULTS_SHOWN = 20;

/** What the nights before left. */
interface Held {
  sites: World['sites'];
  asked: LogEntry[];
  records: ReportRecord[];
}

/** A night of the command, and how polite it was. */
async function run(world: World, number: number, folder: string, { delay, jobs }: NightsOptions) {
  world.setNight(number);
  const ran = await runNight(world, { folder, delaySeconds: delay, jobs });
  const { status, err, elapsedMs, log, peakMb } = ran;
  const asking = Math.max(...log.map(({ at }) => at)) - Math.min(...log.map(({ at }) => at));
  console.log(
    `\nnight ${number}: exit ${status}, ${saySeconds(elapsedMs)} in all, ${saySeconds(asking)} of them asking, at most ${peakMb} MiB in memory`,
  );
  const manners = checkManners(world, log, {
    ...{ contact: CONTACT, delayMs: 1000 * delay, crawlDelayMs: 1000 * CRAWL_DELAY_SECONDS },
  });
  console.log(
    `  manners: ${manners.requests} requests to ${manners.hosts} hosts, one at a time, at least ${manners.leastGapMs.toFixed(1)} ms apart (${1000 * delay} set), ${manners.leastGapDelayedMs.toFixed(1)} ms where robots.txt asks for ${1000 * CRAWL_DELAY_SECONDS}`,
  );
  const failed = status === 0 ? [] : [`exit status ${status}: ${err.slice(-2000)}`];
  return { log, faults: [...failed, ...manners.faults] };
}

async function sayFirst(world: World, log: readonly LogEntry[], folder: string): Promise<string[]> {
  const found = await checkFirstNight(world, log, readSummary(folder), readRecords(folder));
  const { cells, verdicts } = found.tally;
  console.log(
    `  ${found.reports} reports, ${found.files} attachments and ${found.pictures} pictures fetched once each, ${found.others} requests for lists and robots.txt`,
  );
  console.log(
    `  ${cells} cells: ${verdicts.right} right, ${verdicts['suspect-right']} right and in doubt, ${verdicts.doubt} in doubt, ${verdicts.lost} lost, ${verdicts.silent} silently wrong`,
  );
  return found.faults;
}

async function sayLater(
  world: World,
  before: Held,
  now: readonly LogEntry[],
  folder: string,
): Promise<string[]> {
  const summary = readSummary(folder);
  const later = await checkLaterNight(world, before.sites, { before: before.asked, now }, summary, {
    before: before.records,
    now: readRecords(folder),
  });
  console.log(
    `  ${later.unchanged} unchanged (304), ${later.redirects} sent on, ${later.gone} gone, ${later.twice} asked for twice (moved)`,
  );
  const bodies = Object.entries(later.bodies).map(([why, count]) => `${why} ${count}`);
  console.log(`  bodies sent: ${bodies.join(', ')}`);
  const { new: fresh, changed, known } = summary.totals.records;
  console.log(
    `  records: ${fresh} new, ${changed} changed, ${known} known by their contents, ${summary.vanished.length} pages vanished`,
  );
  return later.faults;
}

/**
 * Nights of `nianbao nightly` against the world on loopback, and what its log and its truth say of them.
 * @returns 1 if anything is not as it should be
 */
export const runNights = (options: NightsOptions): Promise<number> =>
  withFolder(async (root) => {
    const folder = join(root, 'data');
    const { seed, sites: siteCount, reports: reportCount } = options;
    const world = await startWorld({ seed, siteCount, reportCount, crawlDelay: CRAWL_DELAY_SECONDS });
    const held: Held = { sites: world.sites, asked: [], records: [] };
    let count = 0;
    try {
      for (let number = 1; number <= options.nights; number++) {
        held.sites = world.sites;
        const { log, faults } = await run(world, number, folder, options);
        faults.push(
          ...(number === 1 ? await sayFirst(world, log, folder) : await sayLater(world, held, log, folder)),
        );
        for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(`  FAULT ${fault}`);
        if (faults.length > FAULTS_SHOWN) console.log(`  ... and ${faults.length - FAULTS_SHOWN} more`);
        count += faults.length;
        held.asked.push(...log);
        held.records = readRecords(folder);
      }
    } finally {
      await world.close();
    }
    console.log(count === 0 ? '\nno faults' : `\n${count} faults`);
    return count === 0 ? 0 : 1;
  }, options.out);
