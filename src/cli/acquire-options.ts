import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseQuietHours, type QuietHours } from '../fetch/quiet-hours.js';
import { addReadingOptions, type ReadingFlags } from './reading-options.js';
import { JOBS_MAX, wholeNumber } from './whole-number.js';

/** What `fetch`, `crawl` and `nightly` have in common. */
export interface AcquireFlags {
  out: string;
  contact?: string;
  maxPerHost?: number;
  /** Seconds. */
  delay?: number;
  concurrency: number;
  quietHours?: QuietHours;
  allowPrivate?: true;
  quiet?: true;
  color?: boolean;
}

/** ... and what those have that convert. */
export interface CrawlFlags extends AcquireFlags, ReadingFlags {
  site?: string[];
  jobs: number;
}

const FOLDER = 'nianbao-data';
const DELAY_SECONDS_MAX = 600;
const CONCURRENCY = 16;
const CONCURRENCY_MAX = 256;
const JOBS = 2;

export function addAcquireOptions(command: Command): Command {
  return command
    .option(
      '-o, --out <dir>',
      'the folder that holds archive, store, records and summaries',
      folderName,
      FOLDER,
    )
    .option(
      '--contact <text>',
      'whom the sites can write to, an address of the web or of mail; goes into the User-Agent (default: NIANBAO_CONTACT)',
    )
    .option('--max-per-host <n>', 'requests to one host in this run', wholeNumber(10_000_000))
    .option('--delay <seconds>', 'between two requests to one host (default: 1)', seconds)
    .option(
      '--concurrency <n>',
      'requests at once, over all hosts',
      wholeNumber(CONCURRENCY_MAX),
      CONCURRENCY,
    )
    .option('--quiet-hours <times>', 'ask nothing between these times of China, as 08:30-18:00', quietHours)
    .option('--allow-private', 'allow loopback and private addresses')
    .option('-q, --quiet', 'tell nothing but failures')
    .option('--color', 'colour the messages even where no terminal shows them')
    .option('--no-color', 'never colour the messages');
}

export function addCrawlOptions(command: Command): Command {
  addReadingOptions(addAcquireOptions(command));
  return command
    .addOption(
      new Option('--site <id>', 'only this site of the file (may be repeated)').argParser(
        (id: string, before: string[] | undefined) => [...(before ?? []), id],
      ),
    )
    .option(
      '-j, --jobs <n>',
      'documents to convert at once, each in a process of its own',
      wholeNumber(JOBS_MAX),
      JOBS,
    );
}

function folderName(text: string): string {
  if (text === '') throw new InvalidArgumentError('It needs the name of a folder.');
  return text;
}

function seconds(text: string): number {
  const value = /^\d{1,3}(?:\.\d{1,3})?$/u.test(text) ? Number(text) : Number.NaN;
  if (!(value <= DELAY_SECONDS_MAX))
    throw new InvalidArgumentError(`It must be a number of seconds from 0 to ${DELAY_SECONDS_MAX}, as 1.5.`);
  return value;
}

function quietHours(text: string): QuietHours {
  try {
    return parseQuietHours(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
