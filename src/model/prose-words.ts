import type { PackedModel } from './packed-model.js';

/**
 * How the words around a quantity say what it counts. Data (`parsers/lookups/prose-words.ts`); the machine is
 * `src/facts/classify-quantities.ts`.
 *
 *     依申请公开方面,全年收到申请 12 件:网上 9 件,邮寄 3 件
 *     subject requests           subject   slice online  slice letter
 */
export interface ProseWord {
  /**
   * What the word does. `subject`: what is counted. `slice`: which part of it. `foreign`: something that no fact counts.
   * `outcome`: a part that no fact asks for. `part`: somebody below the body that reports. `whole`: all of it.
   * `veto`: no count of the year at all. `filler`: says nothing of what is counted.
   */
  role: 'subject' | 'slice' | 'foreign' | 'outcome' | 'part' | 'whole' | 'veto' | 'filler';
  /** Name of the subject or slice. */
  name: string;
  /** A regular expression over a clause of the folded sentence, without capturing groups. */
  text: string;
  /** A slice belongs to this subject, and says it where nothing else does. */
  of?: string;
  /** A name may stand before it: 镜湖海关门户网站. */
  takesName?: true;
  /** It may well mean something else. */
  isLoose?: true;
}

/** A fact is a subject, and the slices of it. */
export interface FactFrame {
  id: string;
  label: string;
  subject: string;
  /** All of these must be said, and no other; in `optional` are those that may be. */
  slices: readonly string[];
  optional?: readonly string[];
  units: readonly string[];
  /** The fact of which it is a part, where the parts of a list should add up. */
  partOf?: string;
  /** Words may state a zero of it. */
  canBeNone?: boolean;
}

export interface ProseKnowledge {
  words: readonly ProseWord[];
  frames: readonly FactFrame[];
  /** Traditional characters, and the simplified ones in which the words are written. */
  variants: ReadonlyMap<string, string>;
  /** How likely each fact is, given the words around a number. */
  model?: () => PackedModel;
  /** Words that deny: 没有, 未. */
  denial: string;
}
