import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CrawlFlags } from './acquire-options.js';
import type { CommandIo } from './command-io.js';
import { nameOurselves } from './name-ourselves.js';
import { readSites } from './read-sites.js';
import { converterOptions } from './reading-options.js';
import { requireFolder } from './require-folder.js';

/** Exit statuses; run-command.ts has those of wrong usage and faults. */
const NEEDS_PERSON = 4;
const ALREADY_RUNNING = 5;

/** `crawl` and `nightly`. @returns the exit status; @throws UsageError before anything is requested or written */
export async function runSites(
  job: 'crawl' | 'nightly',
  file: string,
  flags: CrawlFlags,
  io: CommandIo,
): Promise<number> {
  const { contact, sites } = await readSites(file, flags.site ?? []);
  const userAgent = nameOurselves([
    [flags.contact, '--contact'],
    [contact, `contact: in ${file}`],
    [io.env.NIANBAO_CONTACT, 'NIANBAO_CONTACT'],
  ]);
  await requireFolder(flags.out);
  // Loaded late: mistakes in the options are reported before the readers of all formats are loaded.
  const { runAcquisition } = await import('./run-acquisition.js');
  const { sharedKnowledge } = await import('../convert/run/shared-knowledge.js');
  const converter = io.openConverter(converterOptions(flags));
  try {
    const summary = await runAcquisition(flags, io, {
      ...{ job, sites, userAgent, isFollowing: true, convert: converter.convert, jobs: flags.jobs },
      years: job === 'nightly' ? sharedKnowledge() : null,
    });
    if (summary === null) return ALREADY_RUNNING;
    // What cron sends to people.
    if (summary.needsPerson || !flags.quiet)
      io.stdout.write(await readFile(join(flags.out, 'runs/latest.txt'), 'utf8'));
    return summary.needsPerson ? NEEDS_PERSON : 0;
  } finally {
    converter.close();
  }
}
