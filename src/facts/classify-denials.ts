import type { FactFrame } from '../model/prose-words.js';
import type { ClassifyAids } from './classify-aids.js';
import { clauseWords, vetoesIn } from './clause-words.js';
import type { Skeleton } from './skeleton.js';
import { isQuantity } from './skeleton.js';
import type { TaggedText } from './word-tagger.js';

/** A clause that states a zero in words. */
export interface Denial {
  frame: FactFrame;
  /** In the skeleton. */
  start: number;
  end: number;
  isSure: boolean;
}

/** What is only asked, feared or allowed is not denied. */
const UNREAL =
  /如(?!下|期|实)|若|不得|避免|防止|杜绝|确保|可以|可依法|不服|未经|逾期|除[^,;:]{1,12}外,?不|了没有$|[吗么]$/;
/** A rest longer than this may mean anything. */
const RESIDUE_MAX = 8;

/**
 * The zeros that the clauses of a sentence state: 没有传真申请, 复议、诉讼均未发生. A clause that only denies speaks of what
 * the clause before it, or the heading, names: 举报投诉:无.
 */
export function classifyDenials(
  { text }: Skeleton,
  { tag, frames, heading, denial }: Omit<ClassifyAids, 'issuer'> & { denial: RegExp },
): { denials: Denial[]; refused: number[] } {
  const denials: Denial[] = [];
  const refused: number[] = [];
  let named: string[] = [...heading];
  for (const { index: start, 0: clause } of text.matchAll(/[^,;:]+/g)) {
    const tagged = tag(clause);
    const match = denial.exec(clause);
    const subjects = subjectsIn(tagged, match?.index ?? 0);
    // 除复制费8元以外没有收取别的费用.
    const behind = [...clause].findLastIndex(isQuantity);
    if (match && behind >= 0 && /^(?:以|之)?外/.test(clause.slice(behind + 1)))
      refused.push(start + behind + 1);
    const isStatement = match && ![...clause].some(isQuantity) && !UNREAL.test(text.slice(0, start) + clause);
    if (isStatement && vetoesIn(tagged).length === 0) {
      const words = clauseWords(tagged);
      const rest = words.residue.replace(denial, '');
      const isOther =
        words.isForeign ||
        words.isPart ||
        words.offices.length > 0 ||
        words.slices.includes('outcome') ||
        rest.length > RESIDUE_MAX;
      const isBare = subjects.length === 0 && words.slices.length === 0;
      const about = isBare ? (rest === '' ? named : []) : subjects.length > 0 ? subjects : [words.subject!];
      if (isOther && (words.isPart || words.offices.length > 0)) refused.push(start);
      if (!isOther)
        for (const frame of about.flatMap((subject) => deniedFrames(frames, subject, tagged)))
          denials.push({ frame, start, end: start + clause.length, isSure: rest === '' });
    }
    if (subjects.length > 0) named = subjects;
    // 费用:零 behind a number of requests denies something that no word knows.
    else if (text[start + clause.length] === ':' && tagged.residue !== '') named = [];
  }
  return { denials, refused };
}

/** The subjects behind the words of denial; those before them where none stands behind. */
function subjectsIn({ tags }: TaggedText, from: number): string[] {
  const named = tags.filter(({ word }) => word.role === 'subject');
  const behind = named.filter(({ start }) => start >= from);
  // 无一件申请收取信息处理费: in Chinese the thing that is denied stands last, or is a list.
  return behind.length > 0
    ? [...clauseWords({ tags: behind, residue: '' }).joint]
    : [...new Set(named.map(({ word }) => word.name))];
}

/** Each slice that is named is denied by itself; without one, the whole. */
function deniedFrames(frames: readonly FactFrame[], subject: string, { tags }: TaggedText): FactFrame[] {
  const slices = tags.flatMap(({ word }) =>
    word.role === 'slice' && word.of === subject ? [word.name] : [],
  );
  const own = frames.filter((frame) => frame.subject === subject);
  const isIdle = (slice: string) =>
    own.some((frame) => frame.slices.length === 0 && frame.optional?.includes(slice));
  const asked = slices.filter((slice) => !isIdle(slice));
  const found =
    asked.length > 0
      ? asked.map((slice) => own.find((frame) => frame.slices.length === 1 && frame.slices[0] === slice))
      : [own.find((frame) => frame.slices.length === 0)];
  return found.every((frame) => frame?.canBeNone) ? found.map((frame) => frame!) : [];
}
