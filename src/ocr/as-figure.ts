import type { RecognisedCharacter } from '../model/picture-reader.js';
import type { Candidate } from './search-figures.js';

/** What the model sees where a figure is printed in some fonts. */
const LOOK_ALIKES: Record<string, string> = {
  Ⅱ: '11',
  l: '1',
  I: '1',
  '|': '1',
  丨: '1',
  '１': '1',
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  〇: '0',
  '○': '0',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  g: '9',
  q: '9',
  b: '6',
  G: '6',
};
/** A letter may be a letter. */
const DOUBT = 0.5;

const isFigure = (text: string): boolean => /^[-\d.,%/—]+$/u.test(text);

/** @returns the figure that a line looks like, if letters in it are taken for digits; null where it holds none, or other characters */
export function asFigure(free: readonly RecognisedCharacter[]): Candidate | null {
  const characters = free.filter(({ text }) => text.trim() !== '');
  if (!characters.some(({ text }) => text in LOOK_ALIKES)) return null;
  const text = characters.map((character) => LOOK_ALIKES[character.text] ?? character.text).join('');
  if (!isFigure(text)) return null;
  return { text, score: DOUBT * Math.min(...characters.map(({ score }) => score)) };
}
