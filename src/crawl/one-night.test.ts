import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFirstNight } from '../../scripts/crawl-world/check-first-night.js';
import { checkManners } from '../../scripts/crawl-world/check-manners.js';
import { readRecords, readSummary } from '../../scripts/crawl-world/read-folder.js';
import { CONTACT, runNight } from '../../scripts/crawl-world/run-night.js';
import { checkArchive } from '../../scripts/kill-store/check-archive.js';
import { startWorld } from '../../scripts/world/start-world.js';

it('a night on a world of three sites finds every report, asks once, politely, and reads it as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-night-'));
  const world = await startWorld({ seed: 6, siteCount: 3, reportCount: 12, crawlDelay: 0.2 });
  const { status, out, log } = await runNight(world, { folder, delaySeconds: 0.02 });
  expect([status, out]).toEqual([0, readFileSync(join(folder, 'runs/latest.txt'), 'utf8')]);
  const manners = { contact: CONTACT, delayMs: 20, crawlDelayMs: 200 };
  expect(checkManners(world, log, manners)).toMatchObject({ faults: [], hosts: 3 });
  const night = await checkFirstNight(world, log, readSummary(folder), readRecords(folder));
  expect(night).toMatchObject({ faults: [], reports: 12 });
  expect(night.tally.verdicts).toMatchObject({ doubt: 0, lost: 0, silent: 0 });
  expect(await checkArchive(join(folder, 'archive'), '')).toEqual([]);
  await world.close();
  rmSync(folder, { recursive: true });
});
