import type { Command } from 'commander';
import { addCrawlOptions, type CrawlFlags } from './acquire-options.js';
import type { CommandContext } from './command-io.js';

const help = `
DIR/archive holds every answer of every site (WARC), DIR/state.db what was seen, DIR/records.jsonl the records,
DIR/runs/latest.txt (.html, .json) what the run came to, which is printed too; with --quiet only where a person must look.
A run that was stopped, however that was, goes on where it was when it is started again within a day.

Exit status: 0 nothing to look at, 1 the program failed, 2 wrong usage or mistakes in the file of sites,
4 a person must look (reports are missing, a site can't be read), 5 another run is at work in DIR.

Examples:
  $ nianbao crawl sites.yaml --contact https://example.org/about-our-robot
  $ nianbao crawl sites.yaml --out data --site qinglan --site wanglan --delay 3`;

/** `nianbao crawl`: finds, fetches, keeps and converts the reports of sites. */
export function addCrawlCommand(program: Command, io: CommandContext): void {
  const command = program
    .command('crawl')
    .summary('find, fetch, keep and convert the reports of sites')
    .description(
      'Looks through the lists of each site, fetches what is new or changed, slowly and by the rules of robots.txt,\n' +
        'keeps every answer in an archive and converts the reports.',
    )
    .argument('<sites.yaml>', 'a file of sites');
  addCrawlOptions(command)
    .addHelpText('after', help)
    .action(async (file: string, flags: CrawlFlags) => {
      // Loaded late: help and usage errors need not wait for the readers of all formats.
      const { runSites } = await import('./run-sites.js');
      io.setStatus(await runSites('crawl', file, flags, io));
    });
}
