import { commonCharacters } from '../charset/common-characters.js';
import type { PageContent } from './page-content.js';

/** Fewer characters prove nothing. */
const CHARACTERS_MIN = 40;
/** Of Chinese text at least this share are common characters; of text in a wrong map some tenth. */
const COMMON_SHARE_MIN = 0.5;
/** A page of a report without Chinese holds figures; other letters and signs beside them are this share at most. */
const OTHER_SHARE_MAX = 0.4;

const HAN = /\p{Script=Han}/u;
const FIGURE = /[\d.,%\s|/+()—–-]/u;

let common: ReadonlySet<string> | undefined;

/** Whether the text of a page can't be what it prints: its fonts map their characters to wrong ones, which look like text. */
export function looksGarbled({ glyphs }: PageContent): boolean {
  common ??= commonCharacters();
  const characters = glyphs.flatMap(({ text }) => [...text]).filter((character) => character.trim() !== '');
  if (characters.length < CHARACTERS_MIN) return false;
  const han = characters.filter((character) => HAN.test(character));
  if (han.length >= CHARACTERS_MIN / 2) {
    return han.filter((character) => common!.has(character)).length < COMMON_SHARE_MIN * han.length;
  }
  const others = characters.filter((character) => !HAN.test(character) && !FIGURE.test(character));
  return others.length > OTHER_SHARE_MAX * characters.length;
}
