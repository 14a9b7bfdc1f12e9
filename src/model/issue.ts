import { z } from 'zod';
import { type IssueCode, issueCodes, type SeverityOf } from './codes/issue-codes.js';
import { knownWords } from './codes/known-words.js';
import { type Severity, severities } from './codes/severities.js';
import { spanSchema } from './span.js';

const shape = z.object({
  code: z.string().meta({ id: 'IssueCode', anyOf: knownWords(issueCodes) }),
  severity: z.enum(severities),
  message: z.string(),
  path: z.string().optional(),
  at: spanSchema.optional(),
  /** Where a report came in several files and the issue speaks of one of them: the index in `source.carriers`. */
  carrier: z.int().optional(),
});

type Place = Pick<z.infer<typeof shape>, 'path' | 'at' | 'carrier'>;

/** Each code goes with its own severities. */
export type Issue = {
  [C in IssueCode]: { code: C; severity: SeverityOf<C>; message: string } & Place;
}[IssueCode];

/** Reads any code, since a newer version may have others; the type names those that this version raises. */
export const issueSchema = shape as unknown as z.ZodType<Issue>;

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
