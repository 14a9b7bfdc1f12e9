const DIGITS = '〇零一二三四五六七八九';
/** A year in digits or in Chinese numerals; not one that begins a date or is inside of a longer number. */
const YEAR =
  /(?<!\d)(20\d\d)(?!\d)(?!年?\d{1,2}月)(?![-./]\d)|二[〇零○oO0][〇零○oO0一二三四五六七八九]{2}(?=年)|二[〇零○oO0]([一二])十([一二三四五六七八九])?(?=年)/gu;
const RANGE = /20\d\d年?(?:度)?(?:[-—~～至到]|--)+(?:20)?\d\d年/u;

function numeralYear(text: string): number {
  const digits = [...text.replace(/[○oO0]/gu, '〇')].map((sign) => {
    const at = DIGITS.indexOf(sign);
    return at <= 1 ? 0 : at - 1;
  });
  return Number(digits.join(''));
}

/**
 * The reporting year that a folded name prints. Null if it prints no year, or several years and no one of them right before the words of the
 * report: `2019年-2023年` names no year.
 *
 * @param isBeforeReport the words that a year belongs to, if one name has several years
 */
export function findReportYear(text: string, isBeforeReport: RegExp): number | null {
  if (RANGE.test(text)) return null;
  const found: { year: number; end: number }[] = [];
  for (const match of text.matchAll(YEAR)) {
    const [whole, digits, tens, ones] = match;
    const year =
      digits !== undefined
        ? Number(digits)
        : tens !== undefined
          ? 2000 + (tens === '一' ? 10 : 20) + (ones === undefined ? 0 : DIGITS.indexOf(ones) - 1)
          : numeralYear(whole);
    found.push({ year, end: match.index + whole.length });
  }
  const years = new Set(found.map(({ year }) => year));
  if (years.size === 0) return null;
  if (years.size === 1) return [...years][0]!;
  const words = isBeforeReport.exec(text);
  const before = found.filter(({ end }) => words !== null && end <= words.index + words[0].length);
  return before.at(-1)?.year ?? null;
}
