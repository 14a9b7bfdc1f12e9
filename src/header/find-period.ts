import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import { parseDate } from '../words/parse-date.js';
import type { HeaderPage } from './header-page.js';
import { firstCandidate, type HeaderRule } from './header-rule.js';
import { fieldAt, type HeaderText } from './header-text.js';

export interface Period {
  start: Field<string>;
  end: Field<string>;
}

/** In order of trust. */
export const periodRules: readonly HeaderRule<Period>[] = [
  { name: 'period-in-one-phrase', find: inOnePhrase },
  { name: 'period-in-two-phrases', find: inTwoPhrases },
  { name: 'period-of-titled-year', find: ofTitledYear },
];

/** A date field for a stretch of the folded text. More than one reading left: no value, and `rivals`. */
export function dateField(
  header: HeaderText,
  start: number,
  end: number,
  year: number | null = null,
): Field<string> | null {
  const reading = parseDate(header.text.slice(start, end).replace(/(?<=\d) (?=\d)/g, ''), { year });
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

/** 统计期限为2019年1月1日至12月31日 */
function* inOnePhrase({ header, lookups }: HeaderPage): Generator<Period> {
  for (const pattern of lookups.words.period.patterns) {
    for (const match of header.text.matchAll(pattern)) {
      const start = groupField(header, match, 'start', null);
      const end = groupField(header, match, 'end', yearOf(start));
      if (start && end && (start.value ?? '') <= (end.value ?? '9')) yield { start, end };
    }
  }
}

/** 2008年度报告…数据为5月1日至12月31日之间的数据 */
function* ofTitledYear({ header, title, lookups: { words } }: HeaderPage): Generator<Period> {
  const named = parseDate(`${title?.text.match(words.year)?.[0]?.replace(/年?度?$/, '') ?? ''}年1月1日`);
  const year = named?.value ? Number(named.value.slice(0, 4)) : null;
  if (year === null) return;
  for (const match of header.text.matchAll(words.period.yearless)) {
    const [start, end] = [groupField(header, match, 'start', year), groupField(header, match, 'end', year)];
    if (start && end) yield { start, end };
  }
}

/** 数据截止时间为2017年12月31日，数据为2017年1月1日以来制作的信息. */
function* inTwoPhrases({ header, lookups }: HeaderPage): Generator<Period> {
  const { start: startPattern, end: endPattern } = lookups.words.period;
  const first = (pattern: RegExp, group: 'start' | 'end', year: number | null): Field<string> | null => {
    for (const match of header.text.matchAll(pattern)) {
      const field = groupField(header, match, group, year);
      if (field) return field;
    }
    return null;
  };
  const start = first(startPattern, 'start', null);
  const end = first(endPattern, 'end', yearOf(start));
  if (start || end) yield { start: start ?? missingField(), end: end ?? missingField() };
}

/**
 * The period that the report's figures cover. An end without a year has the start's. Dates that lost their signs
 * (201611日) are read where one reading is left, as `suspect` with the flag `date-repaired`.
 */
export const findPeriod = (page: HeaderPage): Period =>
  firstCandidate(periodRules, page) ?? { start: missingField(), end: missingField() };
