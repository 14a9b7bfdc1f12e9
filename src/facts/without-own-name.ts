import type { ClauseWords } from './clause-words.js';

/** The body's own name says nothing more: 市交通运输局通过门户网站公开. */
export function withoutOwnName(words: ClauseWords, issuer: string | null): ClauseWords {
  const { residue } = words;
  if (issuer === null || residue.length < 2) return words;
  for (let length = Math.min(residue.length, issuer.length); length >= 2; length -= 1) {
    for (let start = 0; start + length <= residue.length; start += 1) {
      if (!issuer.includes(residue.slice(start, start + length))) continue;
      return { ...words, residue: residue.slice(0, start) + residue.slice(start + length) };
    }
  }
  return words;
}
