import type { ReportRecord, Section } from '../model/report-record.js';

export type Scalar = string | number | boolean | null;

/**
 * What a record says, as paths and values in a fixed order; left out is what says only where it was read (uri, time, bytes,
 * places) and by whom. Members of lists are named by what they are, not by their number, so that one more of them does not
 * move all others:
 *
 *     tables.applications.granted.total.value   3
 *     facts.disclosed.total.value               12085
 *     sections.overview「一、总体情况」.text      ...
 *     issues.identity-failed tables.applications.granted.total   ...
 */
export function flattenRecord(record: ReportRecord): Map<string, Scalar> {
  const flat = new Map<string, Scalar>();
  const {
    schemaVersion: _schema,
    id: _id,
    producer: _producer,
    summary: _summary,
    source,
    sections,
    facts,
    extras,
    checks,
    issues,
    ...rest
  } = record;
  const put = (path: string, value: unknown): void => walk(flat, path, value);
  put('source', { mediaType: source.mediaType, charset: source.charset, format: source.format });
  for (const [name, value] of Object.entries(rest)) put(name, value);
  for (const [name, { id: _, ...fact }] of named(facts, (each) => each.id)) put(`facts.${name}`, fact);
  for (const [name, row] of named(extras, (each) => `${each.table}「${each.label}」`))
    put(`extras.${name}`, { unit: row.unit, cells: row.cells });
  putSections(put, 'sections', sections);
  for (const [name, check] of named(checks, (each) => each.id)) put(`checks.${name}`, check.status);
  for (const [name, issue] of named(issues, (each) => `${each.code} ${each.path ?? ''}`.trim()))
    put(`issues.${name}`, issue.message);
  return flat;
}

function putSections(put: (path: string, value: unknown) => void, path: string, sections: Section[]): void {
  for (const [name, { children, heading, ...section }] of named(sections, headingOf)) {
    put(`${path}.${name}`, { ...section, heading });
    putSections(put, `${path}.${name}`, children);
  }
}

const headingOf = ({ role, heading }: Section): string => `${role}「${heading}」`;

/** The second of two members with one name is `name#2`. */
function* named<T>(members: T[], nameOf: (member: T) => string): Generator<[string, T]> {
  const counts = new Map<string, number>();
  for (const member of members) {
    const name = nameOf(member);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    yield [count === 1 ? name : `${name}#${count}`, member];
  }
}

function walk(flat: Map<string, Scalar>, path: string, value: unknown): void {
  if (value === undefined || path.endsWith('.at')) return;
  if (Array.isArray(value)) flat.set(path, value.join(' '));
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) walk(flat, `${path}.${name}`, member);
  else flat.set(path, value as Scalar);
}
