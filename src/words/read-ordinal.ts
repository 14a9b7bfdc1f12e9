import { parseChineseNumber } from './parse-chinese-number.js';

/** The ordinal at the start of a line. */
export interface Ordinal {
  /** Without its brackets and its stop: 一, 3. */
  printed: string;
  number: number;
  level: number;
  /** Where it starts (behind white space and bookmarks) and where the text behind it starts. */
  from: number;
  length: number;
}

const LEAD = '^(?:\\s|\\[bookmark:[^\\]\\n]*\\]|[\\u200b-\\u200f\\ufeff])*';
const NUMERAL = '[一二三四五六七八九十]{1,3}';

/**
 * 一、 or 第一部分, （一）, 1. or 1、, （1）, ①.
 * A numeral that goes on (一、二季度; 1.5) is no ordinal.
 */
const STYLES: { level: number; pattern: RegExp }[] = [
  {
    level: 1,
    pattern: new RegExp(`${LEAD}(?<all>(?<ordinal>${NUMERAL})\\s*[、．.])(?![一二三四五六七八九十\\d])`, 'u'),
  },
  { level: 1, pattern: new RegExp(`${LEAD}(?<all>第(?<ordinal>${NUMERAL})(?:部分|章)[：:、]?)`, 'u') },
  { level: 2, pattern: new RegExp(`${LEAD}(?<all>[（(]\\s*(?<ordinal>${NUMERAL})\\s*[）)]、?)`, 'u') },
  { level: 3, pattern: new RegExp(`${LEAD}(?<all>(?<ordinal>\\d{1,2})\\s*[.．、])(?!\\d)`, 'u') },
  { level: 4, pattern: new RegExp(`${LEAD}(?<all>[（(]\\s*(?<ordinal>\\d{1,2})\\s*[）)])`, 'u') },
  { level: 5, pattern: new RegExp(`${LEAD}(?<all>(?<ordinal>[①-⑳]))`, 'u') },
];

export function readOrdinal(text: string): Ordinal | null {
  for (const { level, pattern } of STYLES) {
    const match = pattern.exec(text);
    const all = match?.groups?.all;
    const printed = match?.groups?.ordinal;
    if (!match || all === undefined || printed === undefined) continue;
    const number = /[①-⑳]/.test(printed)
      ? printed.charCodeAt(0) - 0x2460 + 1
      : /^\d/.test(printed)
        ? Number(printed)
        : parseChineseNumber(printed);
    if (number === null) return null;
    const space = /^\s*/.exec(text.slice(match[0].length))![0].length;
    return { printed, number, level, from: match[0].length - all.length, length: match[0].length + space };
  }
  return null;
}
