import type { HeaderLookups } from '../model/header-lookups.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import { parseDate } from '../words/parse-date.js';
import { fieldAt, type HeaderText } from './header-text.js';

export interface Period {
  start: Field<string>;
  end: Field<string>;
}

/** A date field for a stretch of the folded text. More than one reading left: no value, and `rivals`. */
export function dateField(
  header: HeaderText,
  start: number,
  end: number,
  year: number | null = null,
): Field<string> | null {
  const reading = parseDate(header.text.slice(start, end), { year });
  if (!reading) return null;
  const field = fieldAt<string | null>(header, start, end, reading.value);
  const sure = reading.value !== null && !reading.flags.includes('date-repaired');
  return { ...field, flags: reading.flags, confidence: sure ? 'read' : 'suspect' };
}

function groupField(
  header: HeaderText,
  match: RegExpMatchArray,
  group: 'start' | 'end',
  year: number | null,
): Field<string> | null {
  const text = match.groups?.[group];
  if (text === undefined) return null;
  const inside = group === 'end' ? match[0].lastIndexOf(text) : match[0].indexOf(text);
  const start = match.index! + inside;
  return dateField(header, start, start + text.length, year);
}

const yearOf = (field: Field<string> | null): number | null =>
  field?.value ? Number(field.value.slice(0, 4)) : null;

/**
 * The period that the report's figures cover. An end without a year has the start's. Dates that lost their signs
 * (201611日) are read where one reading is left, as `suspect` with the flag `date-repaired`.
 */
export function findPeriod(header: HeaderText, lookups: Pick<HeaderLookups, 'words'>): Period {
  const { patterns, start: startPattern, end: endPattern } = lookups.words.period;
  for (const pattern of patterns) {
    for (const match of header.text.matchAll(pattern)) {
      const start = groupField(header, match, 'start', null);
      const end = groupField(header, match, 'end', yearOf(start));
      if (start && end && (start.value ?? '') <= (end.value ?? '9')) return { start, end };
    }
  }
  const first = <T>(items: Iterable<T | null>): T | null => [...items].find((item) => item !== null) ?? null;
  const apart = (pattern: RegExp, group: 'start' | 'end', year: number | null) =>
    first([...header.text.matchAll(pattern)].map((match) => groupField(header, match, group, year)));
  const start = apart(startPattern, 'start', null);
  const end = apart(endPattern, 'end', yearOf(start));
  return { start: start ?? missingField(), end: end ?? missingField() };
}
