import type { FailureCode } from '../model/codes/failure-codes.js';
import type { PageKind } from '../model/discovery.js';
import type { Fate, FetchState } from '../model/fetch.js';
import type { ReportRecord } from '../model/report-record.js';
import type { RecordDiff } from './diff-records.js';

export interface StoredUrl {
  url: string;
  site: string;
  role: string;
  /** Null before the first fetch. */
  state: FetchState | null;
  fate: Fate | null;
  etag: string | null;
  lastModified: string | null;
  /** Runs in a row that could not fetch it. */
  failedRuns: number;
  /** ISO 8601; null for in every run. */
  nextTryAt: string | null;
  /** Of the last body. */
  sha256: string | null;
  /** What the last body is, and where it came from behind redirects. */
  kind: PageKind | null;
  finalUrl: string | null;
  charset: string | null;
  /** The last run that is done with it. */
  fetchedRun: number | null;
}

/** The last body of an address, and where the archive keeps it. */
export interface KeptBody {
  sha256: string;
  mediaType: string | null;
  file: string;
  offset: number;
}

/** The last body of a page or file, and when it came. */
export interface KeptDocument extends KeptBody {
  url: string;
  /** Behind redirects. */
  finalUrl: string;
  /** When this body first came. */
  fetchedAt: string;
}

/** What the page of a report leads to, or shows, and what belongs to it. */
export interface StoredPart {
  url: string;
  role: 'attachment' | 'picture';
}

/** What is converted together: a page or file by itself, or the page of a report with the parts of it that were had. */
export interface Unit extends KeptDocument {
  /** The body of a document by itself; of a page with parts, their addresses and bodies. 64 hex digits. */
  key: string;
  /** In the order of the page: files, then pictures. */
  parts: (KeptDocument & StoredPart)[];
}

/** `uri` says which of several files it is about. */
export interface ConversionFailure {
  uri?: string;
  code: FailureCode;
  message: string;
  members?: readonly ConversionFailure[];
}

export interface ConversionResult {
  run: number;
  url: string;
  /** Of the unit that was converted. */
  key: string;
  /** Of nianbao. */
  version: string;
  records: ReportRecord[];
  failure: ConversionFailure | null;
  at: string;
  /** The page of a report, then its parts, with the addresses that the records name; absent if it had no parts. */
  files?: readonly Pick<KeptDocument, 'url' | 'finalUrl'>[];
}

export interface StoredReport {
  id: string;
  kind: ReportRecord['kind'];
  issuer: string | null;
  year: number | null;
  version: number;
  recordId: string;
}

export interface StoredVersion {
  number: number;
  recordId: string;
  cause: 'first' | 'source-changed' | 'reading-changed';
  url: string;
  run: number;
  diff: RecordDiff | null;
}
