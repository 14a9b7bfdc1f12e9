/** Controls, private use, surrogates left alone and noncharacters say nothing a reader could see. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Cn}]/u;
const PRIVATE_USE = /\p{Co}/u;
/** Letters that no Chinese report holds: a font map that yields them is wrong. */
const STRANGE_LETTER =
  /(?![\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** Nothing that could have been printed. */
export const isUnreadableText = (text: string): boolean => UNREADABLE.test(text);

/** Printed, but hardly in a report: the font says wrongly what it prints. */
export const isStrange = (text: string): boolean => PRIVATE_USE.test(text) || STRANGE_LETTER.test(text);
