import type { PageContent } from '../../../src/layout/page/page-content.js';
import { commonCharacters } from '../charset/common-characters.js';

/** Fewer characters prove nothing. */
const CHARACTERS_MIN = 40;
/** Of Chinese text at least this share are common characters; of text in a wrong map some tenth. */
const COMMON_SHARE_MIN = 0.5;
/** A page of a report without Chinese holds figures; other letters and signs beside them are this share at most. */
const OTHER_SHARE_MAX = 0.4;

const HAN = /\p{Script=Han}/u;
const FIGURE = /[\d.,%\s|/+()—–-]/u;

let common: ReadonlySet<string> | undefined;

const charactersOf = ({ glyphs }: PageContent): string[] =>
  glyphs.flatMap(({ text }) => [...text]).filter((character) => character.trim() !== '');

const hasChinese = (characters: readonly string[]): boolean =>
  characters.filter((character) => HAN.test(character)).length >= CHARACTERS_MIN / 2;

/** Chinese characters that no text is made of: its figures can't be believed either. */
export function isWrongChinese(page: PageContent): boolean {
  common ??= commonCharacters();
  const characters = charactersOf(page);
  if (characters.length < CHARACTERS_MIN || !hasChinese(characters)) return false;
  const han = characters.filter((character) => HAN.test(character));
  return han.filter((character) => common!.has(character)).length < COMMON_SHARE_MIN * han.length;
}

/** Whether the text of a page can't be what it prints: its fonts map their characters to wrong ones, which look like text. */
export function looksGarbled(page: PageContent): boolean {
  if (isWrongChinese(page)) return true;
  const characters = charactersOf(page);
  if (characters.length < CHARACTERS_MIN || hasChinese(characters)) return false;
  const others = characters.filter((character) => !HAN.test(character) && !FIGURE.test(character));
  return others.length > OTHER_SHARE_MAX * characters.length;
}
