import type { ProseWord } from '../model/prose-words.js';
import type { Tag, TaggedText } from './word-tagger.js';

/** What a clause says: a subject, slices of it, and what speaks against it. */
export interface ClauseWords {
  subject: string | null;
  /** Said by a word of its own, and not only by a slice. */
  isNamed: boolean;
  /** The subject is only a verb: 公开, 发布. */
  isBare: boolean;
  slices: readonly string[];
  /** The subject to which each slice belongs. */
  owners: ReadonlyMap<string, string | undefined>;
  hasWhole: boolean;
  /** The last thing named is something that no fact counts. */
  isForeign: boolean;
  /** Subjects that stand together in a list: 行政复议、行政诉讼. */
  joint: readonly string[];
  isLoose: boolean;
  /** Something foreign is named beside the subject. */
  isMixed: boolean;
  isPart: boolean;
  /** Offices that are named: the body itself, or a part of it. */
  offices: readonly string[];
  /** What no word explains. */
  residue: string;
}

/** In Chinese the thing counted stands last: of several subjects the nearest to the quantity is meant. */
export function clauseWords({ tags, residue }: TaggedText): ClauseWords {
  let subject: string | null = null;
  let isBare = false;
  let isForeign = false;
  const slices = new Map<string, string | undefined>();
  for (const { word, text } of tags) {
    if (word.role === 'subject') {
      subject = word.name;
      isBare = BARE.test(text);
      isForeign = false;
    } else if (word.role === 'foreign') {
      isForeign = true;
    } else if (word.role === 'slice' || word.role === 'outcome') {
      slices.set(word.name, word.of);
      if (word.role === 'slice') isForeign = false;
    }
  }
  const isNamed = subject !== null && !isForeign;
  return {
    subject: isForeign ? null : (subject ?? ownerOfSlices(tags.map(({ word }) => word))),
    ...{ isNamed, slices: [...slices.keys()], owners: slices, isForeign, residue },
    isBare,
    joint: jointSubjects(tags),
    isLoose: tags.some(({ word }) => word.isLoose),
    isMixed: hasRole({ tags, residue }, 'foreign'),
    hasWhole: hasRole({ tags, residue }, 'whole'),
    isPart: tags.some(({ word }) => word.role === 'part' && word.name !== 'office'),
    offices: tags.flatMap(({ word, text }) => (word.name === 'office' ? [text] : [])),
  };
}

const BARE = /^(?:主动)?(?:公开|发布|公布|公示|提供|推送|刊登|刊载)$/;

/** The subject to which the last slice belongs. */
const ownerOfSlices = (words: readonly ProseWord[]): string | null =>
  words.findLast(({ role }) => role === 'slice')?.of ?? null;

const hasRole = ({ tags }: TaggedText, role: ProseWord['role']): boolean =>
  tags.some(({ word }) => word.role === role);

export const saysSomething = ({ subject, slices, isForeign }: ClauseWords): boolean =>
  subject !== null || slices.length > 0 || isForeign;

/** Names of the vetoes in a clause. */
export const vetoesIn = ({ tags }: TaggedText): string[] =>
  tags.flatMap(({ word }) => (word.role === 'veto' ? [word.name] : []));

/** Between the members of a list stands one sign. */
const LIST_GAP_MAX = 2;

/** The subjects of the list that ends with the last subject. */
function jointSubjects(tags: readonly Tag[]): string[] {
  const named = tags.filter(({ word }) => word.role === 'subject');
  const joint = named.slice(-1);
  for (let at = named.length - 2; at >= 0; at -= 1) {
    const gap = joint[0]!.start - named[at]!.end;
    if (gap < 1 || gap > LIST_GAP_MAX) break;
    joint.unshift(named[at]!);
  }
  return [...new Set(joint.map(({ word }) => word.name))];
}
