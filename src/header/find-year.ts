import type { HeaderLookups } from '../model/header-lookups.js';
import type { Issue } from '../model/issue.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { parseDate } from '../words/parse-date.js';
import type { Period } from './find-period.js';
import { bestTitle, findTitleCandidates } from './find-title.js';
import { fieldAt, type HeaderText } from './header-text.js';

/** One place that tells the reporting year. */
interface YearEvidence {
  /** title, period, opening, text, publication */
  source: string;
  year: number;
  weight: number;
  field: Field<number> | null;
}

/** The regulation came into force in May 2008; a few bodies report on 2007. */
const YEAR_MIN = 2003;
const YEAR_MAX = 2099;
/** Text mentions needed before the year that a text speaks of counts. */
const MENTIONS_MIN = 2;

const plausible = (year: number) => year >= YEAR_MIN && year <= YEAR_MAX;

function readYear(digits: string): number | null {
  const date = parseDate(`${digits}年1月1日`)?.value;
  const year = date ? Number(date.slice(0, 4)) : null;
  return year !== null && plausible(year) ? year : null;
}

function titleEvidence(
  header: HeaderText,
  title: Field<string>,
  words: HeaderLookups['words'],
): YearEvidence | null {
  const best = title.at === null ? null : bestTitle(findTitleCandidates(header, words));
  const text = best?.text ?? title.value ?? '';
  for (const match of text.matchAll(words.year)) {
    const digits = (match[1] ?? match[2])!;
    const year = readYear(digits);
    if (year === null) continue;
    const start = best ? best.start + match.index : 0;
    const field = best ? fieldAt(header, start, start + digits.length, year) : null;
    return { source: 'title', year, weight: 2, field: field ?? { ...title, raw: digits, value: year } };
  }
  return null;
}

function periodEvidence(period: Period): YearEvidence | null {
  const end = period.end.value ? period.end : period.start;
  if (!end.value) return null;
  const year = Number(end.value.slice(0, 4));
  if (!plausible(year)) return null;
  // 12月31日 inherits its year: the printed year stands in the start.
  const printed = end.flags.includes('year-inherited') ? period.start : end;
  return { source: 'period', year, weight: 2, field: { ...printed, value: year } };
}

/** The first sentence that names its own report: 现公布…2015年度政府信息公开工作报告. Names of documents in 《》 do not count. */
function openingEvidence(header: HeaderText, words: HeaderLookups['words']): YearEvidence | null {
  const titles = findTitleCandidates(header, words);
  for (const match of header.text.matchAll(words.openingYear)) {
    const start = match.index;
    if (titles.some((title) => start >= title.start && start < title.end)) continue;
    const before = header.text.slice(Math.max(0, start - 80), start);
    if (before.lastIndexOf('《') > before.lastIndexOf('》')) continue;
    const year = Number(match[1]);
    if (plausible(year))
      return { source: 'opening', year, weight: 1, field: fieldAt(header, start, start + 4, year) };
  }
  return null;
}

function textEvidence(header: HeaderText, words: HeaderLookups['words']): YearEvidence | null {
  const places = new Map<number, number[]>();
  for (const match of header.text.matchAll(words.bodyYear)) {
    const year = Number(match[1]);
    places.set(year, [...(places.get(year) ?? []), match.index]);
  }
  const ranked = [...places].sort((left, right) => right[1].length - left[1].length || left[0] - right[0]);
  const [first, second] = ranked;
  if (!first || !plausible(first[0]) || first[1].length < MENTIONS_MIN) return null;
  if (second && second[1].length === first[1].length) return null;
  const at = first[1][0]!;
  return { source: 'text', year: first[0], weight: 0.5, field: fieldAt(header, at, at + 4, first[0]) };
}

/** Reports appear in the first half of the next year; a later date tells nothing. */
function publicationEvidence(publishedOn: Field<string>): YearEvidence | null {
  if (!publishedOn.value || Number(publishedOn.value.slice(5, 7)) > 6) return null;
  const year = Number(publishedOn.value.slice(0, 4)) - 1;
  return plausible(year) ? { source: 'publication', year, weight: 0.5, field: null } : null;
}

function conflictIssue(
  year: number,
  evidence: { source: string; year: number | string }[],
  at: Field<number>['at'],
): Issue {
  const says = evidence.map((item) => `the ${item.source} says ${item.year}`).join(', ');
  return {
    code: 'year-conflict',
    severity: 'warning',
    message: `The year ${year} is contradicted: ${says}.`,
    path: 'year',
    ...(at ? { at } : {}),
  };
}

/**
 * The reporting year, by the weight of independent evidence: title and period, then the opening; the text and the day
 * of publication only support. Contradicted, or known from supporting evidence alone: `suspect`. Issue: `year-conflict`.
 */
export function findYear(
  header: HeaderText,
  known: { title: Field<string>; period: Period; publishedOn: Field<string> },
  lookups: Pick<HeaderLookups, 'words'>,
): Result<Field<number>> {
  const own = [
    titleEvidence(header, known.title, lookups.words),
    periodEvidence(known.period),
    openingEvidence(header, lookups.words),
  ].filter((item) => item !== null);
  const supporting = [textEvidence(header, lookups.words), publicationEvidence(known.publishedOn)].filter(
    (item) => item !== null,
  );
  const all = [...own, ...supporting];
  const votes = new Map<number, number>();
  for (const { year, weight } of all) votes.set(year, (votes.get(year) ?? 0) + weight);
  const candidates = own.length > 0 ? own : supporting;
  let chosen: YearEvidence | null = null;
  for (const item of candidates) {
    if (item.field === null) continue;
    if (!chosen || votes.get(item.year)! > votes.get(chosen.year)!) chosen = item;
  }
  if (!chosen?.field) return { value: missingField(), issues: [] };
  const { year } = chosen;
  // Nobody reports on a year that is not over; some do in its last weeks.
  const early = known.publishedOn.value !== null && known.publishedOn.value < `${year}-11-01`;
  const disputed = own.some((item) => item.year !== year) || early;
  const printed = early ? [{ ...chosen, source: 'publication', year: known.publishedOn.value! }] : [];
  const issues = disputed ? [conflictIssue(year, [...own, ...printed], chosen.field.at)] : [];
  // A repaired date of the period makes the period doubtful, not a year that the title prints too.
  const doubtful = disputed || own.length === 0 || chosen.field.confidence === 'suspect';
  const field: Field<number> = {
    ...chosen.field,
    value: year,
    flags: [],
    confidence: doubtful ? 'suspect' : 'read',
  };
  return { value: field, issues };
}
