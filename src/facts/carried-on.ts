import { type ClauseWords, clauseWords } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';
import type { WordTagger } from './word-tagger.js';

/** 余下一件因需征求意见,转入下一年办理: the clause behind says where it went. */
export const carriedOn = (
  { trails }: QuantityPiece,
  topic: string | null,
  { subject, isNamed }: ClauseWords,
  tag: WordTagger,
): boolean =>
  !isNamed &&
  (subject ?? topic) === 'requests' &&
  trails.some((trail) => clauseWords(tag(trail)).slices.includes('forward') && !/没有|无|未/.test(trail));
