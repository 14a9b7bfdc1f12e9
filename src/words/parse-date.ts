import type { Flag } from '../model/codes/flag-codes.js';
import { foldText } from './fold-text.js';
import { parseChineseNumber } from './parse-chinese-number.js';

/** A date as printed and as read. */
interface DateReading {
  /** YYYY-MM-DD; null where more than one reading is left, or none. */
  value: string | null;
  raw: string;
  /** date-repaired: 年 or 月 was lost and one valid reading is left. year-inherited: the year stands before it. rivals. */
  flags: Flag[];
  /** The readings that are left, where value is null. */
  rivals: string[];
}

/** `text.slice(start, end) === raw`. */
interface DateMention extends DateReading {
  start: number;
  end: number;
}

interface DateContext {
  /** For dates that print no year. */
  year?: number | null;
}

const ZERO = '〇零○◯OoОо0';
const YEAR_SIGNS = `[${ZERO}一二三四五六七八九壹贰叁肆伍陆柒捌玖1-9]{4}`;
const MONTH_SIGNS = '(?:\\d{1,2}|元|十[一二]?|[一二三四五六七八九])';
const DAY_SIGNS =
  '(?:\\d{1,2}|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])';

/** 2016年12月30日, 二○一二年二月二十日 and, behind 至, 12月31日 with the year of what stands before. */
const WRITTEN = `(?<year>${YEAR_SIGNS})年度?(?<month>${MONTH_SIGNS})月(?:份)?(?<day>${DAY_SIGNS})(?:[日号]|(?=[,。;)至到~-]|$))`;
const SHORT = `(?<shortMonth>${MONTH_SIGNS})月(?<shortDay>${DAY_SIGNS})[日号]`;
const SIGNED =
  '(?<!\\d|\\d[.])(?<signYear>(?:19|20)\\d{2})(?<sign>[-/.])(?<signMonth>\\d{1,2})\\k<sign>(?<signDay>\\d{1,2})(?!\\d|[.]\\d)';
/** 20161230日: 年 and 月 are gone. */
const DAMAGED = '(?<!\\d)(?<damaged>(?:19|20)\\d{4,6})日';
const ANY = new RegExp(`${WRITTEN}|${SIGNED}|${DAMAGED}|${SHORT}`, 'g');

/** Between the two ends of a period. */
const THROUGH = /^[日号]?(?:起|始)?[,、]?(?:至|到|-|~|～|—)$/;

/**
 * Finds the dates of a text in order of place: complete ones, month and day behind 至 or with a context year,
 * and damaged ones of the shape 20161230日. An impossible day (2月30日) is no date.
 */
export function findDates(text: string, context: DateContext = {}): DateMention[] {
  const folded = foldText(text, new Map());
  const mentions: DateMention[] = [];
  let lastYear: number | null = null;
  let lastEnd = -1;
  for (const match of folded.text.matchAll(ANY)) {
    const groups = match.groups!;
    const linked = lastEnd >= 0 && THROUGH.test(folded.text.slice(lastEnd, match.index));
    const reading = readGroups(groups, linked ? lastYear : null, context.year ?? null);
    if (!reading) continue;
    const endIndex = match.index + match[0].length;
    const start = folded.sourceAt[match.index]!;
    const end = folded.sourceAt[endIndex - 1]! + 1;
    mentions.push({ ...reading, raw: text.slice(start, end), start, end });
    lastYear = reading.value === null ? null : Number(reading.value.slice(0, 4));
    lastEnd = endIndex;
  }
  return mentions;
}

/**
 * Reads the first date of a text, which may also be bare digits: 20161230, 2016313日, and 1229 with a year in the context.
 * Null where the text holds no date. A damaged date has a value only where one valid reading is left.
 */
export function parseDate(text: string, context: DateContext = {}): DateReading | null {
  const bare = readBareDigits(foldText(text, new Map()).text, context.year ?? null);
  if (bare) return { ...bare, raw: text.trim() };
  const mention = findDates(text, context)[0];
  if (!mention) return null;
  const { value, raw, flags, rivals } = mention;
  return { value, raw, flags, rivals };
}

type Reading = Omit<DateReading, 'raw'>;
type Groups = Record<string, string | undefined>;

function readGroups(groups: Groups, inherited: number | null, contextYear: number | null): Reading | null {
  if (groups.damaged !== undefined) {
    return readDamaged(Number(groups.damaged.slice(0, 4)), groups.damaged.slice(4));
  }
  if (groups.shortMonth !== undefined) {
    const year = inherited ?? contextYear;
    if (year === null) return null;
    const value = validDate(year, readSigns(groups.shortMonth), readSigns(groups.shortDay!));
    return value === null ? null : { value, flags: ['year-inherited'], rivals: [] };
  }
  const year = groups.signYear ?? groups.year!;
  const month = groups.signMonth ?? groups.month!;
  const day = groups.signDay ?? groups.day!;
  const value = validDate(readYear(year), readSigns(month), readSigns(day));
  return value === null ? null : { value, flags: [], rivals: [] };
}

function readBareDigits(text: string, year: number | null): Reading | null {
  if (/^(?:19|20)\d{6}$/.test(text)) {
    const value = validDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    return value === null ? null : { value, flags: [], rivals: [] };
  }
  return /^\d{2,4}$/.test(text) && year !== null ? readDamaged(year, text) : null;
}

/** All ways to cut a run of two to four digits into a month and a day that exist. */
function readDamaged(year: number, digits: string): Reading {
  const readings = new Set<string>();
  for (const cut of [1, 2]) {
    const day = digits.slice(cut);
    const value = /^\d{1,2}$/.test(day) ? validDate(year, Number(digits.slice(0, cut)), Number(day)) : null;
    if (value !== null) readings.add(value);
  }
  const rivals = [...readings];
  if (rivals.length === 1) return { value: rivals[0]!, flags: ['date-repaired'], rivals: [] };
  return { value: null, flags: rivals.length > 1 ? ['rivals'] : [], rivals };
}

function readYear(signs: string): number {
  if (/^\d+$/.test(signs)) return Number(signs);
  const mixed = [...signs].map((sign) =>
    /\d/.test(sign) ? sign : String(parseChineseNumber(foldZero(sign))),
  );
  return Number(mixed.join(''));
}

const foldZero = (sign: string): string => (ZERO.includes(sign) ? '零' : sign);

function readSigns(signs: string): number {
  return signs === '元' ? 1 : (parseChineseNumber(signs) ?? Number.NaN);
}

/** Null where the calendar has no such day, or the year is none of ours. */
function validDate(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
