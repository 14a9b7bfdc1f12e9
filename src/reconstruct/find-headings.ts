import { distance } from 'fastest-levenshtein';
import type { SectionLookups } from '../model/header-lookups.js';
import type { Paragraph, ParsedDocument } from '../model/parsed-document.js';
import { foldText } from '../normalise/fold-text.js';
import { readOrdinal } from './read-ordinal.js';

/** A printed heading. Offsets are those of the parsed text. */
export interface Heading {
  ordinal: string | null;
  number: number | null;
  /** 一、 is 1, （一） 2, 1. 3, （1） 4, ① 5. */
  level: number;
  heading: string;
  block: number;
  start: number;
  /** Where the section's own text begins. */
  end: number;
}

/** Longest whole line that can be a heading, and longest heading in front of running text. */
const LINE_HEADING_MAX = 42;
const INLINE_HEADING_MAX = 30;
/** Shorter paragraphs hold no headings but the one they start with. */
const INLINE_PARAGRAPH_MIN = 300;
/** Titles shorter than this are too common to be cut out of running text without a space behind them. */
const GLUED_TITLE_MIN = 6;

const NO_FOLDS: ReadonlyMap<string, string> = new Map();
const fold = (text: string) => foldText(text, NO_FOLDS).text;

/** Numbers with a counting word, a row of numbers, or a list's semicolon: no heading. */
const STATEMENT = /\d(?: \d+){2}|\d[.、]\D|\d+(?:\.\d+)?余?[万亿]?[条件次个元份篇期人名项]|[;,]$/;

/** Is the line (from its ordinal on) a label of a form's table, perhaps broken by the line's end? */
function isTableLabel(line: string, labels: readonly string[]): boolean {
  const head = line.replace(/^(\d)[、．]/, '$1.');
  return labels.some((label) => head.startsWith(label) || (head.length >= 4 && label.startsWith(head)));
}

/** Length of a known title that the text starts with, one misprinted character allowed; 0 when there is none. */
function knownTitleLength(folded: string, titles: readonly string[]): number {
  let best = 0;
  for (const title of titles) if (folded.startsWith(title)) best = Math.max(best, title.length);
  if (best > 0) return best;
  for (const title of titles) {
    if (title.length < 10) continue;
    for (const length of [title.length, title.length + 1, title.length - 1]) {
      const near = folded.slice(0, length);
      if (near.at(-1) === title.at(-1) && distance(near, title) <= 1) return length;
    }
  }
  return 0;
}

/** Length, in the printed text, of its first `count` folded characters. */
function printedLength(printed: string, count: number): number {
  const { sourceAt } = foldText(printed, NO_FOLDS);
  return count <= 0 ? 0 : (sourceAt[Math.min(count, sourceAt.length) - 1] ?? -1) + 1;
}

/** A heading in front of running text ends at 。, at ：, or at white space. Length in the printed text, or 0. */
function closedLength(rest: string): number {
  const match = /^([^。：:；;\s]+?(?:(?<=[0-9A-Za-z])\s(?=[年月日])[^。：:；;\s]+)*)(?:[。：:]|\s|$)/u.exec(
    rest,
  );
  const text = match?.[1] ?? '';
  return text.length >= 2 && text.length <= INLINE_HEADING_MAX && !STATEMENT.test(fold(text))
    ? text.length
    : 0;
}

/** A known title is cut where it ends, unless the printed heading goes on: （数据填报）, 和措施. */
function titleLength(rest: string, known: number, closed: number): number {
  const length = printedLength(rest, known);
  return closed > length && /^\s*[（(和与及、]/.test(rest.slice(length)) ? closed : length;
}

/** Length of the heading in the text behind an ordinal, where running text follows it. */
function headingLength(
  rest: string,
  level: number,
  lookups: SectionLookups,
  titles: readonly string[],
): number {
  const closed = closedLength(rest);
  const folded = fold(rest.slice(0, 120));
  const known = level === 1 ? knownTitleLength(folded, titles) : 0;
  if (known >= GLUED_TITLE_MIN) return titleLength(rest, known, closed);
  if (closed > 0) return closed;
  const endings = lookups.headingEndings.join('|');
  const ended = new RegExp(`^[^。:;,]{2,18}?(?:${endings})(?![的和与及、])`).exec(folded)?.[0] ?? '';
  return ended !== '' && !STATEMENT.test(ended) ? printedLength(rest, ended.length) : 0;
}

function headingAtStart(
  paragraph: Paragraph,
  block: number,
  next: Paragraph | null,
  lookups: SectionLookups,
  titles: readonly string[],
): Heading | null {
  const text = paragraph.text;
  const ordinal = readOrdinal(text);
  if (!ordinal) return null;
  const rest = text.slice(ordinal.length);
  const folded = fold(rest);
  if (folded === '' || isTableLabel(fold(text.slice(ordinal.from)), lookups.tableLabels)) return null;
  const base = {
    ordinal: ordinal.printed,
    number: ordinal.number,
    level: ordinal.level,
    block,
    start: paragraph.start + ordinal.from,
  };
  const from = paragraph.start + ordinal.length;
  const whole = folded.replace(/[。:]$/, '');
  const simple = whole.length <= LINE_HEADING_MAX && !/[。;:]/.test(whole) && !STATEMENT.test(whole);
  // A short sentence in a list (1.、（1）) is an item, not a heading.
  if (simple && (ordinal.level <= 2 || !/[。;]$/.test(folded))) {
    const joined = next && wrappedTitle(folded, next, titles);
    if (joined) return { ...base, heading: folded + joined.text, end: joined.end };
    return { ...base, heading: clean(rest), end: paragraph.end };
  }
  const length = headingLength(rest, ordinal.level, lookups, titles);
  if (length > 0) return { ...base, heading: clean(rest.slice(0, length)), end: from + length };
  return ordinal.level === 1 ? { ...base, heading: '', end: from } : null;
}

/** A known title that the page's width broke: the next line starts with the rest of it and holds nothing else. */
function wrappedTitle(
  folded: string,
  next: Paragraph,
  titles: readonly string[],
): { text: string; end: number } | null {
  const rest = fold(next.text);
  if (rest.length > 12 || titles.includes(folded)) return null;
  return titles.includes(folded + rest) ? { text: rest, end: next.end } : null;
}

/** A heading's value: without the white space of the layout, without the stop behind it. */
function clean(printed: string): string {
  return printed
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/\s+/g, (gap, at: number, all: string) =>
      /[0-9A-Za-z]/.test(all[at - 1] ?? '') && /[0-9A-Za-z]/.test(all[at + gap.length] ?? '') ? ' ' : '',
    )
    .replace(/[。：:]$/, '');
}

/** Headings inside a paragraph that holds a whole page. Numbers must follow one another, words must be known or closed. */
function headingsInside(
  paragraph: Paragraph,
  block: number,
  lookups: SectionLookups,
  titles: readonly string[],
  before: number[],
): Heading[] {
  const { text } = paragraph;
  if (text.length < INLINE_PARAGRAPH_MIN) return [];
  const found: Heading[] = [];
  const last = [...before];
  const first = readOrdinal(text);
  for (const match of text.matchAll(
    /[一二三四五六七八九十]{1,3}\s*、|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]|\d{1,2}[.．、](?!\d)/g,
  )) {
    const at = match.index;
    if (first && at <= first.from) continue;
    const ordinal = readOrdinal(text.slice(at));
    if (!ordinal) continue;
    const previous = text[at - 1] ?? ' ';
    const spaced = /\s/.test(previous);
    if (!spaced && !/[。；;！”）)]/.test(previous) && !(ordinal.level === 1 && !/[第零-鿿]/.test(previous)))
      continue;
    const rest = text.slice(at + ordinal.length);
    const window = rest.slice(0, 80);
    const folded = fold(window);
    if (isTableLabel(fold(match[0]) + folded, lookups.tableLabels)) continue;
    const expected = (last[ordinal.level] ?? 0) + 1;
    const known = ordinal.level === 1 ? knownTitleLength(folded, titles) : 0;
    const closed = closedLength(window);
    const sure =
      known >= GLUED_TITLE_MIN || (known > 0 && closed > 0 && known === fold(window.slice(0, closed)).length);
    if (ordinal.level === 1 ? !sure && !(spaced && closed > 0 && ordinal.number === expected) : closed === 0)
      continue;
    if (ordinal.level === 1 ? ordinal.number < expected && ordinal.number !== 1 : ordinal.number !== expected)
      continue;
    if (ordinal.level >= 3 && !spaced) continue;
    const length = known > 0 ? titleLength(window, known, closed) : closed;
    last.length = ordinal.level;
    last[ordinal.level] = ordinal.number;
    found.push({
      ordinal: ordinal.printed,
      number: ordinal.number,
      level: ordinal.level,
      heading: clean(rest.slice(0, length)),
      block,
      start: paragraph.start + at,
      end: paragraph.start + at + ordinal.length + length,
    });
  }
  return found;
}

/** All headings of a document in reading order. `skip` marks stretches that belong to tables. */
export function findHeadings(
  parsed: ParsedDocument,
  lookups: SectionLookups,
  skip: (start: number, end: number) => boolean,
): Heading[] {
  const titles = lookups.titles.map(fold);
  const labels = { ...lookups, tableLabels: lookups.tableLabels.map(fold) };
  const found: Heading[] = [];
  const last: number[] = [];
  const add = (heading: Heading) => {
    last.length = heading.level;
    if (heading.number !== null) last[heading.level] = heading.number;
    found.push(heading);
  };
  parsed.blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' || skip(block.start, block.end)) return;
    const following = parsed.blocks[index + 1];
    const next = following?.kind === 'paragraph' ? following : null;
    const opening =
      headingAtStart(block, index, next, labels, titles) ?? unnumbered(block, index, lookups, titles);
    if (opening) add(opening);
    for (const heading of headingsInside(block, index, labels, titles, last))
      if (!skip(heading.start, heading.end)) add(heading);
  });
  return found;
}

/** 引言; or a known title that the format itself calls a heading. */
function unnumbered(
  block: Paragraph,
  index: number,
  lookups: SectionLookups,
  titles: readonly string[],
): Heading | null {
  const folded = fold(block.text).replace(/:$/, '');
  const known =
    lookups.unnumbered.includes(folded) || (block.headingLevel !== undefined && titles.includes(folded));
  if (!known) return null;
  return {
    ordinal: null,
    number: null,
    level: 1,
    heading: folded,
    block: index,
    start: block.start,
    end: block.end,
  };
}
