import type { ProseWord } from '../model/prose-words.js';
import { onceEach } from '../words/once-each.js';
import { branchesOf, firstSigns } from './first-signs.js';

/** A known word in a clause. */
export interface Tag {
  word: ProseWord;
  text: string;
  start: number;
  end: number;
}

/** A clause as known words, and what none of them covers. */
export interface TaggedText {
  tags: readonly Tag[];
  /** The stretches that no word covers, joined. */
  residue: string;
}

export type WordTagger = (text: string) => TaggedText;

/** No name of a site is longer. */
const NAME_LENGTH_MAX = 14;
/** What stands in quotation marks is a name. */
const QUOTED = /"[^"]{0,30}"|“[^”]{0,30}”/g;

/** A branch of a word's pattern, and the signs with which it begins; null if any. */
interface Branch {
  word: ProseWord;
  source: string;
  signs: ReadonlySet<string> | null;
}

/** What may begin with a sign: a group of the pattern for each branch. */
interface WordsAt {
  pattern: RegExp;
  words: ProseWord[];
}

/** What of a list of words may begin with each sign; made when the sign is first met. */
interface WordIndex {
  branches: Branch[];
  bySign: Map<string, WordsAt | null>;
  /** With a sign that no branch names. */
  byOther: WordsAt;
}

/** Words are data that live as long as the program. */
const indexOf = onceEach((words: readonly ProseWord[]): WordIndex => {
  const branches = words.flatMap((word) =>
    branchesOf(word.text).map((source) => ({ word, source, signs: firstSigns(source) })),
  );
  const named = new Set(branches.flatMap(({ signs }) => [...(signs ?? [])]));
  return {
    branches,
    bySign: new Map([...named].map((sign) => [sign, null])),
    byOther: joined(branches.filter(({ signs }) => signs === null)),
  };
});

function wordsAt({ branches, bySign, byOther }: WordIndex, sign: string): WordsAt {
  const known = bySign.get(sign);
  if (known !== null) return known ?? byOther;
  const found = joined(branches.filter(({ signs }) => signs?.has(sign) ?? true));
  bySign.set(sign, found);
  return found;
}

function joined(branches: readonly Branch[]): WordsAt {
  const sources = branches.map(({ source }) => `(${source})`);
  // Without a branch no place fits.
  return { pattern: new RegExp(sources.join('|') || '(?!)', 'y'), words: branches.map(({ word }) => word) };
}

/** A tagger of known words. The first word of the list that fits at a place is taken. */
export function wordTagger(words: readonly ProseWord[]): WordTagger {
  const index = indexOf(words);
  const known = new Map<string, TaggedText>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const tags: Tag[] = [];
    for (let start = 0; start < text.length; ) {
      const tag = tagAt(text, start, wordsAt(index, text[start]!));
      if (tag) tags.push(tag);
      start = tag?.end ?? start + 1;
    }
    const tagged = { tags, residue: residueOf(text, tags) };
    known.set(text, tagged);
    return tagged;
  };
}

function tagAt(text: string, start: number, at: WordsAt): Tag | null {
  at.pattern.lastIndex = start;
  const match = at.pattern.exec(text);
  if (!match?.[0]) return null;
  const group = match.findIndex((said, i) => i > 0 && said !== undefined) - 1;
  return { word: at.words[group]!, text: match[0], start, end: start + match[0].length };
}

function residueOf(text: string, tags: readonly Tag[]): string {
  const kept = [...text];
  for (const { start, end } of tags) kept.fill('', start, end);
  for (const { start, word } of tags) {
    if (!word.takesName) continue;
    const from = tags.findLast((tag) => tag.end <= start)?.end ?? 0;
    if (start - from <= NAME_LENGTH_MAX) kept.fill('', from, start);
  }
  for (const { index, 0: quoted } of text.matchAll(QUOTED)) kept.fill('', index, index + quoted.length);
  return kept.join('');
}
