import type { SectionLookups } from '../model/header-lookups.js';
import type { Paragraph, ParsedDocument } from '../model/parsed-document.js';
import { readOrdinal } from '../words/read-ordinal.js';
import { findInlineHeadings } from './find-inline-headings.js';
import {
  cleanHeading,
  closedLength,
  foldHeading,
  GLUED_TITLE_MIN,
  type Heading,
  isTableLabel,
  knownTitleLength,
  printedLength,
  STATEMENT,
  titleLength,
} from './heading-text.js';

/** Longest whole line that can be a heading. */
const LINE_HEADING_MAX = 42;

/** Length of the heading in the text behind an ordinal, where running text follows it. */
function headingLength(
  rest: string,
  level: number,
  lookups: SectionLookups,
  titles: readonly string[],
): number {
  const closed = closedLength(rest);
  const folded = foldHeading(rest.slice(0, 120));
  const known = level === 1 ? knownTitleLength(folded, titles) : 0;
  if (known >= GLUED_TITLE_MIN) return titleLength(rest, known, closed);
  // A numbered sentence of a list ends with its line; a heading has text behind it.
  const followed = foldHeading(rest.slice(closed)).length > 1 || level <= 2;
  if (closed > 0) return followed ? closed : 0;
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
  const folded = foldHeading(rest);
  if (folded === '' || isTableLabel(foldHeading(text.slice(ordinal.from)), lookups.tableLabels)) return null;
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
    return { ...base, heading: cleanHeading(rest), end: paragraph.end };
  }
  const length = headingLength(rest, ordinal.level, lookups, titles);
  if (length > 0) return { ...base, heading: cleanHeading(rest.slice(0, length)), end: from + length };
  return ordinal.level === 1 ? { ...base, heading: '', end: from } : null;
}

/** A known title that the page's width broke: the next line starts with the rest of it and holds nothing else. */
function wrappedTitle(
  folded: string,
  next: Paragraph,
  titles: readonly string[],
): { text: string; end: number } | null {
  const rest = foldHeading(next.text);
  if (rest.length > 12 || titles.includes(folded)) return null;
  return titles.includes(folded + rest) ? { text: rest, end: next.end } : null;
}

/** All headings of a document in reading order. `skip` marks stretches that belong to tables. */
export function findHeadings(
  parsed: ParsedDocument,
  lookups: SectionLookups,
  skip: (start: number, end: number) => boolean,
): Heading[] {
  const titles = lookups.titles.map(foldHeading);
  const labels = { ...lookups, tableLabels: lookups.tableLabels.map(foldHeading) };
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
    for (const heading of findInlineHeadings(block, index, labels, titles, last))
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
  const folded = foldHeading(block.text).replace(/:$/, '');
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
