import type { IssueEntry, Raised } from './meaning.js';
import { readingIssues } from './reading-issues.js';
import { reportIssues } from './report-issues.js';

/** Every issue of a record. `explain`, the tables of docs/record.md and the JSON Schema are made from this list. */
export const issueCodes = { ...readingIssues, ...reportIssues };

export type IssueCode = Raised<typeof issueCodes>;
/** The severities that an issue may have. */
export type SeverityOf<C extends IssueCode> = (typeof issueCodes)[C]['severity'][number];

/** The entry of an issue; records of other versions may have issues without one. */
export const issueEntry = (code: string): IssueEntry | undefined =>
  (issueCodes as Record<string, IssueEntry>)[code];
