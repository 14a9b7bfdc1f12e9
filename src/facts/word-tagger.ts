import type { ProseWord } from '../model/prose-words.js';

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

/** A tagger of known words. The first word of the list that fits at a place is taken. */
export function wordTagger(words: readonly ProseWord[]): WordTagger {
  const pattern = new RegExp(words.map(({ text }) => `(${text})`).join('|'), 'g');
  const known = new Map<string, TaggedText>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const tags: Tag[] = [];
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue;
      const at = match.findIndex((group, i) => i > 0 && group !== undefined) - 1;
      tags.push({ word: words[at]!, text: match[0], start: match.index, end: match.index + match[0].length });
    }
    const tagged = { tags, residue: residueOf(text, tags) };
    known.set(text, tagged);
    return tagged;
  };
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
