import { type ClauseWords, clauseWords } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';
import type { TaggedText, WordTagger } from './word-tagger.js';

/**
 * A list of things and a list of numbers in the same order:
 *
 *     当面、网络、信函申请分别为 2 件、1 件、0 件
 *
 * Each number is given its own thing. If there are more or fewer numbers than things, none of them is known.
 */
export function respectively(
  pieces: readonly QuantityPiece[],
  tag: WordTagger,
): Map<QuantityPiece, ClauseWords> {
  const shared = new Map<QuantityPiece, ClauseWords>();
  for (const [at, first] of pieces.entries()) {
    if (!EACH.test(first.before)) continue;
    const list = tag([...first.leads.slice(-1).map((lead) => lead.text), first.before].join('、'));
    const own = tag(first.before);
    const things = thingsOf(own).length > 1 ? thingsOf(own) : thingsOf(list);
    if (things.length < 2) continue;
    const run = [first, ...followers(pieces.slice(at + 1))];
    if (run.length === 1) continue;
    const whole = clauseWords(own);
    for (const [i, piece] of run.entries()) {
      const thing = things.length === run.length ? things[i]! : null;
      shared.set(piece, {
        ...whole,
        ...(thing ?? { subject: null, slices: [], isForeign: true }),
        residue: '',
      });
    }
  }
  return shared;
}

const EACH = /分别|依次|各自?(?!类|种|项|级|部门|单位|科|镇|乡|街)(?=\p{Script=Han}{0,8}$)/u;

/** What was done with all of them. */
const ACTS = new Set(['received', 'carried']);

type Thing = Pick<ClauseWords, 'slices'> & { subject: string | null };

/** The slices that are listed, or the subjects where there are no slices. */
function thingsOf({ tags }: TaggedText): Thing[] {
  const slices = tags.filter(({ word }) => word.role === 'slice' && !ACTS.has(word.name));
  const subject = tags.findLast(({ word }) => word.role === 'subject')?.word.name ?? null;
  if (slices.length > 1)
    return slices.map(({ word }) => ({ subject: subject ?? word.of ?? null, slices: [word.name] }));
  return tags
    .filter(({ word }) => word.role === 'subject')
    .map(({ word }) => ({ subject: word.name, slices: [] }));
}

/** Numbers that follow with nothing but the sign of a list between. */
function followers(pieces: readonly QuantityPiece[]): QuantityPiece[] {
  const end = pieces.findIndex(({ before, leads }) => leads.length > 0 || !/^[、和及与]?$/.test(before));
  return end < 0 ? [...pieces] : pieces.slice(0, end);
}
