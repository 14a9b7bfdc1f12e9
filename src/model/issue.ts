import { z } from 'zod';
import { spanSchema } from './span.js';

/** info: we tidied. warning: the value is kept, please look. error: something of the source could not be read. */
const severitySchema = z.enum(['error', 'warning', 'info']);

export const issueSchema = z.object({
  code: z.string(),
  severity: severitySchema,
  message: z.string(),
  path: z.string().optional(),
  at: spanSchema.optional(),
  /** Where a report came in several files and the issue speaks of one of them: the index in `source.carriers`. */
  carrier: z.int().optional(),
});

export type Severity = z.infer<typeof severitySchema>;
export type Issue = z.infer<typeof issueSchema>;
