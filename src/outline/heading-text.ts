import { distance } from 'fastest-levenshtein';
import { foldText } from '../words/fold-text.js';

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

/** Longest heading in front of running text. */
const INLINE_HEADING_MAX = 30;
/** Titles shorter than this are too common to be cut out of running text without a space behind them. */
export const GLUED_TITLE_MIN = 6;

const NO_FOLDS: ReadonlyMap<string, string> = new Map();

/** A heading as lookups are matched with it: without white space, signs half-width. */
export const foldHeading = (text: string): string => foldText(text, NO_FOLDS).text;

/** Numbers with a counting word, a row of numbers, or a list's semicolon: no heading. */
export const STATEMENT = /\d(?: \d+){2}|\d[.、]\D|\d+(?:\.\d+)?余?[万亿]?[条件次个元份篇期人名项]|[;,]$/;

/** Is the line (from its ordinal on) a label of a form's table, perhaps broken by the line's end? */
export function isTableLabel(line: string, labels: readonly string[]): boolean {
  const head = line.replace(/^(\d)[、．]/, '$1.');
  return labels.some((label) => head.startsWith(label) || (head.length >= 4 && label.startsWith(head)));
}

/** Length of a known title that the text starts with, one misprinted character allowed; 0 when there is none. */
export function knownTitleLength(folded: string, titles: readonly string[]): number {
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
export function printedLength(printed: string, count: number): number {
  const { sourceAt } = foldText(printed, NO_FOLDS);
  return count <= 0 ? 0 : (sourceAt[Math.min(count, sourceAt.length) - 1] ?? -1) + 1;
}

/** A heading in front of running text ends at 。, at ：, or at white space. Length in the printed text, or 0. */
export function closedLength(rest: string): number {
  const match = /^([^。：:；;\s]+?(?:(?<=[0-9A-Za-z])\s(?=[年月日])[^。：:；;\s]+)*)(?:[。：:]|\s|$)/u.exec(
    rest,
  );
  const text = match?.[1] ?? '';
  return text.length >= 2 && text.length <= INLINE_HEADING_MAX && !STATEMENT.test(foldHeading(text))
    ? text.length
    : 0;
}

/** A known title is cut where it ends, unless the printed heading goes on: （数据填报）, 和措施. */
export function titleLength(rest: string, known: number, closed: number): number {
  const length = printedLength(rest, known);
  return closed > length && /^\s*[（(和与及、]/.test(rest.slice(length)) ? closed : length;
}

/** A heading's value: without the white space of the layout, without the stop behind it. */
export function cleanHeading(printed: string): string {
  return printed
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/\s+/g, (gap, at: number, all: string) =>
      /[0-9A-Za-z]/.test(all[at - 1] ?? '') && /[0-9A-Za-z]/.test(all[at + gap.length] ?? '') ? ' ' : '',
    )
    .replace(/[。：:]$/, '');
}
