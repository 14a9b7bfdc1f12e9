import type { SectionLookups } from '../model/header-lookups.js';
import type { Paragraph } from '../model/parsed-document.js';
import { type Ordinal, readOrdinal } from '../words/read-ordinal.js';
import {
  cleanHeading,
  closedLength,
  foldHeading,
  GLUED_TITLE_MIN,
  type Heading,
  isTableLabel,
  knownTitleLength,
  printedLength,
  titleLength,
} from './heading-text.js';

/** Shorter paragraphs hold no headings but the one they start with. */
const PARAGRAPH_MIN = 300;
/** How far behind an ordinal its heading is looked for. */
const WINDOW = 80;

const ORDINALS =
  /[一二三四五六七八九十]{1,3}\s*、|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]|\d{1,2}[.．、](?!\d)/g;

/** Length of the heading behind an ordinal inside running text, 0 where there is none. */
function inlineLength(
  rest: string,
  ordinal: Ordinal,
  previous: string,
  expected: number,
  titles: readonly string[],
): number {
  const spaced = /\s/.test(previous);
  const closed = closedLength(rest);
  if (ordinal.level > 1) {
    // （一）规章；（二）文件： an enumeration inside a sentence.
    const opened = spaced || (ordinal.level === 2 && /[。！”]/.test(previous));
    return opened && ordinal.number === expected ? closed : 0;
  }
  if (!spaced && /[\p{Script=Han}：:，,、（(《]/u.test(previous)) return 0;
  const known = knownTitleLength(foldHeading(rest), titles);
  const whole = known > 0 && closed > 0 && printedLength(rest, known) === closed;
  if (known >= GLUED_TITLE_MIN || whole)
    return ordinal.number >= expected || ordinal.number === 1 ? titleLength(rest, known, closed) : 0;
  return spaced && ordinal.number === expected ? closed : 0;
}

/**
 * Headings inside a paragraph that holds a whole page: numbers follow one another, and the words are a known title or
 * end at a stop or a space.
 *
 * @param before the last number seen on each level before this paragraph
 */
export function findInlineHeadings(
  paragraph: Paragraph,
  block: number,
  lookups: SectionLookups,
  titles: readonly string[],
  before: readonly number[],
): Heading[] {
  const { text } = paragraph;
  if (text.length < PARAGRAPH_MIN) return [];
  const found: Heading[] = [];
  const last = [...before];
  const first = readOrdinal(text);
  for (const match of text.matchAll(ORDINALS)) {
    const at = match.index;
    const ordinal = first && at <= first.from ? null : readOrdinal(text.slice(at, at + WINDOW));
    if (!ordinal) continue;
    const from = at + ordinal.length;
    const rest = text.slice(from, from + WINDOW);
    if (isTableLabel(foldHeading(match[0] + rest), lookups.tableLabels)) continue;
    const expected = (last[ordinal.level] ?? 0) + 1;
    const length = inlineLength(rest, ordinal, text[at - 1] ?? ' ', expected, titles);
    if (length === 0) continue;
    last.length = ordinal.level;
    last[ordinal.level] = ordinal.number;
    found.push({
      ordinal: ordinal.printed,
      number: ordinal.number,
      level: ordinal.level,
      heading: cleanHeading(rest.slice(0, length)),
      block,
      start: paragraph.start + at,
      end: paragraph.start + from + length,
    });
  }
  return found;
}
