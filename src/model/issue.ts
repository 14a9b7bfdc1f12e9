import { type IssueCode, issueCodes, type SeverityOf } from './codes/issue-codes.js';
import type { Severity } from './codes/severities.js';
import type { Span } from './span.js';

interface Place {
  path?: string | undefined;
  at?: Span | undefined;
  /** If a report came in several files and the issue speaks of one of them: the index in `source.carriers`. */
  carrier?: number | undefined;
}

/** Each code goes with its own severities. */
export type Issue = {
  [C in IssueCode]: { code: C; severity: SeverityOf<C>; message: string } & Place;
}[IssueCode];

/** Codes with one severity, which need not be repeated where they are raised. */
export type FixedIssueCode = {
  [C in IssueCode]: (typeof issueCodes)[C]['severity'] extends readonly [Severity] ? C : never;
}[IssueCode];

type Choice<C extends IssueCode> = C extends FixedIssueCode
  ? [place?: Place]
  : [place: Place & { severity: SeverityOf<C> }];

/** An issue with the severity of its code; where the code has several, the caller names one. */
export function issue<C extends IssueCode>(code: C, message: string, ...[place]: Choice<C>): Issue {
  return { code, severity: issueCodes[code].severity[0], message, ...place } as Issue;
}
