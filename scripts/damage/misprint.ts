import type { Random } from '../synthesise/random.js';

/** A way to print a figure wrong. Null if the figure has nothing of the kind. */
export type Misprint = (text: string, random: Random) => string | null;

const isDigit = (character: string): boolean => /^[0-9０-９]$/u.test(character);

/** Full-width figures stay full-width. */
const likeIn = (text: string, digit: string): string =>
  /[０-９]/u.test(text) && /\d/.test(digit) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit;

const digitPlaces = (text: string): number[] =>
  [...text].flatMap((character, index) => (isDigit(character) ? [index] : []));

const splice = (text: string, at: number, removed: number, added: string): string =>
  text.slice(0, at) + added + text.slice(at + removed);

/** Any digit turns into any other. */
export const otherDigit: Misprint = (text, random) => {
  const places = digitPlaces(text);
  if (places.length === 0) return null;
  const at = random.pick(places);
  const old = text[at]!.normalize('NFKC');
  const isLeading = at === places[0] && places.length > 1;
  const choices = [...'0123456789'].filter((digit) => digit !== old && !(isLeading && digit === '0'));
  return splice(text, at, 1, likeIn(text, random.pick(choices)));
};

const confusions: Record<string, readonly string[]> = {
  '0': ['8', '6'],
  '1': ['7'],
  '3': ['8'],
  '6': ['0', '8'],
  '7': ['1'],
  '8': ['0', '3', '6'],
};
const letters: Record<string, readonly string[]> = {
  '0': ['O', 'o'],
  '1': ['l', 'I'],
  '6': ['O'],
  '7': ['l'],
  '8': ['O'],
};

const confuse =
  (table: Record<string, readonly string[]>): Misprint =>
  (text, random) => {
    const places = digitPlaces(text).filter((at) => text[at]!.normalize('NFKC') in table);
    if (places.length === 0) return null;
    const at = random.pick(places);
    return splice(text, at, 1, likeIn(text, random.pick(table[text[at]!.normalize('NFKC')]!)));
  };

/** 0/8/6, 1/7, 3/8 as a recogniser confuses them. */
export const confusedDigit = confuse(confusions);
/** 0/O/8/6, 1/7/l: a letter comes out in the end. */
export const confusedLetter = confuse(letters);

/** Several digits of one figure turn into others. */
export const otherDigits =
  (count: number): Misprint =>
  (text, random) => {
    const places = digitPlaces(text);
    if (places.length < count) return null;
    const left = [...places];
    let changed = text;
    for (let k = 0; k < count; k++) {
      const at = left.splice(random.int(0, left.length - 1), 1)[0]!;
      const old = text[at]!.normalize('NFKC');
      const choices = [...'123456789'].filter((digit) => digit !== old);
      changed = splice(changed, at, 1, likeIn(text, random.pick(choices)));
    }
    return changed;
  };

/** 12 -> 21. */
export const exchangedDigits: Misprint = (text, random) => {
  const places = digitPlaces(text);
  const pairs = places.filter(
    (at, k) =>
      places[k + 1] === at + 1 &&
      text[at] !== text[at + 1] &&
      !(k === 0 && text[at + 1]!.normalize('NFKC') === '0'),
  );
  if (pairs.length === 0) return null;
  const at = random.pick(pairs);
  return splice(text, at, 2, text[at + 1]! + text[at]!);
};

/** 12 -> 1. A figure of one digit would be an emptied cell. */
export const droppedDigit: Misprint = (text, random) => {
  const places = digitPlaces(text);
  return places.length < 2 ? null : splice(text, random.pick(places), 1, '');
};

/** 12 -> 122. */
export const doubledDigit: Misprint = (text, random) => {
  const places = digitPlaces(text);
  if (places.length === 0 || (places.length === 1 && text[places[0]!] === '0')) return null;
  const at = random.pick(places);
  return splice(text, at, 0, text[at]!);
};

/** 12 -> 1, line break, 2. */
export const brokenFigure: Misprint = (text, random) => {
  const places = digitPlaces(text);
  return places.length < 2 ? null : splice(text, random.pick(places.slice(1)), 0, '\n');
};

/** -5 -> 5 */
export const lostSign: Misprint = (text) => (/^[-减]/u.test(text) ? text.replace(/^-+|^减/u, '') : null);

/** One too high or too low, as a wrong sum is. */
export const miscounted: Misprint = (text, random) => {
  if (!/^\d+$/.test(text)) return null;
  const value = Number(text) + random.pick([1, 1, 1, 2, 10, -1, -1, -2]);
  return value < 0 ? null : String(value);
};
