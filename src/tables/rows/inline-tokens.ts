import type { Place } from '../../model/parsed-document.js';
import { halfWidthDigits } from '../../words/half-width-digits.js';
import { parseCell } from '../../words/parse-cell.js';
import type { Token } from '../token.js';

/**
 * Cuts a line without cell borders into labels and runs of digits:
 *
 *   一、本年新收政府信息公开申请数量 713000074二、上年结转…  3.其他 0200002（七）总计
 *   label----------------------------run------label------  label- run----label--
 *
 * A digit before a label's "." or "、" is that label's ordinal. A number that goes on with a measure word, a year, a
 * percentage or a bracket of a document number is prose and stays in the label; so does one that a letter broke (573.O2).
 */
const NUMBER_RUN = /[-+−]?\d(?:[\d-]|,(?=\d)|\.(?=\d))*/gu;
const PROSE_BEHIND =
  /^(?:\/|\s{0,2}(?:[件条次个项份宗篇人家期场名年月日号时天届位所类种余多倍分只间处部级楼室亩平公]|%|％|〕|\]|℃|[@:：]|[.,．]?[a-z]))/iu;
const UNIT_BEHIND = /^\s?(?:亿元|万元|元)/u;
const ORDINAL_BEHIND = /^[.、．](?=\s?[^\d\sA-Za-z])/u;
const PROSE_BEFORE = /(?:第|〔|\[|[a-z./@:：]|\d[-—－])$/iu;
const PLACEHOLDER_WORDS = /(?<=\s|^)(?:[-—－/／]{1,3}|无)(?=\s|$)/gu;

/** Numbers whose sign is a word, and numbers with a note: 减4, 22（其中修订16件）. They stand alone between spaces. */
const WORDED_NUMBERS = /(?<=\s|^)(?:[增减]少?加?\d+|\d+[（(][^（）()]{1,20}[)）])(?=\s|$)/gu;

/** Figures in which a letter stands for a digit: 1O, 573.O2, l. Between spaces they are values that can't be read. */
const BROKEN_NUMBERS =
  /(?<=\s|^)(?:[OolI]|(?=[\d.,]*[OolI])(?=[OolI.,]*\d)[\dOolI][\dOolI.,]{0,11})(?=\s|$)/gu;

/** Placeholders of neighbouring cells without a border: 无无无. */
const PLACEHOLDER_RUN = /无{2,}|(?<![:：/])\/{2,}/gu;

interface Piece {
  start: number;
  end: number;
}

export function inlineTokens(text: string, place: Place, block: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const pushLabel = (end: number) => {
    const range = trim(text, at, end);
    if (range) tokens.push(token('label', text, range, place, block));
  };
  for (const piece of valuePieces(text)) {
    pushLabel(piece.start);
    tokens.push(token(valueKind(text, piece), text, piece, place, block));
    at = piece.end;
  }
  pushLabel(text.length);
  return tokens.map((t, i) => (isLoneNumber(tokens, i) ? { ...t, kind: 'run' } : t));
}

/** The only number between two labels may be one cell or a whole row without borders. */
function isLoneNumber(tokens: Token[], i: number): boolean {
  const isLabel = (t: Token | undefined) => t === undefined || t.kind === 'label';
  if (tokens.length === 1) return false;
  const digits = digitsOf(tokens[i]!.text);
  return tokens[i]!.kind === 'value' && digits.length > 1 && isLabel(tokens[i - 1]) && isLabel(tokens[i + 1]);
}

function valueKind(text: string, piece: Piece): Token['kind'] {
  const glued = (i: number) => i >= 0 && i < text.length && !/\s/u.test(text[i]!);
  return glued(piece.start - 1) || glued(piece.end) ? 'run' : 'value';
}

const digitsOf = (text: string): string => halfWidthDigits(text).replace(/\D/gu, '');

/** The number of a page between two dashes. */
const PAGE_NUMBER = /^\s*[-—–]\s*\d{1,4}\s*[-—–]\s*$/u;

function valuePieces(printed: string): Piece[] {
  const text = halfWidthDigits(printed);
  if (PAGE_NUMBER.test(text)) return [];
  const pieces: Piece[] = [];
  for (const match of text.matchAll(NUMBER_RUN)) {
    const start = match.index;
    let end = start + match[0].length;
    const behind = text.slice(end, end + 4);
    if (PROSE_BEFORE.test(text.slice(Math.max(0, start - 2), start))) continue;
    if (ORDINAL_BEHIND.test(behind)) end -= 1;
    else if (UNIT_BEHIND.test(behind)) end += UNIT_BEHIND.exec(behind)![0].length;
    else if (PROSE_BEHIND.test(behind)) continue;
    if (end > start) pieces.push({ start, end });
  }
  for (const match of text.matchAll(PLACEHOLDER_RUN)) {
    for (let i = 0; i < match[0].length; i++)
      pieces.push({ start: match.index + i, end: match.index + i + 1 });
  }
  for (const pattern of [PLACEHOLDER_WORDS, WORDED_NUMBERS, BROKEN_NUMBERS]) {
    for (const match of text.matchAll(pattern)) {
      pieces.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return pieces
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((p, i, all) => i === 0 || p.start >= all[i - 1]!.end);
}

function trim(text: string, start: number, end: number): Piece | null {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : null;
}

function token(kind: Token['kind'], text: string, piece: Piece, place: Place, block: number): Token {
  const sliced = text.slice(piece.start, piece.end);
  const inner: Place = { start: place.start + piece.start, end: place.start + piece.end };
  const isValue = kind === 'run' && parseCell(sliced).kind === 'number' && digitsOf(sliced).length === 1;
  return { kind: isValue ? 'value' : kind, text: sliced, place: inner, block };
}
