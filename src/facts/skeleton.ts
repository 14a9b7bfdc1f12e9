import { bareQuantities } from '../words/bare-quantities.js';
import { parseQuantity, type Quantity } from '../words/parse-quantity.js';
import type { FactSentence } from './split-sentences.js';

/**
 * A sentence in which every quantity is one private-use sign, so that shapes can speak of "the number" and clauses
 * end at numbers as well as at commas.
 */
export interface Skeleton {
  sentence: FactSentence;
  text: string;
  /** In order of place. The n-th is the sign QUANTITY_FIRST + n. */
  quantities: Quantity[];
  /** Index in `sentence.text` of each sign of `text`, and of its end. */
  sentenceAt: number[];
}

const QUANTITY_FIRST = 0xe000;
const QUANTITY_COUNT_MAX = 0x1800;
/** For character classes in shapes. */
export const ANY_QUANTITY = '\\ue000-\\uf7ff';

const CLAUSE_END = new RegExp(`[,;:${ANY_QUANTITY}]`);
const LEAD_END = new RegExp(`[;${ANY_QUANTITY}]`);

/** A list of parts begins here. Behind a colon, or 包括, it runs to the end of the sentence, otherwise to the next semicolon. */
const PARTS = /其中(?:包括|包含|有)?:?|(?:中|内)?包括:|中包括:?|分别(?:是|为):?/g;

const UNKNOWN_SIGN = '\ufffd';

/** @param withBare numbers without a measure word are quantities too, where one is asked for: 行政诉讼:2 */
export function skeletonOf(sentence: FactSentence, withBare = false): Skeleton {
  const counted = parseQuantity(sentence.text);
  const bare = withBare ? bareQuantities(sentence.text, counted) : [];
  const quantities = [...counted, ...bare]
    .sort((left, right) => left.start - right.start)
    .slice(0, QUANTITY_COUNT_MAX);
  let text = '';
  const sentenceAt: number[] = [];
  let from = 0;
  const copy = (to: number): void => {
    for (; from < to; from += 1) {
      const sign = sentence.text[from];
      // Signs of icon fonts lie where the skeleton has its quantities.
      text += isQuantity(sign) ? UNKNOWN_SIGN : sign;
      sentenceAt.push(from);
    }
  };
  for (const [index, quantity] of quantities.entries()) {
    if (quantity.start < from) continue;
    copy(quantity.start);
    text += String.fromCharCode(QUANTITY_FIRST + index);
    sentenceAt.push(quantity.start);
    from = quantity.end;
  }
  copy(sentence.text.length);
  sentenceAt.push(sentence.text.length);
  return { sentence, text, quantities, sentenceAt };
}

export const quantityIndexOf = (sign: string): number => sign.charCodeAt(0) - QUANTITY_FIRST;

export const isQuantity = (sign: string | undefined): boolean =>
  sign !== undefined && sign >= '\ue000' && sign <= '\uf7ff';

/** Start of the clause that holds `index`: behind the last comma, colon or quantity before it. */
export function clauseStartAt(text: string, index: number): number {
  return behindLast(text, index, CLAUSE_END);
}

/** Start of what was said between the last quantity (or semicolon) and a clause. */
export function leadStartAt(text: string, clauseStart: number): number {
  if (isQuantity(text[clauseStart - 1])) return clauseStart;
  return behindLast(text, clauseStart, LEAD_END);
}

/** End of the clause that holds `index`. */
export function clauseEndAt(text: string, index: number): number {
  let end = index;
  while (end < text.length && !CLAUSE_END.test(text[end]!)) end += 1;
  return end;
}

function behindLast(text: string, index: number, boundary: RegExp): number {
  let start = index;
  while (start > 0 && !boundary.test(text[start - 1]!)) start -= 1;
  return start;
}

/** Index at which the list of parts that holds `index` begins; null when it stands in none. */
export function partsStartAt(text: string, index: number): number | null {
  let start: number | null = null;
  for (const match of text.matchAll(PARTS)) {
    if (match.index >= index) break;
    start = match.index;
    const list = text.slice(match.index, index);
    const toTheEnd = match[0].endsWith(':') || text[match.index + match[0].length] === ':';
    // 其中 (.. 8件); 共办理12件: a new total ends even an open list.
    if (!toTheEnd && list.includes(';')) start = null;
    if (toTheEnd && /;(?:全年|共|总共|合计)/.test(list)) start = null;
  }
  return start;
}

/** The source text between two indices of the skeleton, as offsets of the parsed text. */
export function placeOf(skeleton: Skeleton, start: number, end: number): { start: number; end: number } {
  const { sentence, sentenceAt } = skeleton;
  return {
    start: sentence.sourceAt[sentenceAt[start]!]!,
    end: sentence.sourceAt[sentenceAt[end]! - 1]! + 1,
  };
}
