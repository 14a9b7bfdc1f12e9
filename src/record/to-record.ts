import { createHash } from 'node:crypto';
import type { ReportHeader } from '../header/find-header.js';
import type { ReportMarks } from '../header/find-marks.js';
import { locateFields } from '../header/locate-fields.js';
import type { Issue } from '../model/issue.js';
import { missingField } from '../model/missing-field.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { RawDocument } from '../model/raw-document.js';
import type { CarrierSource, Contact, Fact, ReportRecord, Section } from '../model/report-record.js';
import { version } from '../model/version.js';
import type { Kind } from '../outline/classify-kind.js';
import type { GradedTables } from '../tables/grade/grade-tables.js';

interface RecordParts extends RecordSource {
  kind: Kind;
  header: ReportHeader;
  marks: ReportMarks;
  sections: Section[];
  graded: GradedTables;
  /** The form that the report as a whole follows. */
  template: string | null;
  facts: Fact[];
  issues: Issue[];
  /** Where the report came in several files: all of them, these first. Places count them from 0. */
  carriers?: readonly RecordSource[];
}

/** One file, or the part of it that is the report. */
interface RecordSource {
  raw: RawDocument;
  parsed: ParsedDocument;
  part: number;
}

/** Writes the canonical record. A document that is no report carries no numbers that could be taken for a report's. */
export function toRecord(parts: RecordParts): ReportRecord {
  const { parsed, graded, header, carriers = [parts] } = parts;
  const isReport = parts.kind === 'annual-report';
  const record: ReportRecord = {
    schemaVersion: '1.0',
    id: recordId(carriers),
    source: { ...sourceOf(parts), ...(parts.carriers && { carriers: carriers.map(sourceOf) }) },
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
    ...(isReport && marksOf(parts.marks)),
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
  return locateFields(
    record,
    parsed,
    carriers.slice(1).map((each) => each.parsed),
  );
}

/** What the source says beside the name of its body: absent where it says nothing. */
const marksOf = ({
  keys,
  scope,
  tableScopes,
}: ReportMarks): Pick<ReportRecord, 'keys' | 'scope' | 'tableScopes'> => ({
  ...(scope && { scope }),
  ...(Object.keys(tableScopes).length > 0 && { tableScopes }),
  ...(keys.length > 0 && { keys }),
});

/**
 * Derived from the bytes and the part numbers only, so that the same report keeps its id wherever it is found, and in whatever
 * order its files are named.
 */
function recordId(carriers: readonly RecordSource[]): string {
  const named = carriers.map(({ raw, part }) => `${raw.sha256}#${part}`).sort();
  const digest = createHash('sha256').update(named.join('\n')).digest('hex');
  return `r-${digest.slice(0, 20)}`;
}

function sourceOf({ raw, parsed, part }: RecordSource): CarrierSource {
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
