import { issue } from '../model/issue.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type Rule, rulesInForce } from '../model/rule.js';
import { parseDate } from '../words/parse-date.js';
import type { Period } from './find-period.js';
import type { HeaderPage } from './header-page.js';
import { candidatesOf, type HeaderRule } from './header-rule.js';
import { fieldAt } from './header-text.js';

/** One place that says the reporting year. */
interface YearEvidence {
  /** For people. */
  source: string;
  year: number;
  weight: number;
  /** It counts where nothing else says the year, and breaks ties. */
  isSupport?: true;
  field: Field<number> | null;
}

interface KnownFields {
  title: Field<string>;
  period: Period;
  publishedOn: Field<string>;
}

type YearPage = HeaderPage & { known: KnownFields };

/** In order of trust. The year with the most weight is chosen. */
const yearEvidenceRules: readonly HeaderRule<YearEvidence, YearPage>[] = [
  { name: 'year-in-title', find: inTitle },
  { name: 'year-of-period', find: ofPeriod },
  { name: 'year-in-opening', find: inOpening },
  { name: 'year-in-text', find: inText },
  { name: 'year-of-first-sentence', find: ofFirstSentence },
  { name: 'year-before-publication', find: beforePublication },
];

interface ChosenYear {
  chosen: YearEvidence;
  own: readonly YearEvidence[];
  publishedOn: Field<string>;
}

/** What makes the chosen year doubtful: what contradicts it, which may be no other year. */
const yearDoubts: readonly (Rule & {
  doubt: (year: ChosenYear) => { isContradiction: boolean; says?: string } | null;
})[] = [
  { name: 'year-contradicted', doubt: contradicted },
  { name: 'year-not-over', doubt: notOver },
  { name: 'year-only-supported', doubt: onlySupported },
  { name: 'year-of-doubtful-date', doubt: ofDoubtfulDate },
];

export const yearRules: readonly Rule[] = [...yearEvidenceRules, ...yearDoubts];

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

function* inTitle({ header, known, lookups, title }: YearPage): Generator<YearEvidence> {
  const best = known.title.at === null ? null : title;
  const text = best?.text ?? known.title.value ?? '';
  for (const match of text.matchAll(lookups.words.year)) {
    const digits = (match[1] ?? match[2])!;
    const year = readYear(digits);
    if (year === null) continue;
    const start = best ? best.start + match.index : 0;
    const field = best
      ? fieldAt(header, start, start + digits.length, year)
      : { ...known.title, raw: digits, value: year };
    yield { source: 'title', year, weight: 2, field };
    return;
  }
}

function* ofPeriod({ known: { period } }: YearPage): Generator<YearEvidence> {
  const end = period.end.value ? period.end : period.start;
  if (!end.value) return;
  const year = Number(end.value.slice(0, 4));
  if (!plausible(year)) return;
  // 12月31日 inherits its year: the printed year stands in the start.
  const printed = end.flags.includes('year-inherited') ? period.start : end;
  yield { source: 'period', year, weight: 2, field: { ...printed, value: year } };
}

/** The first sentence that names its own report: 现公布…2015年度政府信息公开工作报告. Names of documents in 《》 do not count. */
function* inOpening({ header, lookups, titles }: YearPage): Generator<YearEvidence> {
  for (const match of header.text.matchAll(lookups.words.openingYear)) {
    const start = match.index;
    if (titles.some((title) => start >= title.start && start < title.end)) continue;
    const before = header.text.slice(Math.max(0, start - 80), start);
    if (before.lastIndexOf('《') > before.lastIndexOf('》')) continue;
    const year = Number(match[1]);
    if (!plausible(year)) continue;
    yield { source: 'opening', year, weight: 1, field: fieldAt(header, start, start + 4, year) };
    return;
  }
}

/** The year that the text speaks of most. */
function* inText({ header, lookups }: YearPage): Generator<YearEvidence> {
  const places = new Map<number, number[]>();
  for (const match of header.text.matchAll(lookups.words.bodyYear)) {
    const year = Number(match[1]);
    places.set(year, [...(places.get(year) ?? []), match.index]);
  }
  const [first, second] = [...places].sort(
    (left, right) => right[1].length - left[1].length || left[0] - right[0],
  );
  if (!first || !plausible(first[0]) || first[1].length < MENTIONS_MIN) return;
  if (second && second[1].length === first[1].length) return;
  const [year, [at]] = first;
  yield { source: 'text', year, weight: 0.5, isSupport: true, field: fieldAt(header, at!, at! + 4, year) };
}

/** 2023年，某区投资促进局认真贯彻…: the first sentence that begins with a year. */
function* ofFirstSentence({ header, lookups }: YearPage): Generator<YearEvidence> {
  for (const { kind, text, start } of header.lines) {
    const digits = kind === 'paragraph' ? lookups.words.firstSentenceYear.exec(text)?.[1] : undefined;
    if (digits === undefined) continue;
    const year = Number(digits);
    if (!plausible(year)) return;
    yield {
      source: 'first sentence',
      year,
      weight: 0.5,
      isSupport: true,
      field: fieldAt(header, start, start + 4, year),
    };
    return;
  }
}

/** Reports appear in the first half of the next year; a later date says nothing. */
function* beforePublication({ known: { publishedOn } }: YearPage): Generator<YearEvidence> {
  if (!publishedOn.value || Number(publishedOn.value.slice(5, 7)) > 6) return;
  const year = Number(publishedOn.value.slice(0, 4)) - 1;
  if (plausible(year)) yield { source: 'publication', year, weight: 0.5, isSupport: true, field: null };
}

function contradicted({ chosen, own }: ChosenYear) {
  return own.some(({ year }) => year !== chosen.year) ? { isContradiction: true } : null;
}

/** Nobody reports on a year that is not over; some do in its last weeks. */
function notOver({ chosen, publishedOn: { value } }: ChosenYear) {
  if (value === null || value >= `${chosen.year}-11-01`) return null;
  return { isContradiction: true, says: `the publication says ${value}` };
}

function onlySupported({ own }: ChosenYear) {
  return own.length === 0 ? { isContradiction: false } : null;
}

/** A repaired date of the period makes the period doubtful, not a year that the title prints too. */
function ofDoubtfulDate({ chosen }: ChosenYear) {
  return chosen.field!.confidence === 'suspect' ? { isContradiction: false } : null;
}

/** The evidence with the most votes for its year; the most trusted of equals. */
function choose(evidence: readonly YearEvidence[]): YearEvidence | null {
  const votes = new Map<number, number>();
  for (const { year, weight } of evidence) votes.set(year, (votes.get(year) ?? 0) + weight);
  const own = evidence.filter(({ isSupport }) => !isSupport);
  let chosen: YearEvidence | null = null;
  for (const item of own.length > 0 ? own : evidence) {
    if (item.field && (!chosen || votes.get(item.year)! > votes.get(chosen.year)!)) chosen = item;
  }
  return chosen;
}

/**
 * The reporting year, by the weight of independent evidence: title and period, then the opening; the text and the day
 * of publication only support. Contradicted, or known from supporting evidence alone: `suspect`. Issue: `year-conflict`.
 */
export function findYear(page: HeaderPage, known: KnownFields): Result<Field<number>> {
  const evidence = [...candidatesOf(yearEvidenceRules, { ...page, known })];
  const own = evidence.filter(({ isSupport }) => !isSupport);
  const chosen = choose(evidence);
  if (!chosen?.field) return { value: missingField(), issues: [] };
  const { year, field } = chosen;
  const doubts = rulesInForce(yearDoubts, page.without).flatMap(
    ({ doubt }) => doubt({ chosen, own, publishedOn: known.publishedOn }) ?? [],
  );
  const says = [
    ...own.map((item) => `the ${item.source} says ${item.year}`),
    ...doubts.flatMap((each) => each.says ?? []),
  ];
  const place = { path: 'year', ...(field.at ? { at: field.at } : {}) };
  const message = `The year ${year} is contradicted: ${says.join(', ')}.`;
  const isContradicted = doubts.some(({ isContradiction }) => isContradiction);
  const issues = isContradicted ? [issue('year-conflict', message, place)] : [];
  const confidence = doubts.length > 0 ? 'suspect' : 'read';
  return { value: { ...field, value: year, flags: [], confidence }, issues };
}
