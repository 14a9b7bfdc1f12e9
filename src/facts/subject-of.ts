import type { ClassifyAids, Spoken } from './classify-aids.js';
import type { ClauseWords } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';
import type { Skeleton } from './skeleton.js';

/** Ways of asking are said of many things: they are believed only where requests are the matter. */
export function subjectOf(
  words: ClauseWords,
  spoken: Spoken,
  { heading, topic, tag }: ClassifyAids,
  { sentence, text }: Skeleton,
  piece: QuantityPiece,
): string | null {
  const { quantity } = piece;
  const { subject, isNamed, hasWhole } = words;
  // 规范性文件方面,以厅名义发布7件: the thing was named before.
  if (
    words.isBare &&
    piece.leads.length > 0 &&
    TOLD_BEFORE.has(spoken.subject ?? '') &&
    !isPiece(quantity.unit)
  )
    return spoken.subject;
  if (isNamed) return subject;
  // 收到申请12件:网站5件.
  const isWay = subject === 'items' && words.slices.every((slice) => slice === 'website');
  // 公开信息465条:网上400条.
  const isPlace = subject === 'requests' && words.slices.every((slice) => slice === 'online');
  if (isPlace && spoken.subject === 'items' && isPiece(quantity.unit)) return 'items';
  if (isWay && spoken.subject === 'requests' && !isPiece(quantity.unit)) return 'requests';
  if (subject === null) {
    if (spoken.isForeign) return null;
    return (
      spoken.subject ??
      (heading.length === 1 ? heading[0]! : null) ??
      (hasWhole && !sentence.aside ? topic : null)
    );
  }
  const isKnown = subject === spoken.subject || subject === topic || heading.includes(subject);
  if (isKnown || subject === 'items' || subject === 'staff') return subject;
  const nearby = tag(sentence.context + text).tags;
  return nearby.some(({ word }) => word.role === 'subject' && word.name === subject) ? subject : null;
}

const TOLD_BEFORE = new Set(['documents']);
/** Information is published in pieces, and requested in cases. */
const isPiece = (unit: string): boolean => unit === '条' || unit === '篇';
