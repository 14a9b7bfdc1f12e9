import type { Spoken } from './classify-aids.js';
import { type ClauseWords, clauseWords, saysSomething } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';
import type { TaggedText, WordTagger } from './word-tagger.js';

/** 由5件增加到8件: the second number is of the words of the first. */
export const TO = /^(?:增加|减少|上升|下降|提高|扩大|增长|增|减|升|降)(?:到|至|为)(?:(?:19|20)\d\d年的?)?$/;

/** 166件申请里信函最多: what follows is said of some of them. */
const AMONG = /(?<=^\p{Script=Han}{0,6})(?:之|当)?[中里].*$/u;

/** The words of the quantity's own clause; those behind it where none stand before; null if there is something else. */
export function wordsOf(
  piece: QuantityPiece,
  before: TaggedText,
  tag: WordTagger,
  { origin }: Spoken,
): ClauseWords | null {
  if (origin && TO.test(piece.before)) return origin;
  const own = clauseWords(before);
  const after = tag(piece.after.replace(AMONG, ''));
  const behind = clauseWords(after);
  if (own.isForeign && behind.slices.includes('trainee')) return behind;
  // 40名工作人员参加.
  if (!own.isNamed && behind.slices.includes('trainee'))
    return { ...behind, subject: 'training', slices: ['trainee'], isNamed: true, isForeign: false };
  if (saysSomething(own)) {
    // 发放3份传单.
    if (!own.isNamed && behind.isForeign && after.tags[0]?.start === 0) return behind;
    // 制发5件规范性文件, 召开3次会议.
    const isObject = !own.isNamed && !own.isForeign && behind.isNamed && after.tags[0]?.start === 0;
    return isObject ? { ...own, subject: behind.subject, isNamed: true, isForeign: false } : own;
  }
  const isBehind = saysSomething(behind) && after.tags[0]?.start === 0;
  if (own.residue !== '' && !isBehind) return null;
  if (/^[、和及与]/.test(piece.after)) return own;
  if (!saysSomething(behind)) return behind.residue === '' ? own : null;
  return {
    ...behind,
    residue: own.residue + behind.residue,
    isPart: own.isPart || behind.isPart,
    hasWhole: own.hasWhole || behind.hasWhole,
  };
}
