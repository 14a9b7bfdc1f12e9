import type { ParsedDocument } from '../model/parsed-document.js';
import type { ReportRecord, Section } from '../model/report-record.js';
import type { Span } from '../model/span.js';

/**
 * Adds the place in the source (offsets, or page and box) to every span that has only a place in the parsed text.
 * @param others the texts of further carriers, as spans count them from 1
 */
export function locateFields(
  record: ReportRecord,
  parsed: ParsedDocument,
  others: readonly ParsedDocument[] = [],
): ReportRecord {
  const texts = [parsed, ...others];
  if (texts.every(({ locate }) => !locate)) return record;
  const visit = (holder: { at?: Span | null | undefined }): void => {
    const span = holder.at;
    if (!span || span.start === undefined || span.end === undefined) return;
    if (span.sourceStart !== undefined || span.bbox !== undefined) return;
    const { carrier = 0, ...place } = span;
    const found = texts[carrier]?.locate?.(span.start, span.end);
    if (found) holder.at = { ...place, ...found, ...(carrier > 0 && { carrier }) };
  };
  const visitSection = (section: Section): void => {
    visit(section);
    section.children.forEach(visitSection);
  };
  const { title, issuer, year, period, publishedOn, contact } = record;
  for (const field of [title, issuer, year, period.start, period.end, publishedOn]) visit(field);
  Object.values(contact).forEach(visit);
  for (const scope of [record.scope, ...Object.values(record.tableScopes ?? {})]) if (scope) visit(scope);
  record.keys?.forEach(visit);
  record.facts.forEach(visit);
  for (const table of Object.values(record.tables)) {
    for (const row of Object.values(table)) Object.values(row).forEach(visit);
  }
  for (const extra of record.extras) Object.values(extra.cells).forEach(visit);
  record.sections.forEach(visitSection);
  for (const issue of record.issues) if (issue.at) visit(issue);
  return record;
}
