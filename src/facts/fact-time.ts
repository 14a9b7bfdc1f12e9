import { type Rule, type RuleNames, rulesInForce } from '../model/rule.js';

/** Of which time does a number speak? */
type FactTime = 'this-year' | 'other-year' | 'cumulative' | 'cumulative-since';

interface TimeWords {
  /** The sentence up to the number. */
  run: string;
  /** The reporting year, where it is known. */
  year: number | null;
  /** The fact speaks of last year by nature. */
  ofLastYear: boolean;
}

/** The first rule that knows the time has the word; where none does, a number speaks of the reporting year. */
export const timeRules: readonly (Rule & { timeOf: (words: TimeWords) => FactTime | null })[] = [
  { name: 'time-of-last-year-by-nature', timeOf: ofLastYearByNature },
  { name: 'time-of-named-year', timeOf: ofNamedYear },
  { name: 'time-of-several-years', timeOf: ofSeveralYears },
  { name: 'time-of-last-year', timeOf: ofLastYear },
  { name: 'time-since', timeOf: since },
  { name: 'time-accumulated', timeOf: accumulated },
];

// Words of the language, not of any form.
const YEAR = /(?<!\d)((?:19|20)\d{2})(?:年|[-.]\d{1,2}[-.]\d{1,2})/g;
const LAST_YEAR = /上年|去年|上一年|前年|往年|同期|上半年|下半年|[一二三四1234]季度/;
const OWN_SINCE = /(?:今年|本年|本年度|年初|一年|(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?)以来/;
const SINCE = /以来|至今|历年|历次|开通后|建站后|上线后/;
const WITHIN_YEAR = /全年|今年|本年|本年度|年内|当年|一年来|年度/;

/** Reads the words before a number, in its sentence. */
export function factTimeOf(words: TimeWords, without: RuleNames | undefined): FactTime {
  for (const { timeOf } of rulesInForce(timeRules, without)) {
    const time = timeOf(words);
    if (time) return time;
  }
  return 'this-year';
}

const lastYearNamed = (run: string): number | undefined =>
  [...run.matchAll(YEAR)].map((match) => Number(match[1])).at(-1);

/** 2019年结转12件 in the report on 2020 is what it should be. */
function ofLastYearByNature({ run, year, ofLastYear }: TimeWords): FactTime | null {
  if (!ofLastYear) return null;
  const last = lastYearNamed(run);
  const isOther = year !== null && last !== undefined && last !== year && last !== year - 1;
  return isOther ? 'other-year' : 'this-year';
}

function ofNamedYear({ run, year }: TimeWords): FactTime | null {
  const last = lastYearNamed(run);
  return year !== null && last !== undefined && last !== year ? 'other-year' : null;
}

/** 2008年5月1日至2020年12月31日. */
function ofSeveralYears({ run, year }: TimeWords): FactTime | null {
  const span = /(?<!\d)((?:19|20)\d{2})年[^,;]{0,12}[至到-][^,;]{0,4}((?:19|20)\d{2})年/.exec(run);
  const isLong = span && span[1] !== span[2] && (year === null || Number(span[1]) !== year);
  return isLong ? 'cumulative-since' : null;
}

function ofLastYear({ run }: TimeWords): FactTime | null {
  const clause = run.slice(Math.max(run.lastIndexOf(','), run.lastIndexOf(';')) + 1);
  return LAST_YEAR.test(clause) ? 'other-year' : null;
}

/** 开通以来, and not 今年以来. */
function since({ run, year }: TimeWords): FactTime | null {
  const found = SINCE.exec(run);
  if (!found) return null;
  const own = OWN_SINCE.exec(run);
  const isOwnYear = own?.[1] === undefined || year === null || Number(own[1]) === year;
  const isOwn = own && isOwnYear && own.index + own[0].length === found.index + found[0].length;
  return isOwn ? null : 'cumulative-since';
}

/** 累计 without a word that says of which year. */
function accumulated({ run }: TimeWords): FactTime | null {
  if (!run.includes('累计') || WITHIN_YEAR.test(run)) return null;
  return lastYearNamed(run) !== undefined && !/截[至止]/.test(run) ? null : 'cumulative';
}
