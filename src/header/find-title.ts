import type { HeaderLookups } from '../model/header-lookups.js';
import { missingField } from '../model/missing-field.js';
import type { Field } from '../model/report-record.js';
import { fieldAt, fieldOfMetadata, type HeaderLine, type HeaderText, tidyName } from './header-text.js';

/** A line (or lines) in the shape of a report's title. Offsets are those of `HeaderText.text`. */
export interface TitleCandidate {
  start: number;
  end: number;
  /** Length of what stands before the document words: year and body. */
  before: number;
  text: string;
  score: number;
  line: HeaderLine;
}

/** A title may be broken over this many lines: body, year and subject, 年度报告. */
const TITLE_LINES_MAX = 3;
const TITLE_LENGTH_MAX = 70;

interface Shape {
  /** Offset of the title in the text it was looked for in. */
  from: number;
  length: number;
  before: number;
}

/** Does the text, announced or not, look like a title from its first character to its last? */
function titleShape(text: string, words: HeaderLookups['words']): Shape | null {
  const label = words.title.label.exec(text)?.[0].length ?? 0;
  const body = text.slice(label);
  if (body.length > TITLE_LENGTH_MAX || words.title.mention.test(body)) return null;
  const whole = words.title.pattern.exec(body);
  const closing = /[》”"]$/.test(body) ? 1 : 0;
  if (whole) return { from: label, length: body.length - closing, before: whole[1]!.length };
  const cut = body.replace(words.title.siteSuffix, '');
  const short = cut === body ? null : words.title.pattern.exec(cut);
  return short ? { from: label, length: cut.length, before: short[1]!.length } : null;
}

/** May the second line go on where the first one broke off? */
const sameText = (first: HeaderLine, next: HeaderLine): boolean =>
  next.kind === first.kind && (first.kind === 'paragraph' || next.block === first.block);

/** A title with the opening glued on: 某县2020年政府信息公开工作年度报告本报告根据… */
function openingTitle(line: HeaderLine, words: HeaderLookups['words']): TitleCandidate | null {
  const match = line.kind === 'paragraph' ? words.title.opening.exec(line.text) : null;
  if (!match || match[0].length > TITLE_LENGTH_MAX || words.title.mention.test(match[0])) return null;
  const shape = { from: 0, length: match[0].length, before: match[1]!.length };
  const score = scoreOf(match[0], shape, line, 1, words) - 1;
  const place = { start: line.start, end: line.start + shape.length };
  return { ...place, before: shape.before, text: match[0], score, line };
}

/** Length of a line that holds the year alone: （2022年度） under the title. */
function yearLineLength(lines: HeaderLine[], index: number, words: HeaderLookups['words']): number {
  const line = lines[index];
  if (line?.kind !== 'paragraph') return 0;
  const rest = line.text.replace(words.year, '');
  return rest !== line.text && /^[()]*$/.test(rest) ? line.text.length : 0;
}

/** Joins a line with those after it until a title stands there. A line that is a title already is not joined. */
function candidateAt(
  header: HeaderText,
  lines: HeaderLine[],
  index: number,
  words: HeaderLookups['words'],
): TitleCandidate | null {
  const first = lines[index]!;
  let text = first.text;
  for (let joined = 1; joined <= TITLE_LINES_MAX; joined += 1) {
    const shape = titleShape(text, words);
    if (shape) {
      const start = first.start + shape.from;
      const yearBelow = yearLineLength(lines, index + joined, words);
      const own = header.text.slice(start, start + shape.length);
      if (yearBelow > 0 && own.search(words.year) < 0) shape.length += yearBelow;
      const title = header.text.slice(start, start + shape.length);
      const score = scoreOf(title, shape, first, joined, words);
      return { start, end: start + shape.length, before: shape.before, text: title, score, line: first };
    }
    const next = lines[index + joined];
    const joinable = next && first.kind !== 'cell' && sameText(first, next) && text.length <= 40;
    if (!joinable || /[。;!?]$/.test(text) || words.published.dateLine.test(next.text)) return null;
    if (header.text.slice(first.start, next.end).length > TITLE_LENGTH_MAX) return null;
    text = header.text.slice(first.start, next.end);
  }
  return null;
}

function scoreOf(
  title: string,
  shape: Shape,
  line: HeaderLine,
  joined: number,
  words: HeaderLookups['words'],
): number {
  const year = [...title.matchAll(words.year)].length > 0;
  const named = title.slice(0, shape.before).replace(words.year, '').replace(words.issuer.trim, '');
  const suffixed = words.issuer.suffix.test(named) || named.endsWith('人民');
  let score = 1 + (year ? 3 : 0) + (named.length >= 2 ? 2 : 0) + (suffixed ? 1 : 0);
  // A line above that merely happens to be joinable must not win over the title itself.
  score -= (joined - 1) * (suffixed ? 0.25 : 1);
  if (shape.from > 0) score += 1;
  if (line.headingLevel !== undefined) score += 1;
  if (line.kind !== 'paragraph') score -= 0.5;
  return score;
}

/**
 * Every place that looks like a title, in reading order. Overlapping readings (a line alone, and joined with the
 * line above) are all there.
 */
export function findTitleCandidates(header: HeaderText, words: HeaderLookups['words']): TitleCandidate[] {
  const found: TitleCandidate[] = [];
  for (const kind of ['paragraph', 'cell', 'piece'] as const) {
    const lines = header.lines.filter((line) => line.kind === kind);
    lines.forEach((line, index) => {
      const short = line.text.length <= TITLE_LENGTH_MAX;
      const candidate =
        (short ? candidateAt(header, lines, index, words) : null) ?? openingTitle(line, words);
      if (candidate) found.push(candidate);
    });
  }
  return found.sort((left, right) => left.start - right.start || right.score - left.score);
}

/** One candidate a place: of readings that overlap, the one with the best score. */
export function distinctTitles(candidates: readonly TitleCandidate[]): TitleCandidate[] {
  const kept: TitleCandidate[] = [];
  for (const candidate of candidates) {
    const last = kept.at(-1);
    if (!last || candidate.start >= last.end) kept.push(candidate);
    else if (candidate.score > last.score) kept[kept.length - 1] = candidate;
  }
  return kept;
}

/** The candidate with the best score; the first of equals. */
export function bestTitle(candidates: readonly TitleCandidate[]): TitleCandidate | null {
  let best: TitleCandidate | null = null;
  for (const candidate of candidates) if (!best || candidate.score > best.score) best = candidate;
  return best;
}

/** The title that the carrier states outside the text, without the name of the site. */
function titleOfMetadata(header: HeaderText, words: HeaderLookups['words']): Field<string> {
  for (const name of words.title.metadata) {
    for (const entry of header.parsed.metadata) {
      if (entry.name !== name) continue;
      const raw = entry.value.trim().replace(/\s*[-_|—–].*$/u, (suffix) => (suffix.length > 3 ? '' : suffix));
      const shape = titleShape(tidyName(raw, words), words);
      if (shape && raw !== '') return fieldOfMetadata(raw, tidyName(raw, words));
    }
  }
  return missingField();
}

/** How much of a title stands before its document words; null where the text is no title. */
export function beforeDocumentWords(title: string, words: HeaderLookups['words']): number | null {
  return words.title.pattern.exec(title)?.[1]?.length ?? null;
}

/** The document's title as printed, also where it is broken over lines; `value` is without white space. */
export function findTitle(header: HeaderText, lookups: Pick<HeaderLookups, 'words'>): Field<string> {
  const best = bestTitle(findTitleCandidates(header, lookups.words));
  const field = best ? fieldAt(header, best.start, best.end, '') : null;
  // A bare 政府信息公开工作年度报告 may be a menu entry: what the carrier says is better then.
  if (!field || best!.score < 2) {
    const stated = titleOfMetadata(header, lookups.words);
    if (stated.value !== null) return stated;
  }
  return field ? { ...field, value: tidyName(field.raw!, lookups.words) } : missingField();
}
