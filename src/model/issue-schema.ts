import { z } from 'zod';
import { issueCodes } from './codes/issue-codes.js';
import { knownWords } from './codes/known-words.js';
import { severities } from './codes/severities.js';
import type { Issue } from './issue.js';
import { spanSchema } from './span.js';

const shape = z.object({
  code: z.string().meta({ id: 'IssueCode', anyOf: knownWords(issueCodes) }),
  severity: z.enum(severities),
  message: z.string(),
  path: z.string().optional(),
  at: spanSchema.optional(),
  carrier: z.int().optional(),
});

/** Reads any code, since a newer version may have others; the type names those that this version raises. */
export const issueSchema = shape as unknown as z.ZodType<Issue>;
