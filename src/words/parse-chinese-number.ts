import { foldText } from './fold-text.js';
import { shiftDecimal } from './shift-decimal.js';

/** Zero has look-alikes: the ideograph 〇, the circle ○, Latin and Cyrillic O. */
const ZERO = '〇零○◯OoОо0';
const FINANCIAL: readonly string[] = ['', '壹弌', '贰貳弍', '叁參叄弎', '肆', '伍', '陆陸', '柒', '捌', '玖'];
const ORDINARY: readonly string[] = ['', '一', '二两兩', '三', '四', '五', '六', '七', '八', '九'];

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...ZERO].map((sign) => [sign, 0] as const),
  ...[ORDINARY, FINANCIAL].flatMap((rows) =>
    rows.flatMap((signs, digit) => [...signs].map((sign) => [sign, digit] as const)),
  ),
]);
const FINANCIAL_SIGNS: ReadonlySet<string> = new Set(FINANCIAL.join(''));

/** Signs of one meaning, and the one the grammar below knows. */
const FOLDS: ReadonlyMap<string, string> = new Map([
  ['拾', '十'],
  ['佰', '百'],
  ['仟', '千'],
  ['萬', '万'],
  ['億', '亿'],
]);

const UNITS: readonly (readonly [string, number])[] = [
  ['千', 3],
  ['百', 2],
  ['十', 1],
];

/** Character class of everything a Chinese numeral may consist of; Latin O and 0 are left to the caller. */
export const CHINESE_NUMERAL_CLASS =
  '[〇零○一二两兩三四五六七八九十百千万萬亿億廿卅卌壹弌贰貳弍叁參叄弎肆伍陆陸柒捌玖拾佰仟]';

/**
 * Reads a whole text as one number: 一百零五, 两万, 廿三, 二〇二三 (digit by digit), 壹佰, 1.2万, 1亿2千万, 1,362.
 * Null when it is no number, and when it could mean two: 一百五 (150 or 105), 三五 (35, or three to five).
 */
export function parseChineseNumber(text: string): number | null {
  const folded = foldText(text, FOLDS).text;
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(folded) ? folded.replaceAll(',', '') : folded;
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  const written = plain.replaceAll('廿', '二十').replaceAll('卅', '三十').replaceAll('卌', '四十');
  return parseDigitRun(written) ?? parseSections(written);
}

/** 二〇二三 -> 2023. Two ordinary digits in a row are mostly an estimate (三五件) and no number. */
function parseDigitRun(text: string): number | null {
  const signs = [...text];
  if (signs.length === 0 || !signs.every((sign) => DIGITS.has(sign))) return null;
  if (signs.length === 1) return /[OoОо○◯]/.test(text) ? null : DIGITS.get(text)!;
  if (/[两兩]/.test(text) || signs.length > 15) return null;
  const positional =
    signs.length > 2 || signs.some((sign) => FINANCIAL_SIGNS.has(sign) || DIGITS.get(sign) === 0);
  return positional ? Number(signs.map((sign) => DIGITS.get(sign)).join('')) : null;
}

/** Cuts at 亿 and 万, each part below ten thousand: (1)亿(2千)万(…). */
function parseSections(text: string): number | null {
  const parts = /^(?:([^亿]+)亿)?(?:([^万亿]+)万)?([^万亿]*)$/.exec(text);
  const [, hundredMillions, tenThousands, rest] = parts ?? [];
  if (!parts || (hundredMillions === undefined && tenThousands === undefined && rest === '')) return null;
  if (hundredMillions !== undefined) {
    const high = scaled(hundredMillions, 8, tenThousands === undefined && rest === '');
    const low = tenThousands === undefined && rest === '' ? 0 : parseLow(tenThousands, rest!, true);
    return high === null || low === null ? null : high + low;
  }
  return parseLow(tenThousands, rest!, false);
}

function parseLow(tenThousands: string | undefined, rest: string, follows: boolean): number | null {
  const middle = tenThousands === undefined ? 0 : scaled(tenThousands, 4, rest === '');
  const low = rest === '' ? 0 : parseBelowTenThousand(rest, follows || tenThousands !== undefined);
  return middle === null || low === null ? null : middle + low;
}

/** 1.2 before 万 is a decimal; only the last section may be one. */
function scaled(text: string, places: number, last: boolean): number | null {
  if (/^\d+\.\d+$/.test(text)) return last ? shiftDecimal(text, places) : null;
  const nested = places === 8 && text.includes('万') ? parseSections(text) : null;
  const value = nested ?? parseBelowTenThousand(text, false) ?? parseDigitRun(text);
  return value === null || value === 0 ? null : shiftDecimal(String(value), places);
}

/**
 * 一千零五, 一百二十, 十二, 3千5百, 2000. A digit behind a unit needs 十 or 零 before it: 一百五 may be 150.
 * @param follows there was a 万 or 亿 before.
 */
function parseBelowTenThousand(text: string, follows: boolean): number | null {
  if (/^\d+$/.test(text)) return text.length <= (follows ? 4 : 12) ? Number(text) : null;
  let rest = text;
  let value = 0;
  let lastPlaces = follows ? 4 : 0;
  let zero = false;
  for (const [unit, places] of UNITS) {
    if (/^[零〇○]/.test(rest) && rest.length > 1) {
      zero = true;
      rest = rest.slice(1);
    }
    const match = new RegExp(`^(\\d{1,2}|[^\\d${unit}])?${unit}`).exec(rest);
    if (!match) continue;
    const digit = match[1] === undefined ? (unit === '十' ? 1 : null) : digitOf(match[1]);
    if (digit === null || digit === 0) return null;
    value += digit * 10 ** places;
    rest = rest.slice(match[0].length);
    lastPlaces = places;
  }
  if (/^[零〇○]/.test(rest) && rest.length > 1) {
    zero = true;
    rest = rest.slice(1);
  }
  if (rest === '') return value > 0 ? value : null;
  const last = digitOf(rest);
  if (last === null || last === 0 || (lastPlaces > 1 && !zero)) return null;
  return value + last;
}

function digitOf(sign: string): number | null {
  if (/^\d$/.test(sign)) return Number(sign);
  return DIGITS.get(sign) ?? null;
}
