import { createHash } from 'node:crypto';
import type { GradedTables } from '../check/grade-tables.js';
import type { Issue } from '../model/issue.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { RawDocument } from '../model/raw-document.js';
import {
  type Contact,
  type Fact,
  missingField,
  type ReportRecord,
  type Section,
} from '../model/report-record.js';
import type { Kind } from '../reconstruct/classify-kind.js';
import { version } from '../version.js';
import type { ReportHeader } from './find-header.js';
import { locateFields } from './locate-fields.js';

export interface RecordParts {
  raw: RawDocument;
  parsed: ParsedDocument;
  part: number;
  kind: Kind;
  header: ReportHeader;
  sections: Section[];
  graded: GradedTables;
  /** The form that the report as a whole follows. */
  template: string | null;
  facts: Fact[];
  issues: Issue[];
}

/** Writes the canonical record. What is no report carries no numbers that could be taken for one's. */
export function toRecord(parts: RecordParts): ReportRecord {
  const { raw, parsed, graded, header } = parts;
  const isReport = parts.kind === 'annual-report';
  const record: ReportRecord = {
    schemaVersion: '1.0',
    id: recordId(raw.sha256, parts.part),
    source: sourceOf(raw, parsed, parts.part),
    producer: { name: 'nianbao', version },
    kind: parts.kind,
    template: isReport ? parts.template : null,
    tableTemplates: isReport ? graded.tableTemplates : {},
    title: header.title,
    issuer: isReport ? header.issuer : missingField(),
    year: isReport ? header.year : missingField(),
    period: isReport ? header.period : { start: missingField(), end: missingField() },
    publishedOn: header.publishedOn,
    division: isReport ? header.division : null,
    contact: isReport ? header.contact : noContact(),
    sections: isReport ? parts.sections : [],
    tables: isReport ? graded.tables : {},
    extras: isReport ? graded.extras : [],
    facts: isReport ? parts.facts : [],
    checks: isReport ? graded.checks : [],
    issues: isReport ? parts.issues : parts.issues.filter((issue) => !issue.path?.startsWith('tables.')),
    summary: { cells: 0, verified: 0, read: 0, suspect: 0, blank: 0, missing: 0, checksFailed: 0 },
  };
  record.summary = summarise(record);
  return locateFields(record, parsed);
}

/** Derived from the bytes and the part number only, so that the same report keeps its id wherever it is found. */
function recordId(sha256: string, part: number): string {
  const digest = createHash('sha256').update(`${sha256}#${part}`).digest('hex');
  return `r-${digest.slice(0, 20)}`;
}

function sourceOf(raw: RawDocument, parsed: ParsedDocument, part: number): ReportRecord['source'] {
  return {
    uri: raw.source.uri,
    sha256: raw.sha256,
    bytes: raw.source.bytes.length,
    mediaType: raw.mediaType,
    ...(raw.charset === undefined ? {} : { charset: raw.charset }),
    format: parsed.format,
    ...(raw.source.fetchedAt === undefined ? {} : { fetchedAt: raw.source.fetchedAt }),
    part,
  };
}

function noContact(): Contact {
  const names = ['address', 'postcode', 'phone', 'fax', 'email', 'website'] as const;
  return Object.fromEntries(names.map((name) => [name, missingField()])) as unknown as Contact;
}

function summarise(record: ReportRecord): ReportRecord['summary'] {
  const summary = { ...record.summary };
  for (const table of Object.values(record.tables)) {
    for (const row of Object.values(table)) {
      for (const cell of Object.values(row)) {
        summary.cells++;
        summary[cell.confidence]++;
      }
    }
  }
  summary.checksFailed = record.checks.filter((check) => check.status === 'fail').length;
  return summary;
}
