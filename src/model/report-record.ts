import { z } from 'zod';
import { type Flag, flagCodes } from './codes/flag-codes.js';
import { knownWords } from './codes/known-words.js';
import { issueSchema } from './issue-schema.js';
import { spanSchema } from './span.js';

/**
 * The canonical record, version 1. This file is its single definition in code; `nianbao schema` prints it as JSON Schema.
 */

export const confidenceSchema = z
  .enum(['verified', 'read', 'suspect', 'blank', 'missing'])
  .describe(
    'verified: read without ambiguity and confirmed by an accounting identity. read: read without ambiguity, nothing to confirm it. ' +
      'suspect: the number as printed, in doubt. blank: printed empty or as a placeholder. missing: not in the source.',
  );
export type Confidence = z.infer<typeof confidenceSchema>;

/** Reads any flag, since a newer version may have others; the type names those that this version gives. */
const flagSchema = z
  .string()
  .meta({ id: 'Flag', anyOf: knownWords(flagCodes) }) as unknown as z.ZodType<Flag>;

const fieldOf = <T extends z.ZodType>(value: T) =>
  z.object({
    value: value.nullable(),
    raw: z.string().nullable(),
    confidence: confidenceSchema,
    flags: z.array(flagSchema),
    at: spanSchema.nullable(),
  });

const stringFieldSchema = fieldOf(z.string());
const numberFieldSchema = fieldOf(z.number());
const cellSchema = fieldOf(z.number()).extend({
  unit: z.string().optional(),
  suggested: z.object({ value: z.number(), because: z.string() }).optional(),
});

export interface Field<T> {
  value: T | null;
  raw: string | null;
  confidence: Confidence;
  flags: Flag[];
  at: z.infer<typeof spanSchema> | null;
}
export type Cell = z.infer<typeof cellSchema>;

export interface Section {
  role: string;
  ordinal: string | null;
  heading: string;
  level: number;
  text: string;
  at: z.infer<typeof spanSchema> | null;
  children: Section[];
}
const sectionSchema: z.ZodType<Section> = z.object({
  role: z.string(),
  ordinal: z.string().nullable(),
  heading: z.string(),
  level: z.int(),
  text: z.string(),
  at: spanSchema.nullable(),
  get children() {
    return z.array(sectionSchema);
  },
});

const factSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  raw: z.string(),
  confidence: confidenceSchema,
  flags: z.array(flagSchema),
  at: spanSchema.nullable(),
});
export type Fact = z.infer<typeof factSchema>;

const checkSchema = z.object({
  id: z.string(),
  status: z.enum(['pass', 'fail', 'not-evaluable']),
  left: z.number().nullable(),
  right: z.number().nullable(),
  cells: z.array(z.string()),
});
export type Check = z.infer<typeof checkSchema>;

const tableCellsSchema = z.record(z.string(), z.record(z.string(), cellSchema));
export type TableCells = z.infer<typeof tableCellsSchema>;

const extraRowSchema = z.object({
  table: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  cells: z.record(z.string(), cellSchema),
});
export type ExtraRow = z.infer<typeof extraRowSchema>;

const contactSchema = z.object({
  address: stringFieldSchema,
  postcode: stringFieldSchema,
  phone: stringFieldSchema,
  fax: stringFieldSchema,
  email: stringFieldSchema,
  website: stringFieldSchema,
});

const divisionSchema = z.object({
  code: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  confidence: confidenceSchema,
});

const carrierShape = {
  uri: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  charset: z.string().optional(),
  format: z.string(),
  fetchedAt: z.string().optional(),
  part: z.int(),
};
/** One file that a report came in. */
const carrierSourceSchema = z.object(carrierShape);
export type CarrierSource = z.infer<typeof carrierSourceSchema>;

/** Whom a report or a table counts. */
const scopeSchema = fieldOf(z.enum(['own', 'with-subordinates', 'territory', 'system']));
export type Scope = NonNullable<z.infer<typeof scopeSchema>['value']>;

const keySchema = z.object({
  scheme: z.enum(['uscc', 'org-code', 'site-id']),
  value: z.string(),
  identifies: z.enum(['body', 'host']),
  at: spanSchema.nullable(),
});
export type Key = z.infer<typeof keySchema>;

export const reportRecordSchema = z.object({
  schemaVersion: z.literal('1.0'),
  id: z.string(),
  source: z.object({
    ...carrierShape,
    carriers: z
      .array(carrierSourceSchema)
      .optional()
      .describe(
        'Only where several files of one report were merged: all of them, the one with the most evidence first, which is the source itself.',
      ),
  }),
  producer: z.object({ name: z.literal('nianbao'), version: z.string() }),
  kind: z.enum(['annual-report', 'compilation', 'other']),
  template: z.string().nullable(),
  tableTemplates: z.record(z.string(), z.string()),
  title: stringFieldSchema,
  issuer: stringFieldSchema,
  year: numberFieldSchema,
  period: z.object({ start: stringFieldSchema, end: stringFieldSchema }),
  publishedOn: stringFieldSchema,
  division: divisionSchema.nullable(),
  scope: scopeSchema
    .optional()
    .describe('Whom the report counts, with the sentence that says so; absent where nothing says it.'),
  tableScopes: z
    .record(z.string(), scopeSchema)
    .optional()
    .describe('Tables of which a sentence says whom they count, by their ids.'),
  keys: z
    .array(keySchema)
    .optional()
    .describe('Codes found in the source whose check holds; absent where there are none.'),
  contact: contactSchema,
  sections: z.array(sectionSchema),
  tables: z.record(z.string(), tableCellsSchema),
  extras: z.array(extraRowSchema),
  facts: z.array(factSchema),
  checks: z.array(checkSchema),
  issues: z.array(issueSchema),
  summary: z.object({
    cells: z.int(),
    verified: z.int(),
    read: z.int(),
    suspect: z.int(),
    blank: z.int(),
    missing: z.int(),
    checksFailed: z.int(),
  }),
});
export type ReportRecord = z.infer<typeof reportRecordSchema>;
export type Division = z.infer<typeof divisionSchema>;
export type Contact = z.infer<typeof contactSchema>;
