import type { CellCounts, ReportChange, RunSummary, SiteVerdict } from '../../model/run-summary.js';
import { counted, grouped } from './format-figures.js';

/** All that the summary says to people is here and in the catalogue of codes. */

interface Place {
  url: string;
  code: string;
  message: string;
}

const told = ({ url, code, message }: Place): string => `${url} (${code}: ${message})`;

/** What to look at, and where. Behind each address comes a space or nothing. */
export const alarmWords = {
  'none-found': (verdict: string, start: string) =>
    `${verdict} Open ${start} in a browser: is the list there, is it empty, did it move, or is it nianbao that no longer reads it?`,
  'fewer-found': (verdict: string, start: string) =>
    `${verdict} Open ${start} and count: is a part of the list gone, did it move, or is it nianbao that no longer reads all of it?`,
  'not-read': (runs: number, start: string, first: Place | null) =>
    `For ${runs} runs in a row not all lists could be had, so that new reports there go unseen. Look at ${first ? told(first) : start}`,
  challenge: (count: number, first: Place) =>
    `${counted(count, 'address', 'addresses')} ended at a page against robots, and the host was left alone. Open ${first.url} in a browser. Ask more seldom, or ask whoever runs the site.`,
  'many-vanished': (count: number, had: number, first: string) =>
    `${grouped(count)} of ${counted(had, 'document')} are gone since this run. Their records are kept. Did the site move them, or take them away? The first: ${first}`,
  'list-not-understood': (count: number, first: Place) =>
    `${counted(count, 'list page')} could not be understood as a whole, so that reports may be missed. Look at ${told(first)}`,
  'conversion-broken': (count: number, first: Place) =>
    `nianbao itself failed at ${counted(count, 'address', 'addresses')}, or can't read its own archive. Report the fault with the first of them: ${told(first)}`,
};

export const verdictNames: Record<SiteVerdict, string> = {
  ok: 'as expected',
  fewer: 'fewer than expected',
  none: 'none found',
  'not-judged': 'not judged',
};

export const changeNames: Record<ReportChange['change'], string> = {
  new: 'new',
  changed: 'changed',
  reread: 'read anew',
};

export const confidenceWords: Record<keyof CellCounts, string> = {
  verified: 'read, and confirmed by a sum',
  read: 'read; no sum confirms it',
  suspect: 'read, and in doubt',
  blank: 'printed empty',
  missing: 'not in the source',
};

export const jobNames: Record<RunSummary['job'], string> = {
  fetch: 'Fetch',
  crawl: 'Crawl',
  nightly: 'Nightly run',
};

export const headline = ({ alarms }: Pick<RunSummary, 'alarms'>): string =>
  alarms.length === 0
    ? 'Nothing needs a person'
    : alarms.length === 1
      ? 'A person must look at one thing'
      : `A person must look at ${alarms.length} things`;

export const noName = 'no issuer read';
export const noYear = 'no year';
/** Of a site that the file of sites no longer holds. */
export const noSite = (id: string): string =>
  id === '' ? 'no site' : `${id}, which is in the list no longer`;

/** Where not all is shown. */
export const moreIn = (count: number): string => `${grouped(count)} more in summary.json`;

export const acrossWords = ({ findings, conflicts }: NonNullable<RunSummary['acrossYears']>): string =>
  findings === 0
    ? 'Nothing contradicts across years.'
    : `Across years: ${counted(findings, 'finding')}, ${grouped(conflicts)} of them a contradiction (across-years.jsonl).`;

/** A value of a record, before or after; a path that is new has nothing before. */
export const nothing = 'nothing';
