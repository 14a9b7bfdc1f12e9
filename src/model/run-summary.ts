import type { AlarmCode } from './codes/alarm-codes.js';
import type { FetchState } from './codes/fetch-states.js';

/** What a page's record turned out to be against what the store held; see docs/archive.md. */
type RecordChange = 'new' | 'changed' | 'reread' | 'known' | 'unchanged';

/** Cells of tables by confidence. */
export type CellCounts = Record<'verified' | 'read' | 'suspect' | 'blank' | 'missing', number>;

export interface RunCounts {
  /** Reports that the lists name. */
  found: number;
  /** Requests that this process sent, robots.txt not counted. Sites that share a host each count all of its requests. */
  requests: number;
  /** Addresses that the run came to an end with, lists among them, by state. */
  pages: Partial<Record<FetchState, number>>;
  /** Records of pages that were converted in the run. */
  records: Record<RecordChange, number>;
  /** Documents (reports, files, attachments) that are gone since this run. */
  vanished: number;
  /** Failures of any stage, by code: a FetchState, a code of a failed conversion, an issue of a list page. */
  failures: Record<string, number>;
  /** Of the records that were new, changed or reread in the run. */
  cells: CellCounts;
}

/** See `judgeCount`: `none` and `fewer` are alarms. */
export type SiteVerdict = 'ok' | 'fewer' | 'none' | 'not-judged';

export interface SiteSummary extends RunCounts {
  id: string;
  name: string;
  /** Found in the last run that saw all of the site's lists; null where none did. */
  foundBefore: number | null;
  /** At least so many were expected; null where nothing was. */
  expected: number | null;
  verdict: SiteVerdict;
  /** The verdict in words; '' where addresses were named by hand and nothing is judged. */
  message: string;
  /** Why hosts of the site were left alone by this process, in words. */
  stopped: string[];
}

/** Something that a person must look at. */
export interface Alarm {
  code: AlarmCode;
  /** Id of a site; may be one that the file of sites no longer holds. */
  site: string;
  /** What to look at, and where. */
  message: string;
}

/** A report that the run learned something about. */
export interface ReportChange {
  report: string;
  change: 'new' | 'changed' | 'reread';
  site: string;
  url: string;
  issuer: string | null;
  year: number | null;
  kind: string;
  version: number;
  /** Of the version now. */
  cells: CellCounts;
  /** How many places differ from the version before, and the first of them, numbers before all else; 0 and none for a new report. */
  differences: number;
  /** Without `before` the path is new, without `after` it is gone. */
  first: { path: string; before?: unknown; after?: unknown }[];
}

export interface RunFailure {
  url: string;
  site: string;
  /** fetch, discover, follow, convert */
  stage: string;
  code: string;
  message: string;
  /** Runs in a row in which the page could not be had; 0 for other stages. */
  failedRuns: number;
}

/** A run that is over, for the course of time. */
export interface PastRun {
  run: number;
  startedAt: string;
  found: number;
  new: number;
  changed: number;
  vanished: number;
  failed: number;
  alarms: number;
}

/** What a run came to, as it is kept in the store and written beside the records. */
export interface RunSummary {
  run: number;
  job: 'fetch' | 'crawl' | 'nightly';
  /** Of nianbao. */
  version: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  endedAt: string;
  /** There are alarms. */
  needsPerson: boolean;
  alarms: Alarm[];
  totals: RunCounts;
  /** In the order of the file of sites. */
  sites: SiteSummary[];
  /** By issuer, year, address; those without issuer or year last. */
  changes: ReportChange[];
  /** Documents that vanished in this run, by address, and the reports that they showed. */
  vanished: { url: string; site: string; reports: string[] }[];
  /** By address and stage. */
  failures: RunFailure[];
  /** Reports in the store: all, and those of kind annual-report. */
  held: { reports: number; annualReports: number };
  /** Comparisons across years over everything held; null where the job makes none. */
  acrossYears: { findings: number; conflicts: number } | null;
  /** The last runs of this job before this one, the oldest first, at most 60. */
  history: PastRun[];
}
