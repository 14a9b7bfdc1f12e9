import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFirstNight } from './crawl-world/check-first-night.js';
import { checkLaterNight } from './crawl-world/check-later-night.js';
import { checkManners } from './crawl-world/check-manners.js';
import { readRecords, readSummary } from './crawl-world/read-folder.js';
import { CONTACT, runNight } from './crawl-world/run-night.js';
import type { LogEntry } from './world/start-world.js';
import { startWorld } from './world/start-world.js';

/**
 * `npx tsx scripts/crawl-world.ts --sites 40 --reports 2000 --nights 2`: nights of `nianbao nightly` against the world on loopback, and
 * what its log and its truth say of them. Exit status 1 where anything is not as it should be.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sites: { type: 'string', default: '40' },
    reports: { type: 'string', default: '2000' },
    nights: { type: 'string', default: '2' },
    delay: { type: 'string', default: '0.05' },
    jobs: { type: 'string', default: '2' },
    /** Keeps what the runs wrote. */
    out: { type: 'string' },
  },
});

const CRAWL_DELAY_SECONDS = 0.2;
const delaySeconds = Number(values.delay);
const root = values.out ?? mkdtempSync(join(tmpdir(), 'nianbao-world-'));
const folder = join(root, 'data');
const world = await startWorld({
  ...{ seed: Number(values.seed), siteCount: Number(values.sites), reportCount: Number(values.reports) },
  crawlDelay: CRAWL_DELAY_SECONDS,
});
let faults = 0;
const say = (line: string): void => console.log(line);
const tell = (found: readonly string[]): void => {
  faults += found.length;
  for (const fault of found.slice(0, 20)) say(`  FAULT ${fault}`);
  if (found.length > 20) say(`  ... and ${found.length - 20} more`);
};
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

async function night(number: number) {
  world.setNight(number);
  const { status, err, elapsedMs, log, peakMb } = await runNight(world, {
    folder,
    delaySeconds,
    jobs: Number(values.jobs),
  });
  const asking = Math.max(...log.map(({ at }) => at)) - Math.min(...log.map(({ at }) => at));
  say(
    `\nnight ${number}: exit ${status}, ${seconds(elapsedMs)} in all, ${seconds(asking)} of them asking, at most ${peakMb} MiB in memory`,
  );
  if (status !== 0) tell([`exit status ${status}: ${err.slice(-2000)}`]);
  const manners = checkManners(world, log, {
    ...{ contact: CONTACT, delayMs: 1000 * delaySeconds, crawlDelayMs: 1000 * CRAWL_DELAY_SECONDS },
  });
  say(
    `  manners: ${manners.requests} requests to ${manners.hosts} hosts, one at a time, at least ${manners.leastGapMs.toFixed(1)} ms apart (${1000 * delaySeconds} set), ${manners.leastGapDelayedMs.toFixed(1)} ms where robots.txt asks for ${1000 * CRAWL_DELAY_SECONDS}`,
  );
  tell(manners.faults);
  return log;
}

try {
  const first = await night(1);
  let records = readRecords(folder);
  const found = await checkFirstNight(world, first, readSummary(folder), records);
  const { cells, verdicts } = found.tally;
  say(
    `  ${found.reports} reports, ${found.files} attachments and ${found.pictures} pictures fetched once each, ${found.others} requests for lists and robots.txt`,
  );
  say(
    `  ${cells} cells: ${verdicts.right} right, ${verdicts['suspect-right']} right and in doubt, ${verdicts.doubt} in doubt, ${verdicts.lost} lost, ${verdicts.silent} silently wrong`,
  );
  tell(found.faults);
  const asked: LogEntry[] = [...first];
  for (let number = 2; number <= Number(values.nights); number++) {
    const before = world.sites;
    const now = await night(number);
    const summary = readSummary(folder);
    const held = readRecords(folder);
    const later = await checkLaterNight(world, before, { before: asked, now }, summary, {
      before: records,
      now: held,
    });
    const { bodies } = later;
    say(
      `  ${later.unchanged} unchanged (304), ${later.redirects} sent on, ${later.gone} gone, ${later.twice} asked for twice (moved)`,
    );
    say(
      `  bodies sent: ${Object.entries(bodies)
        .map(([why, count]) => `${why} ${count}`)
        .join(', ')}`,
    );
    const { new: fresh, changed, known } = summary.totals.records;
    say(
      `  records: ${fresh} new, ${changed} changed, ${known} known by their contents, ${summary.vanished.length} pages vanished`,
    );
    tell(later.faults);
    records = held;
    asked.push(...now);
  }
} finally {
  await world.close();
  if (values.out === undefined) rmSync(root, { recursive: true });
}
say(faults === 0 ? '\nno faults' : `\n${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
