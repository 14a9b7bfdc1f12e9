import type { RunSummary } from '../model/run-summary.js';
import { version } from '../model/version.js';
import { convertKept } from './convert-kept.js';
import type { CrawlOptions } from './crawl-options.js';
import { crawlSites } from './crawl-sites.js';
import { joinParts } from './join-parts.js';
import { buildSummary } from './summary/build-summary.js';
import { writeSummary } from './summary/write-summary.js';
import { openWorkspace } from './workspace.js';
import { writeRecords } from './write-records.js';

/** A run that was begun longer ago is not gone on with: what it found is old. */
const RESUMED_MS = 24 * 3_600_000;

/**
 * A whole run: look through the sites, keep what they answer, convert it, sum it up. Killed at any moment and started again it goes on
 * where it was: what is in the store is done.
 * @throws LockedError where another run is at work in the folder, and the errors of the file system
 */
export async function runCrawl(options: CrawlOptions): Promise<RunSummary> {
  const { job, folder, sites, convert, jobs, tell, now, years } = options;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const workspace = await openWorkspace(folder, options.passingLines);
  try {
    const { store } = workspace;
    const run = store.beginRun(iso(now()), iso(now() - RESUMED_MS), job);
    tell({ type: 'begun', run: run.id, isResumed: run.isResumed });
    const hosts = await crawlSites(run, workspace, options);
    await joinParts(workspace);
    let check = null;
    if (convert !== null) {
      await convertKept(workspace, { run: run.id, convert, jobs, tell, now });
      check = await writeRecords(workspace, years);
    }
    const endedAt = iso(now());
    const { id, startedAt } = run;
    const summary = buildSummary(store, { run: id, job, startedAt, endedAt, version, sites, hosts, check });
    await writeSummary(folder, summary);
    store.endRun(id, endedAt, summary);
    return summary;
  } finally {
    await workspace.close();
  }
}
