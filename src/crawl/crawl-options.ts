import type { YearKnowledge } from '../across-years/open-year-check.js';
import type { Conversion } from '../convert/conversion.js';
import type { ConnectionOptions } from '../fetch/connect-checked.js';
import type { FetchLimits } from '../fetch/fetch-limits.js';
import type { QuietHours } from '../fetch/quiet-hours.js';
import type { Bundle } from '../model/bundle.js';
import type { ChallengePattern } from '../model/challenge-pattern.js';
import type { FetchState } from '../model/fetch.js';
import type { SiteKnowledge } from '../model/platform.js';
import type { RunSummary } from '../model/run-summary.js';
import type { Site } from '../model/site.js';

/** A bundle in, records out. The caller decides which process does it. */
export type Convert = (bundle: Bundle) => Promise<Conversion>;

/** Called while a run goes on, for progress and for the log; the run does not wait. */
export type CrawlEvent =
  | { type: 'begun'; run: number; isResumed: boolean }
  /** An address came to its end in this run. `isRecalled`: in an earlier process of the same run. */
  | {
      type: 'visited';
      site: string;
      url: string;
      role: string;
      state: FetchState;
      message: string;
      isRecalled: boolean;
    }
  /** It was not requested, because its time has not come. */
  | { type: 'not-due'; site: string; url: string; role: string; nextTryAt: string }
  | { type: 'site-done'; site: string; found: number; verdict: string; message: string }
  | { type: 'converting'; count: number }
  | { type: 'converted'; url: string; records: number; failure: string | null };

export interface CrawlOptions {
  job: RunSummary['job'];
  /** Holds archive/, state.db, runs/ and records.jsonl. */
  folder: string;
  sites: readonly Site[];
  knowledge: SiteKnowledge;
  challenges: readonly ChallengePattern[];
  /** What lines have that differ with every look at a page and make no new version of its report. */
  passingLines: readonly RegExp[];
  /** The name of the crawler, with a contact. */
  userAgent: string;
  /** Which addresses may be connected to. */
  connection: ConnectionOptions;
  /** Requests at once, over all hosts. */
  concurrency: number;
  /** For sites that say nothing of it. Null: as fetch has it. */
  delayMs: number | null;
  /** Requests to one host in this run; null: as many as there are addresses. A site's own lower number holds. */
  requestsMaxPerHost: number | null;
  /** For sites without such times of their own. */
  quietHours: QuietHours | null;
  /** Are links followed, or is only what is named fetched? */
  isFollowing: boolean;
  limits?: FetchLimits;
  /** Null: nothing is converted. */
  convert: Convert | null;
  /** For the comparison of years over everything held; null: years are not compared. */
  years: YearKnowledge | null;
  /** Conversions at once. */
  jobs: number;
  tell: (event: CrawlEvent) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}
