import type { Colors } from 'picocolors/types.js';
import type { CrawlEvent } from '../crawl/crawl-options.js';
import type { FetchState } from '../model/fetch.js';
import { printable } from '../printing/printable.js';

/** States that say something of a host or of the run: hundreds of addresses end so at once, and one line says it. */
const OF_A_HOST: ReadonlySet<FetchState> = new Set<FetchState>([
  'host-stopped',
  'over-budget',
  'quiet-hours',
  'cancelled',
]);

/** A long run shows that it lives. */
const VISITS_A_LINE = 1000;

interface TellOptions {
  /** Only failures. */
  quiet: boolean;
  colors: Colors;
  write: (line: string) => void;
}

/** Reports a run while it goes on, a line a site and a line a failure, through `write`. */
export function tellCrawl({ quiet, colors, write }: TellOptions): (event: CrawlEvent) => void {
  const paint = { failed: colors.red, alarm: colors.red, site: colors.green, note: colors.cyan };
  const tell = (word: keyof typeof paint, subject: string, message: string): void => {
    if (quiet && word !== 'failed' && word !== 'alarm') return;
    write(`${paint[word](word.padEnd(8))} ${printable(subject)}: ${printable(message)}\n`);
  };
  /** Site, host and state. */
  const told = new Set<string>();
  let visits = 0;
  const visited = ({ site, url, state, message, isRecalled }: CrawlEvent & { type: 'visited' }): void => {
    visits++;
    if (visits % VISITS_A_LINE === 0) tell('note', `${visits} addresses`, 'looked at so far');
    if (isRecalled || state === 'fetched' || state === 'not-modified') return;
    const isOfHost = OF_A_HOST.has(state);
    const key = `${site} ${URL.canParse(url) ? new URL(url).host : ''} ${state}`;
    if (isOfHost && told.has(key)) return;
    if (isOfHost) told.add(key);
    tell('failed', url, `${message}${isOfHost ? '; others of it are not told' : ''} [${state}]`);
  };
  return (event) => {
    if (event.type === 'begun')
      tell('note', `run ${event.run}`, event.isResumed ? 'goes on where it was' : 'begins');
    else if (event.type === 'visited') visited(event);
    else if (event.type === 'site-done')
      tell(isAlarm(event.verdict) ? 'alarm' : 'site', event.site, event.message);
    else if (event.type === 'converting' && event.count > 0)
      tell('note', 'converting', `${event.count} ${event.count === 1 ? 'document' : 'documents'}`);
    else if (event.type === 'converted' && event.failure !== null) tell('failed', event.url, event.failure);
  };
}

const isAlarm = (verdict: string): boolean => verdict === 'none' || verdict === 'fewer';
