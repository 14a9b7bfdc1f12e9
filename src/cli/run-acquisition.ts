import { challengePages } from '../../parsers/lookups/challenge-pages.js';
import { passingLines } from '../../parsers/lookups/passing-lines.js';
import { loadSiteKnowledge } from '../../parsers/sites/index.js';
import type { CrawlEvent, CrawlOptions } from '../crawl/crawl-options.js';
import { runCrawl } from '../crawl/run-crawl.js';
import { LockedError } from '../lock/lock-file.js';
import type { RunSummary } from '../model/run-summary.js';
import { chooseColors } from '../printing/choose-colors.js';
import type { AcquireFlags } from './acquire-options.js';
import type { CommandIo } from './command-io.js';
import { tellCrawl } from './tell-crawl.js';

type OwnOptions = Pick<
  CrawlOptions,
  'job' | 'sites' | 'userAgent' | 'isFollowing' | 'convert' | 'years' | 'jobs'
>;

/**
 * Runs what flags and options say, and reports on standard error.
 * @param hear called with every event, too
 * @returns null if another run is at work in the folder; standard error says so
 */
export async function runAcquisition(
  flags: AcquireFlags,
  { stderr }: Pick<CommandIo, 'stderr'>,
  options: OwnOptions,
  hear: (event: CrawlEvent) => void = () => {},
): Promise<RunSummary | null> {
  const tell = tellCrawl({
    quiet: flags.quiet ?? false,
    colors: chooseColors(stderr, flags.color),
    write: (line) => void stderr.write(line),
  });
  try {
    return await runCrawl({
      ...options,
      folder: flags.out,
      knowledge: loadSiteKnowledge(),
      challenges: challengePages,
      passingLines,
      connection: { allowPrivate: flags.allowPrivate ?? false },
      concurrency: flags.concurrency,
      delayMs: flags.delay === undefined ? null : 1000 * flags.delay,
      requestsMaxPerHost: flags.maxPerHost ?? null,
      quietHours: flags.quietHours ?? null,
      tell: (event) => {
        tell(event);
        hear(event);
      },
      now: Date.now,
    });
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    stderr.write(`nianbao: error: another run is at work in ${flags.out}\n`);
    return null;
  }
}
