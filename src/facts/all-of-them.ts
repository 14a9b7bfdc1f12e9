import { clauseWords } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';
import type { WordTagger } from './word-tagger.js';

const ALL = /^(?:其实)?(?:均|全部?|都|皆|俱|一律)/;
/** Slices that every one of them may be: the form asks for them beside the whole. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  requests: ['inPerson', 'online', 'letter', 'fax'],
  staff: ['fullTime', 'partTime'],
};

/**
 * The slices that a clause behind a quantity says of all that it counts:
 *
 *     新收申请 5 件,均为自然人,全部从网上提交       online: 5 as well
 *
 * A whole may be closed as a whole: 新收 26 件,结转 1 件,一共 27 件,全部办结.
 */
export function allOfThem(
  { trails }: QuantityPiece,
  subject: string,
  hasWhole: boolean,
  tag: WordTagger,
): string[][] {
  const asked = [...(ASKED[subject] ?? []), ...(hasWhole && subject === 'requests' ? ['closed'] : [])];
  return trails.flatMap((trail) => {
    if (!ALL.test(trail)) return [];
    const own = clauseWords(tag(trail)).slices.filter((slice) => asked.includes(slice));
    return own.length === 1 ? [own] : [];
  });
}
