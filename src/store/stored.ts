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
  /** Runs in a row in which it could not be had. */
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

/** A report or an attachment whose last body is not converted yet, or was by another version. */
export interface ToConvert extends KeptBody {
  url: string;
  /** Behind redirects. */
  finalUrl: string;
  /** When this body first came. */
  fetchedAt: string;
}

export interface ConversionResult {
  run: number;
  url: string;
  sha256: string;
  /** Of nianbao. */
  version: string;
  records: ReportRecord[];
  failure: { code: string; message: string } | null;
  at: string;
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
