import type { Command } from 'commander';
import { type AcquireFlags, addAcquireOptions } from './acquire-options.js';
import type { CommandContext } from './command-io.js';
import { UsageError } from './usage-error.js';

export interface FetchFlags extends AcquireFlags {
  /** False with --no-follow. */
  follow: boolean;
}

const help = `
Everything lands in DIR/archive (WARC), which "nianbao convert" takes. Lists of reports are followed, with their further pages and
the attachments of reports, within the host; a site that is to be watched wants a file of sites and "nianbao crawl".
Standard output has a JSON line for each address: url, finalUrl, state, status, kind, sha256, archive, message.

Exit status: 0 all addresses that were named were had, 1 the program failed, 2 wrong usage,
3 at least one of them could not be had, 5 another run is at work in DIR.

Examples:
  $ nianbao fetch https://www.example.gov.cn/gknb/ --contact me@example.org
  $ nianbao fetch list.csv --no-follow --out data && nianbao convert data/archive --out converted`;

/** `nianbao fetch`: addresses in, an archive out. */
export function addFetchCommand(program: Command, io: CommandContext): void {
  const command = program
    .command('fetch')
    .summary('fetch addresses into an archive')
    .description(
      'Fetches addresses, slowly and by the rules of robots.txt, and keeps every answer in an archive.',
    )
    .argument(
      '<addresses...>',
      'addresses, files of them (.csv with a column url, or one a line), or - for standard input',
    )
    .option('--no-follow', 'fetch only what is named, and no links');
  addAcquireOptions(command)
    .addHelpText('after', help)
    .action(async (inputs: string[], flags: FetchFlags) => {
      if (inputs.filter((input) => input === '-').length > 1)
        throw new UsageError('standard input (-) can be read only once');
      // Loaded late: help and usage errors need not wait.
      const { runFetch } = await import('./run-fetch.js');
      io.setStatus(await runFetch(inputs, flags, io));
    });
}
