/**
 * Of which time does a number speak? These are words of the language, not of any form.
 */
type FactTime = 'this-year' | 'other-year' | 'cumulative' | 'cumulative-since';

const YEAR = /(?<!\d)((?:19|20)\d{2})(?:年|[-.]\d{1,2}[-.]\d{1,2})/g;
const LAST_YEAR = /上年|去年|上一年|前年|往年|同期|上半年|下半年|[一二三四1234]季度/;
const OWN_SINCE = /(?:今年|本年|本年度|年初|一年|(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?)以来/;
const SINCE = /以来|至今|历年|历次|开通后|建站后|上线后/;
const WITHIN_YEAR = /全年|今年|本年|本年度|年内|当年|一年来|年度/;

/**
 * Reads the words before a number, in its sentence.
 * @param run the sentence up to the number. @param year the reporting year, where it is known.
 */
export function factTimeOf(run: string, year: number | null, ofLastYear: boolean): FactTime {
  const years = [...run.matchAll(YEAR)].map((match) => Number(match[1]));
  const last = years.at(-1);
  // 2019年结转12件 in the report on 2020 is what it should be.
  if (ofLastYear)
    return year !== null && last !== undefined && last !== year && last !== year - 1
      ? 'other-year'
      : 'this-year';
  if (year !== null && last !== undefined && last !== year) return 'other-year';
  if (spansYears(run, year)) return 'cumulative-since';
  const clause = run.slice(Math.max(run.lastIndexOf(','), run.lastIndexOf(';')) + 1);
  if (LAST_YEAR.test(clause)) return 'other-year';
  const since = SINCE.exec(run);
  if (since) {
    const own = OWN_SINCE.exec(run);
    const ownYear = own?.[1] === undefined || year === null || Number(own[1]) === year;
    if (!own || !ownYear || own.index + own[0].length !== since.index + since[0].length)
      return 'cumulative-since';
  }
  if (!run.includes('累计')) return 'this-year';
  const mentionsThisYear = WITHIN_YEAR.test(run) || (last !== undefined && !/截[至止]/.test(run));
  return mentionsThisYear ? 'this-year' : 'cumulative';
}

/** 2008年5月1日至2020年12月31日. */
function spansYears(run: string, year: number | null): boolean {
  const span = /(?<!\d)((?:19|20)\d{2})年[^,;]{0,12}[至到-][^,;]{0,4}((?:19|20)\d{2})年/.exec(run);
  if (!span) return false;
  return span[1] !== span[2] && (year === null || Number(span[1]) !== year);
}
