import { unifyIdeographs } from '../../../src/layout/page/unify-ideographs.js';
import { isStrange, isUnreadableText } from '../../../src/layout/page/unreadable-text.js';

export interface JudgedCharacter {
  /** As it is read; empty where it leaves no mark, U+FFFD where nobody can tell what it prints. */
  shown: string;
  isUnreadable: boolean;
  /** Counts against the page: unreadable, or nothing that a report would print. */
  isDoubtful: boolean;
}

function judge(source: string): JudgedCharacter {
  const text = unifyIdeographs(source);
  const isUnreadable = text === '\ufffd' || (text.trim() !== '' && isUnreadableText(text));
  const shown = isUnreadable ? '\ufffd' : text.replace(/\p{Cf}/gu, '').replace(/\s/gu, ' ');
  return { shown, isUnreadable, isDoubtful: isUnreadable || isStrange(text) };
}

/** Judges each character once: a report has some thousand different ones. */
export function characterJudge(): (text: string) => JudgedCharacter {
  const judged = new Map<string, JudgedCharacter>();
  return (text) => {
    const known = judged.get(text) ?? judge(text);
    judged.set(text, known);
    return known;
  };
}
