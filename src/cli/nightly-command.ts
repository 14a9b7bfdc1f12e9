import type { Command } from 'commander';
import { addCrawlOptions, type CrawlFlags } from './acquire-options.js';
import type { CommandContext } from './command-io.js';

const help = `
Does what crawl does, then compares the reports of each body from year to year (DIR/across-years.jsonl).
DIR/runs/latest.html shows the night to people. docs/nightly.md says how cron and systemd run it.

Exit status: 0 nothing to look at, 1 the program failed, 2 wrong usage or mistakes in the file of sites,
4 a person must look (reports are missing, a site can't be read), 5 another run is at work in DIR.

Examples:
  $ nianbao nightly sites.yaml --out data --quiet-hours 08:30-18:00
  $ nianbao nightly sites.yaml --out data --quiet 2>> nightly.log`;

/** `nianbao nightly`: a crawl as it is done every night, with everything that is to be checked afterwards. */
export function addNightlyCommand(program: Command, io: CommandContext): void {
  const command = program
    .command('nightly')
    .summary('crawl, check and sum up, every night')
    .description(
      'Crawls the sites, checks all reports held across years and sums up the night. What changed is a new version,\n' +
        'what vanished stays on record; the exit status says whether a person must look.',
    )
    .argument('<sites.yaml>', 'a file of sites');
  addCrawlOptions(command)
    .addHelpText('after', help)
    .action(async (file: string, flags: CrawlFlags) => {
      // Loaded late: help and usage errors need not wait for the readers of all formats.
      const { runSites } = await import('./run-sites.js');
      io.setStatus(await runSites('nightly', file, flags, io));
    });
}
