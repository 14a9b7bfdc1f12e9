import { join } from 'node:path';
import { addressNoise } from '../../parsers/lookups/report-links.js';
import { printable } from '../printing/printable.js';
import { describePages, type PageState } from '../store/describe-pages.js';
import type { CommandIo } from './command-io.js';
import type { FetchFlags } from './fetch-command.js';
import { nameOurselves } from './name-ourselves.js';
import { type AddressFault, readAddresses } from './read-addresses.js';
import { requireFolder } from './require-folder.js';
import { siteForEachHost } from './site-for-each-host.js';
import { UsageError } from './usage-error.js';

const NOT_HAD = 3;
const ALREADY_RUNNING = 5;
const HAD: readonly string[] = ['fetched', 'not-modified'];

/** `fetch`. @returns the exit status; @throws UsageError before anything is requested or written */
export async function runFetch(inputs: readonly string[], flags: FetchFlags, io: CommandIo): Promise<number> {
  const { stdout, stderr, env } = io;
  const userAgent = nameOurselves([
    [flags.contact, '--contact'],
    [env.NIANBAO_CONTACT, 'NIANBAO_CONTACT'],
  ]);
  const { addresses, faults, repeated } = await readAddresses(inputs, addressNoise);
  if (addresses.length === 0 && faults.length === 0) throw new UsageError('there is no address');
  await requireFolder(flags.out);
  for (const { where, text, message } of faults)
    stderr.write(`failed   ${printable(`${where}: ${message}${text === '' ? '' : `: ${text}`}`)}\n`);
  if (repeated > 0 && !flags.quiet)
    stderr.write(`note     ${repeated} ${repeated === 1 ? 'address was' : 'addresses were'} named before\n`);
  const visited = new Set(addresses.map(({ url }) => url));
  if (addresses.length > 0) {
    // Loaded late: mistakes in the options are reported at once.
    const { runAcquisition } = await import('./run-acquisition.js');
    const summary = await runAcquisition(
      flags,
      io,
      {
        ...{ job: 'fetch', sites: siteForEachHost(addresses), userAgent, isFollowing: flags.follow },
        ...{ convert: null, years: null, jobs: 1 },
      },
      (event) => {
        if (event.type === 'visited') visited.add(event.url);
      },
    );
    if (summary === null) return ALREADY_RUNNING;
  }
  const lines: PageState[] = [
    ...faults.map(lineOfFault),
    ...describePages(join(flags.out, 'state.db'), visited),
  ];
  for (const line of lines) stdout.write(`${JSON.stringify(line)}\n`);
  const named = new Set(addresses.map(({ url }) => url));
  const isMissing = lines.some(({ url, state }) => named.has(url) && !HAD.includes(state ?? ''));
  return isMissing || faults.length > 0 ? NOT_HAD : 0;
}

const lineOfFault = ({ text, where, message }: AddressFault): PageState => ({
  ...{
    url: text,
    finalUrl: null,
    state: 'scheme-refused',
    status: null,
    kind: null,
    sha256: null,
    archive: null,
  },
  message: `${where}: ${message}`,
});
