import type { HeaderLookups } from '../model/header-lookups.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import { type Rule, rulesInForce } from '../model/rule.js';
import { type HeaderLine, type HeaderText, readHeaderText } from './header-text.js';

type Words = HeaderLookups['words'];

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

/** Where a title may begin. */
interface TitleSpot {
  header: HeaderText;
  /** All lines of one kind. */
  lines: readonly HeaderLine[];
  index: number;
  words: Words;
}

interface TitleShape {
  /** Offset of the title in its first line. */
  from: number;
  length: number;
  before: number;
  /** Lines that it takes. */
  lineCount: number;
  /** Text goes on behind it without a break. */
  isGlued: boolean;
}

/** Kinds of lines in which titles are looked for. */
const titlePlaces: readonly (Rule & { kind: HeaderLine['kind'] })[] = [
  { name: 'title-in-paragraph', kind: 'paragraph' },
  { name: 'title-in-cell', kind: 'cell' },
  { name: 'title-in-long-paragraph', kind: 'piece' },
];

/** Shapes of a title. The first one found at a line stands. */
const titleShapes: readonly (Rule & { find: (spot: TitleSpot) => TitleShape | null })[] = [
  { name: 'title-on-one-line', find: onOneLine },
  { name: 'title-over-lines', find: overLines },
  { name: 'title-before-opening', find: beforeOpening },
  { name: 'title-is-bare', find: bareHeading },
];

/** What speaks for a candidate, and against it. */
const titleWeights: readonly (Rule & { weigh: (title: WeighedTitle) => number })[] = [
  { name: 'title-says-year', weigh: ({ hasYear }) => (hasYear ? 3 : 0) },
  { name: 'title-says-name', weigh: ({ named }) => (named.length >= 2 ? 2 : 0) },
  { name: 'title-says-body', weigh: ({ hasBody }) => (hasBody ? 1 : 0) },
  // A line above that merely happens to be joinable must not win over the title itself.
  {
    name: 'title-is-joined',
    weigh: ({ shape, hasBody }) => -(shape.lineCount - 1) * (hasBody ? 0.25 : 1),
  },
  { name: 'title-begins-above', weigh: ({ shape, opens }) => (shape.lineCount > 1 && opens ? 0.5 : 0) },
  { name: 'title-is-announced', weigh: ({ shape }) => (shape.from > 0 ? 1 : 0) },
  { name: 'title-is-heading', weigh: ({ line }) => (line.headingLevel === undefined ? 0 : 1) },
  { name: 'title-stands-aside', weigh: ({ line }) => (line.kind === 'paragraph' ? 0 : -0.5) },
  { name: 'title-is-glued', weigh: ({ shape }) => (shape.isGlued ? -1 : 0) },
];

export const titleCandidateRules: readonly Rule[] = [...titlePlaces, ...titleShapes, ...titleWeights];

interface WeighedTitle {
  shape: TitleShape;
  line: HeaderLine;
  hasYear: boolean;
  /** The name before the document words, without year and decoration. */
  named: string;
  hasBody: boolean;
  /** Its first line is the head of a name: 国家税务总局. */
  opens: boolean;
}

/** A title may be broken over this many lines: body, year and subject, 年度报告. */
const TITLE_LINES_MAX = 4;
const TITLE_LENGTH_MAX = 70;

/** Some programs print a title twice without a break. */
const PRINTED_TWICE = /^(.{10,60})\1$/u;

/** Does the text, announced or not, look like a title from its first character to its last? */
export function titleShape(text: string, words: Words): Omit<TitleShape, 'lineCount' | 'isGlued'> | null {
  const label = words.title.label.exec(text)?.[0].length ?? 0;
  const printed = text.slice(label);
  const body = PRINTED_TWICE.exec(printed)?.[1] ?? printed;
  if (body.length > TITLE_LENGTH_MAX || words.title.mention.test(body)) return null;
  const whole = words.title.pattern.exec(body);
  const closing = (words.title.note.exec(body) ?? /[》”"]?,?$/.exec(body)!)[0].length;
  if (whole) return { from: label, length: body.length - closing, before: whole[1]!.length };
  const cut = body.replace(words.title.siteSuffix, '');
  const short = cut === body ? null : words.title.pattern.exec(cut);
  return short ? { from: label, length: cut.length, before: short[1]!.length } : null;
}

function onOneLine({ lines, index, words }: TitleSpot): TitleShape | null {
  const { text } = lines[index]!;
  const shape = text.length <= TITLE_LENGTH_MAX ? titleShape(text, words) : null;
  return shape && { ...shape, lineCount: 1, isGlued: false };
}

/** Joins a line with those below until a title stands there. */
function overLines({ header, lines, index, words }: TitleSpot): TitleShape | null {
  const first = lines[index]!;
  if (first.kind === 'cell' || !beginsTitle(first.text, words)) return null;
  let { text } = first;
  for (let lineCount = 2; lineCount <= TITLE_LINES_MAX; lineCount += 1) {
    const next = lines[index + lineCount - 1];
    if (!next || !sameText(first, next) || text.length > 40) return null;
    if (/[。;!?]$/.test(text) || words.published.dateLine.test(next.text)) return null;
    if (words.title.mention.test(next.text)) return null;
    text = header.text.slice(first.start, next.end);
    if (text.length > TITLE_LENGTH_MAX) return null;
    const shape = titleShape(text, words);
    if (shape) return { ...shape, lineCount, isGlued: false };
  }
  return null;
}

/** The first of several lines names a body or a year, or speaks of the subject; 第1页 and 内部资料 do not, and no signature with its day. */
const beginsTitle = (text: string, { issuer, year, published }: Words): boolean =>
  !published.signature.test(text) &&
  !/^\([^()]*\)$/.test(text) &&
  (issuer.suffix.test(text.replace(/:$/, '')) ||
    issuer.zone.test(text) ||
    issuer.prefix.test(text) ||
    /公开|信息|年报/.test(text) ||
    text.search(year) >= 0);

/** May the second line go on where the first one broke off? */
const sameText = (first: HeaderLine, next: HeaderLine): boolean =>
  next.kind === first.kind && (first.kind === 'paragraph' || next.block === first.block);

/** A title with the opening glued on: 某县2020年政府信息公开工作年度报告本报告根据… */
function beforeOpening({ lines, index, words }: TitleSpot): TitleShape | null {
  const line = lines[index]!;
  if (line.kind !== 'paragraph') return null;
  // The labels of an index card end with that of the title: 关键词文件下载时效某县2020年…年度报告根据…
  for (const from of new Set([words.title.label.exec(line.text)?.[0].length ?? 0, 0])) {
    const match = words.title.opening.exec(line.text.slice(from));
    if (!match || match[0].length > TITLE_LENGTH_MAX || words.title.mention.test(match[0])) continue;
    return { from, length: match[0].length, before: match[1]!.length, lineCount: 1, isGlued: true };
  }
  return null;
}

/** 2019年度年报, as a heading: the page around it says of what. */
function bareHeading({ lines, index, words }: TitleSpot): TitleShape | null {
  const line = lines[index]!;
  if (line.headingLevel === undefined || !words.title.bare.test(line.text)) return null;
  return { from: 0, length: line.text.length, before: 0, lineCount: 1, isGlued: false };
}

/** Length of a line that holds the year alone: （2022年度） under the title. */
function yearLineLength(line: HeaderLine | undefined, words: Words): number {
  if (line?.kind !== 'paragraph') return 0;
  const rest = line.text.replace(words.year, '');
  return rest !== line.text && /^[()]*$/.test(rest) ? line.text.length : 0;
}

/** With the line of the year below it, where the title itself has none. */
function withYearBelow(shape: TitleShape, { header, lines, index, words }: TitleSpot): TitleShape {
  const yearBelow = shape.isGlued ? 0 : yearLineLength(lines[index + shape.lineCount], words);
  const start = lines[index]!.start + shape.from;
  const own = header.text.slice(start, start + shape.length);
  return yearBelow > 0 && own.search(words.year) < 0 ? { ...shape, length: shape.length + yearBelow } : shape;
}

type Lookups = Pick<HeaderLookups, 'words' | 'without'>;

function candidateAt(spot: TitleSpot, { without, words }: Lookups): TitleCandidate | null {
  const line = spot.lines[spot.index]!;
  for (const { find } of rulesInForce(titleShapes, without)) {
    const found = find(spot);
    if (!found) continue;
    const shape = withYearBelow(found, spot);
    const start = line.start + shape.from;
    const text = spot.header.text.slice(start, start + shape.length);
    const named = text.slice(0, shape.before).replace(words.year, '').replace(words.issuer.trim, '');
    const weighed = {
      ...{ shape, line, named, hasYear: text.search(words.year) >= 0 },
      hasBody: words.issuer.suffix.test(named) || named.endsWith('人民'),
      opens: words.issuer.prefix.exec(line.text)?.[0].length === line.text.length,
    };
    const score = rulesInForce(titleWeights, without).reduce((sum, { weigh }) => sum + weigh(weighed), 1);
    return { start, end: start + shape.length, before: shape.before, text, score, line };
  }
  return null;
}

/**
 * Every place that looks like a title, in reading order. Overlapping readings (a line alone, and joined with the
 * line above) are all there.
 */
function findTitleCandidates(header: HeaderText, lookups: Lookups): TitleCandidate[] {
  const { words, without } = lookups;
  return rulesInForce(titlePlaces, without)
    .flatMap(({ kind }) => {
      const lines = header.lines.filter((line) => line.kind === kind);
      return lines.flatMap((_, index) => candidateAt({ header, lines, index, words }, lookups) ?? []);
    })
    .sort((left, right) => left.start - right.start || right.score - left.score);
}

/** The folded text of a document and every place in it that looks like a title: found once, and asked by several stages. */
export interface TitledText {
  header: HeaderText;
  titles: TitleCandidate[];
}

export function readTitledText(parsed: ParsedDocument, lookups: Lookups): TitledText {
  const header = readHeaderText(parsed, lookups);
  return { header, titles: findTitleCandidates(header, lookups) };
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
