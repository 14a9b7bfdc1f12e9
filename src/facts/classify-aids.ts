import type { FactFrame } from '../model/prose-words.js';
import type { ClauseWords } from './clause-words.js';
import type { WordTagger } from './word-tagger.js';

/** What the words of a sentence are held against. */
export interface ClassifyAids {
  tag: WordTagger;
  frames: readonly FactFrame[];
  /** Subjects of the nearest heading. */
  heading: readonly string[];
  /** The subject of the sentences before, under the same heading. */
  topic: string | null;
  /** The body that reports, where it is known. */
  issuer: string | null;
}

/** What the sentence has said before a quantity. */
export interface Spoken {
  subject: string | null;
  isForeign: boolean;
  /** Something foreign was a training. */
  isTraining: boolean;
  isPlanned: boolean;
  /** A head says that what follows is of half a year: 上半年:公开121条;收到申请1件. */
  isOfHalf: boolean;
  /** The clauses before speak of somebody below the body. */
  isPart: boolean;
  /** Slices of the head of a list: 公报公开:上半年8条,全年20条. */
  head: readonly string[];
  /** The carrier of information that was named last. */
  channel: readonly string[];
  /** The quantity before was none of the year's own. */
  isVetoed: boolean;
  /** The words of the quantity before: of 由5件, for 增加到8件. */
  origin: ClauseWords | null;
}
