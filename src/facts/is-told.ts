import { clauseWords } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';
import type { WordTagger } from './word-tagger.js';

const UNASKED = new Set(['late', 'outcome']);

/** 办完的里面有2件是延期的: what follows says that it is some of them. */
export const isTold = ({ after }: QuantityPiece, tag: WordTagger): boolean =>
  /^(?:是|为|属|系|因|由于|经)/.test(after) &&
  clauseWords(tag(after)).slices.some((slice) => UNASKED.has(slice));
