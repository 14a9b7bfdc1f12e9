import type { Severity } from './codes/severities.js';
import type { Confidence } from './report-record.js';

/** A number of one report that takes part in a finding. `path` leads to it inside the record. */
export interface FindingCell {
  year: number;
  recordId: string;
  uri: string;
  path: string;
  value: number | null;
  confidence: Confidence;
}

/** Something that speaks against the number of one report, or for it. */
export interface YearEvidence {
  /** Listed in docs/across-years.md. */
  kind: string;
  speaks: 'against' | 'for';
  year: number;
  recordId: string;
  /** The same in words. */
  says: string;
}

/** Two reports of one body that can't both be right, or differ where they seldom should. */
export interface YearFinding {
  code: string;
  /** error: by definition one number, and two are printed. warning: often differs for unprinted reasons. */
  severity: Severity;
  issuer: string;
  /** The two years compared, the earlier one first; the same year twice for two versions of one report. */
  years: [number, number];
  cells: FindingCell[];
  message: string;
  evidence: YearEvidence[];
  /** The report whose number is likelier wrong, only where evidence beside the difference itself names one. */
  culprit: { year: number; recordId: string; because: string[] } | null;
  /** What the culprit's cell should be by the other report, unless the culprit's own sums hold as printed. */
  suggested?: { recordId: string; path: string; value: number };
}

/** How the comparisons of one link came out. `agreeAsNothing`: blank against 0, or against blank. */
export interface LinkCounts {
  agree: number;
  agreeAsNothing: number;
  differ: number;
  /** A number is missing, undecided, or the forms differ. */
  notComparable: number;
}

export interface LeftOutReport {
  recordId: string;
  uri: string;
  reason: 'no-report' | 'no-year' | 'year-doubtful' | 'no-issuer' | 'issuer-doubtful' | 'issuer-ambiguous';
}

/** What comparing the reports of several years came to. */
export interface YearCheck {
  findings: YearFinding[];
  /** Annual reports that took part, copies of one report counted once. */
  reports: number;
  issuers: number;
  /** Pairs of consecutive years of one body. */
  yearPairs: number;
  /** Reports left aside because another record of the same body and year holds the same numbers. */
  copies: number;
  /** By the link's id: carry, in-force. */
  links: Record<string, LinkCounts>;
  /** Records that took no part, and why. */
  leftOut: LeftOutReport[];
}
