import type { LineReading, RecognisedCharacter } from '../../model/picture-reader.js';

/** What a line is taken to say. */
export interface TakenReading {
  /** Empty where nothing was recognised. */
  characters: RecognisedCharacter[];
  /** Of a figure: what else the whole line may say, likeliest first. */
  rivals?: { text: string; score: number }[];
}

/** Words: what holds one of these is no figure. */
const WORD = /\p{Script=Han}|\p{Script=Latin}{3}|@/u;
/** The numeral, and signs that are no words: what a dash, a figure and dirt are misread as. */
const LOOKS_LIKE_WORD = /[一二丨川口〇]|[Ⅰ-Ⅻ]/gu;
/** What digits of thin strokes fall apart into: 0 into brackets, 11 and 8 into letters. No cell of a form says this. */
const BROKEN_DIGITS = /^[()[\]{}（）｛｝［］ilIjJnoOQDUSsBZz|!¦\d+]+$/u;
/** A figure that is less likely than this is taken only where the free reading is hardly better. */
const LIKELY_MIN = 0.3;

/** A dash behind a figure is dirt, or part of a digit: the figure is no surer than this. */
const DIRTY_MAX = 0.7;

/** What a line says. In a cell that holds a figure, or what looks like one, the likeliest figure; elsewhere the free reading. */
export function chooseReading(reading: LineReading, isCell: boolean): TakenReading {
  const taken = withoutSpaces(likeliest(reading, isCell));
  const text = taken.characters.map((character) => character.text).join('');
  const dirt = isCell ? (/^\d[\d.,]*([-—–_ー一\s]+)$/u.exec(text)?.[1]?.length ?? 0) : 0;
  if (dirt === 0) return taken;
  const clean = taken.characters.slice(0, taken.characters.length - dirt);
  return { characters: clean.map((own) => ({ ...own, score: Math.min(own.score, DIRTY_MAX) })) };
}

/** A reading of white space says nothing. */
const withoutSpaces = (taken: TakenReading): TakenReading =>
  taken.characters.some(({ text }) => text.trim() !== '') ? taken : { characters: [] };

function likeliest(reading: LineReading, isCell: boolean): TakenReading {
  const { free, figures, figureScore, figureRivals } = reading;
  const says = free.map(({ text }) => text).join('');
  const isWord = WORD.test(says.replace(LOOKS_LIKE_WORD, ''));
  const isUnlikely =
    !BROKEN_DIGITS.test(says) &&
    figureScore < LIKELY_MIN &&
    free.length > 0 &&
    free.every(({ score }) => score > 2 * figureScore);
  if (!isCell || isWord || isUnlikely || figures.length === 0) return { characters: free };
  const sign = free[0]?.text === '+' ? free.slice(0, 1) : [];
  const plus = sign.length > 0 ? '+' : '';
  return {
    characters: [...sign, ...figures].map((character) => ({
      ...character,
      score: Math.min(figureScore, character.text === '+' ? character.score : 1),
    })),
    rivals: figureRivals.map(({ text, score }) => ({ text: text === '' ? text : plus + text, score })),
  };
}
