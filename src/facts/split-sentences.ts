import { type FoldedText, foldText } from '../words/fold-text.js';

/** A paragraph of running prose; `text` stands at `start` of the parsed text. */
export interface FactParagraph {
  text: string;
  start: number;
  block: number;
}

/** One sentence of folded text, with the way back to the parsed text. */
export interface FactSentence extends FoldedText {
  /** It stood in brackets inside another sentence. */
  aside: boolean;
  /** It asks, and what follows answers. */
  isQuestion: boolean;
  /** What was said just before, at most CONTEXT_LENGTH characters. */
  context: string;
}

const CONTEXT_LENGTH = 120;
/** Nobody writes such a sentence; it is a flattened table. The limit keeps matching linear in the length of a document. */
const SENTENCE_LENGTH_MAX = 800;
/** A printed line shorter than this ends where its author ended it; a longer one may have been wrapped. */
const WRAPPED_LINE_MIN = 18;
const NARROW_LINES_MIN = 12;

const ORDINAL = '(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])';
/** In flattened text a heading follows its predecessor after nothing but white space. */
const BEFORE_ORDINAL = new RegExp(`(?<!\\s)\\s+(?=${ORDINAL})`);
/** 四、收费情况 2014年我局...: a heading and its first sentence on one line. */
const HEADING_THEN_TEXT = new RegExp(`(?<=^${ORDINAL}[^\\s\\d,，。;；:：]{2,30})\\s+(?=\\S)`);
const STARTS_A_LINE = new RegExp(
  `^(?:${ORDINAL}|#|\\||-(?!\\d)|\\d{1,2}[.、](?!\\d)|第[一二三四五六七八九十]{1,3}[章节条])`,
);
/** The line above a passage says what the passage is about. */
const HEADING = /^[^,。;!?]{2,40}$/;
const CLOSED = /[。!?;:|]$/;
/** Short insertions (专(兼)职, 条(件)) stay where they are. */
const ASIDE = /\((?!(?:与|和|同)[^()]{2,12}无关|(?:不|未)涉及|不是|非)([^()]{4,200})\)/g;
const HEADING_ORDINAL = /\([一二三四五六七八九十]{1,3}\)/g;
const TITLE = /《[^《》]{1,120}》/g;

/** 《某某公报》公开43条: the kind of paper stays. */
const CARRIER_TITLE = /^《.{1,12}(公报|政报|[日晚周]报)》$/;

/** Cuts prose into sentences, of simplified characters. Lines that were wrapped in print are joined again; headings stay apart. */
export function splitSentences(
  text: string,
  paragraphs: readonly FactParagraph[],
  variants: ReadonlyMap<string, string> = new Map(),
): FactSentence[] {
  const sentences: FactSentence[] = [];
  let heading = '';
  for (const passage of joinLines(text, paragraphs, variants)) {
    const whole = emptyTitles(passage);
    sentences.push(...sentencesOf(commaAtOrdinals(without(whole, ASIDE, outer)), false, heading));
    for (const match of whole.text.matchAll(ASIDE)) {
      const before = whole.text.slice(Math.max(0, match.index - CONTEXT_LENGTH), match.index);
      const inside = sliceOf(whole, match.index + 1, match.index + match[0].length - 1);
      sentences.push(...sentencesOf(inside, true, before));
    }
    heading = HEADING.test(whole.text) ? whole.text : '';
  }
  return sentences;
}

function sentencesOf(passage: FoldedText, aside: boolean, contextBefore: string): FactSentence[] {
  let context = contextBefore;
  return cutAt(passage, /[。!?]/g).flatMap((whole) => {
    let inList = false;
    return cutOverlong(whole).map((piece) => {
      const sentence = { ...piece, aside: aside || inList, isQuestion: whole.ending === '?', context };
      context = (context + piece.text).slice(-CONTEXT_LENGTH);
      // The rest of a list that was cut is still a list of parts.
      inList ||= /其中|包括/.test(piece.text);
      return sentence;
    });
  });
}

/** Cuts at a comma or semicolon, and never inside a number. */
function cutOverlong(sentence: FoldedText): FoldedText[] {
  const pieces: FoldedText[] = [];
  let from = 0;
  while (sentence.text.length - from > SENTENCE_LENGTH_MAX) {
    const window = sentence.text.slice(from, from + SENTENCE_LENGTH_MAX);
    const pause = Math.max(window.lastIndexOf(';'), window.lastIndexOf('、'), lastComma(window));
    let length = pause > SENTENCE_LENGTH_MAX / 2 ? pause + 1 : SENTENCE_LENGTH_MAX;
    while (length > 1 && /[\d.,]/.test(sentence.text[from + length]!)) length -= 1;
    if (length === 1) length = SENTENCE_LENGTH_MAX;
    pieces.push(sliceOf(sentence, from, from + length));
    from += length;
  }
  pieces.push(sliceOf(sentence, from, sentence.text.length));
  return pieces;
}

/** The comma of 1,362 is none. */
function lastComma(text: string): number {
  let at = text.lastIndexOf(',');
  while (at > 0 && /\d/.test(text[at + 1] ?? '0')) at = text.lastIndexOf(',', at - 1);
  return at;
}

interface Line extends FoldedText {
  start: number;
  end: number;
}

function joinLines(
  text: string,
  paragraphs: readonly FactParagraph[],
  variants: ReadonlyMap<string, string>,
): FoldedText[] {
  const groups: Line[][] = [];
  const lines = paragraphs.flatMap((paragraph) => linesOf(paragraph, variants));
  const wrappedMin = wrappedLength(lines);
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last && continues(last, line, text.slice(last.end, line.start), wrappedMin)) group!.push(line);
    else groups.push([line]);
  }
  return groups.map(concatenate);
}

function concatenate(lines: Line[]): FoldedText {
  const texts: string[] = [];
  const places: number[][] = [];
  for (const line of lines) {
    // Two numbers that only the end of a line held apart stay apart.
    if (/\d$/.test(texts.at(-1) ?? '') && /^\d/.test(line.text)) {
      texts.push(' ');
      places.push([line.start - 1]);
    }
    texts.push(line.text);
    places.push(line.sourceAt);
  }
  return { text: texts.join(''), sourceAt: places.flat() };
}

function linesOf(paragraph: FactParagraph, variants: ReadonlyMap<string, string>): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const printed of paragraph.text.split('\n')) {
    let offset = from;
    for (const piece of printed.split(BEFORE_ORDINAL).flatMap((part) => part.split(HEADING_THEN_TEXT))) {
      const at = paragraph.text.indexOf(piece, offset);
      offset = at + piece.length;
      const start = paragraph.start + at;
      const folded = foldText(piece, variants, [], start);
      if (folded.text !== '') lines.push({ ...folded, start, end: start + piece.length });
    }
    from += printed.length + 1;
  }
  return lines;
}

/** Was the line broken by the margin rather than by its author? */
function continues(last: Line, next: Line, gap: string, wrappedMin: number): boolean {
  if (!/^[^\S\n]*\n[^\S\n]*$/.test(gap) || CLOSED.test(last.text) || STARTS_A_LINE.test(next.text))
    return false;
  if (/[,、(]$/.test(last.text)) return true;
  const heading = STARTS_A_LINE.test(last.text) && !/[,。;]/.test(last.text);
  return !heading && last.text.length >= wrappedMin;
}

/** How full a line must be to have been broken by the margin: in a narrow print most lines are as long as the longest. */
function wrappedLength(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((left, right) => left - right);
  const longest = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const full = lengths.filter((length) => length >= longest - 2).length;
  const isNarrow = lengths.length >= NARROW_LINES_MIN && full >= lengths.length / 3;
  return isNarrow ? Math.min(WRAPPED_LINE_MIN, longest - 2) : WRAPPED_LINE_MIN;
}

/** What a quoted title says is no statement of the report. */
function emptyTitles(passage: FoldedText): FoldedText {
  return without(passage, TITLE, (match) => {
    const kept = CARRIER_TITLE.exec(match[0])?.[1]?.length ?? 0;
    return [match.index + 1, match.index + match[0].length - 1 - kept];
  });
}

const outer = (match: RegExpExecArray): [number, number] => [match.index, match.index + match[0].length];

/** 主动公开情况(一)公开数量: the ordinal ends what stood before. */
function commaAtOrdinals(passage: FoldedText): FoldedText {
  const text = passage.text.replace(HEADING_ORDINAL, (ordinal) => ','.repeat(ordinal.length));
  return { text, sourceAt: passage.sourceAt };
}

function without(
  passage: FoldedText,
  pattern: RegExp,
  rangeOf: (match: RegExpExecArray) => [number, number],
): FoldedText {
  let from = 0;
  const kept: FoldedText[] = [];
  for (const match of passage.text.matchAll(pattern)) {
    const [start, end] = rangeOf(match);
    kept.push(sliceOf(passage, from, start));
    from = end;
  }
  kept.push(sliceOf(passage, from, passage.text.length));
  return {
    text: kept.map((piece) => piece.text).join(''),
    sourceAt: kept.flatMap((piece) => piece.sourceAt),
  };
}

const sliceOf = (passage: FoldedText, start: number, end: number): FoldedText => ({
  text: passage.text.slice(start, end),
  sourceAt: passage.sourceAt.slice(start, end),
});

/** The pieces between signs, each with the sign that ends it. */
function cutAt(passage: FoldedText, pattern: RegExp): (FoldedText & { ending: string })[] {
  const pieces: (FoldedText & { ending: string })[] = [];
  let from = 0;
  for (const match of [...passage.text.matchAll(pattern), null]) {
    const end = match === null ? passage.text.length : match.index;
    if (end > from) pieces.push({ ...sliceOf(passage, from, end), ending: match?.[0] ?? '' });
    from = end + 1;
  }
  return pieces;
}
