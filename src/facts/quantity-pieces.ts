import type { Quantity } from '../words/parse-quantity.js';
import { isQuantity, quantityIndexOf, type Skeleton } from './skeleton.js';

/** A clause without a quantity, and whether a colon ends it: what follows is of it. */
interface Lead {
  text: string;
  isHead: boolean;
}

/** A quantity with the words around it. */
export interface QuantityPiece {
  /** Index of its sign in the skeleton. */
  index: number;
  quantity: Quantity;
  /** The clause before it, from a sign of punctuation or another quantity on. */
  before: string;
  /** What follows in its clause. */
  after: string;
  /** The clauses without a quantity between the quantity before and this one's own clause. */
  leads: readonly Lead[];
  /** The clauses without a quantity behind its own, up to a semicolon or the next clause with one. */
  trails: readonly string[];
  /** A semicolon, or nothing at all, stands between it and the quantity before. */
  isFresh: boolean;
}

const BOUNDARY = /[,;:]/;
/** 比上年增加2件 says nothing new. */
const COMPARED = /^(?:比|较|同比|环比|与|增|减|占)/;
const SHORT_CLAUSE = 8;
const LINK = /^(?:就|共|占|为|是|即|计|达到?|有|计有|共有)+$/;
/** The head of a number that a blank has torn: 1 206条. The quantity is in doubt all the same. */
const TORN = /(\d{1,3})\s$/;

/** The quantities of a sentence, each with its words. */
export function quantityPieces({ text, quantities }: Skeleton): QuantityPiece[] {
  const pieces: QuantityPiece[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isQuantity(text[at])) continue;
    const between = behindList(text.slice(from, at), pieces.length > 0);
    const clauses = between.split(/(?<=[,;:])/);
    const last = clauses.at(-1)!;
    // 其次是信函,4件: a short clause before a bare quantity is its own.
    const isShort = last.endsWith(',') && last.length <= SHORT_CLAUSE && clauses.length > 1;
    const isOwn = isShort || !BOUNDARY.test(last.at(-1) ?? '');
    // 网站公开的占91%,为1378条.
    if (isOwn && LINK.test(last) && clauses.length > 1 && clauses.at(-2)!.endsWith(',')) {
      clauses.splice(-2, 2, clauses.at(-2)!.slice(0, -1) + last);
    }
    const leads = (isOwn ? clauses.slice(0, -1) : clauses).map((clause) => ({
      text: clause.slice(0, -1),
      isHead: clause.endsWith(':'),
    }));
    const quantity = quantities[quantityIndexOf(text[at]!)]!;
    const before = isOwn ? clauses.at(-1)!.replace(/,$/, '') : '';
    const torn = TORN.exec(before);
    pieces.push({
      index: at,
      quantity: torn ? { ...quantity, value: Number(torn[1]! + quantity.raw.replace(/\D/g, '')) } : quantity,
      before: torn ? before.slice(0, torn.index) : before,
      after: afterOf(text, at + 1),
      trails: trailsOf(text, at + 1),
      leads: leads.filter((lead) => lead.text !== ''),
      isFresh: pieces.length === 0 || between.includes(';'),
    });
    from = at + 1;
  }
  return pieces;
}

/** 2名专职、1名兼职: what stands before the sign of the list is the quantity's before it. */
function behindList(between: string, followsQuantity: boolean): string {
  if (!followsQuantity || BOUNDARY.test(between)) return between;
  const sign = between.indexOf('、');
  return sign > 0 ? between.slice(sign) : between;
}

function afterOf(text: string, from: number): string {
  let to = from;
  while (to < text.length && !BOUNDARY.test(text[to]!) && !isQuantity(text[to])) to += 1;
  const after = text.slice(from, to);
  // 2名专职、1名兼职: what stands behind the sign of the list is the next one's.
  return isQuantity(text[to]) ? after.split('、')[0]! : after;
}

function trailsOf(text: string, from: number): string[] {
  const [own = '', ...clauses] = text.slice(from).split(';')[0]!.split(/[,:]/);
  if ([...own].some(isQuantity)) return [];
  const trails: string[] = [];
  for (const clause of clauses) {
    const isCounted = [...clause].some(isQuantity);
    if (isCounted && !COMPARED.test(clause)) break;
    if (!isCounted && clause !== '') trails.push(clause);
  }
  return trails;
}
