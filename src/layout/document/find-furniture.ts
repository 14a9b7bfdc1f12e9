import { lineText, splitAtColumnGaps, type TextLine } from '../page/text-line.js';

/** Lines of one page outside its tables, from top to bottom. */
interface PageLines {
  number: number;
  height: number;
  lines: TextLine[];
}

/** Furniture stands in the outer margins: the official margins are 37 mm above and 35 mm below, an eighth of A4. */
const MARGIN_SHARE = 0.13;
/** Running headers repeat at the same height, within the rounding of producers (points). */
const HEIGHT_SLACK = 3;
/** A line that stands on this many pages at the same height is furniture; a shorter document needs all of its pages. */
const REPEATS_MIN = 3;

/** `— 3 —`, `-3-`, `第 3 页 共 8 页`, `3/8`, `Page 3 of 8`; white space is removed before. */
const PAGE_NUMBER =
  /^(?:[-—–－―─_·•]+\d{1,4}[-—–－―─_·•]+|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}页?|page\d{1,4}(?:of\d{1,4})?)$/iu;
const BARE_NUMBER = /^\d{1,4}$/u;
/** A bare number is a page number only when no other line stands within this many ems: else it may end a column. */
const ISOLATION_EMS = 2;

/**
 * Finds page numbers, running headers and footers. A bare number counts only where it grows with the pages.
 * @returns the glyph lines to leave out, by page number.
 */
export function findFurniture(pages: readonly PageLines[]): Map<number, Set<TextLine>> {
  const candidates = pages.flatMap((page) =>
    page.lines
      .filter((line) => isInMargin(line, page.height))
      .map((line) => ({ page, line, key: normalise(line) })),
  );
  const furniture = new Map<number, Set<TextLine>>();
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    byKey.set(candidate.key, [...(byKey.get(candidate.key) ?? []), candidate]);
  const repeatsMin = Math.min(REPEATS_MIN, Math.max(2, pages.length));
  for (const candidate of candidates) {
    const alike = byKey.get(candidate.key)!;
    const isFurniture =
      PAGE_NUMBER.test(squeeze(candidate.line)) ||
      isCounting(candidate, alike) ||
      isRepeated(candidate, alike, repeatsMin);
    if (!isFurniture) continue;
    const lines = furniture.get(candidate.page.number) ?? new Set();
    furniture.set(candidate.page.number, lines.add(candidate.line));
  }
  return furniture;
}

interface Candidate {
  page: PageLines;
  line: TextLine;
  key: string;
}

function isInMargin(line: TextLine, height: number): boolean {
  return line.baseline < MARGIN_SHARE * height || line.baseline - line.size > (1 - MARGIN_SHARE) * height;
}

const squeeze = (line: TextLine): string => lineText(line).replace(/\s+/gu, '');

/** Stands for any number, so that alone it proves nothing: it must count. */
const NUMBER_KEY = '#';

/** Page numbers differ from page to page; everything else must be the same. */
const normalise = (line: TextLine): string =>
  splitAtColumnGaps(line)
    .map((part) => squeeze(part).replace(/^\d+\/\d+$|^[-—–－]*\d+[-—–－]*$/u, NUMBER_KEY))
    .join(' ');

const sameHeight = (a: Candidate, b: Candidate): boolean =>
  Math.abs(a.line.baseline - b.line.baseline) <= HEIGHT_SLACK;

function isCounting(candidate: Candidate, all: readonly Candidate[]): boolean {
  const text = squeeze(candidate.line);
  if (!BARE_NUMBER.test(text) || !isIsolated(candidate)) return false;
  const offset = Number(text) - candidate.page.number;
  if (offset === 0) return true;
  return all.some(
    (other) =>
      other.page !== candidate.page &&
      sameHeight(other, candidate) &&
      BARE_NUMBER.test(squeeze(other.line)) &&
      Number(squeeze(other.line)) - other.page.number === offset,
  );
}

function isIsolated({ page, line }: Candidate): boolean {
  return page.lines.every(
    (other) => other === line || Math.abs(other.baseline - line.baseline) > ISOLATION_EMS * line.size,
  );
}

function isRepeated(candidate: Candidate, alike: readonly Candidate[], repeatsMin: number): boolean {
  if (candidate.key === NUMBER_KEY) return false;
  const pages = new Set(alike.filter((other) => sameHeight(other, candidate)).map((other) => other.page));
  return pages.size >= repeatsMin;
}
