import type { LineReading, RecognisedCharacter } from '../../../src/model/picture-reader.js';

/** What a line is taken to say. */
export interface TakenReading {
  /** Empty where nothing was recognised. */
  characters: RecognisedCharacter[];
  /** Of a figure: what else the whole line may say, likeliest first. */
  rivals?: { text: string; score: number }[];
}

/** Signs of figures, and what they, or dirt beside them, are misread as. */
const LIKE_FIGURE =
  /^[\d０-９.,%+\-—–/\s．，％－／oOQD〇○①口CcUlIi|!丨Jtr()[\]ⅡⅢ‖Hn川ZzEASsbGTYBgq一ー_~―−─二'"`‘’“”·。、*°^;:]$/u;

/** What a line says. In a cell that holds a figure, or what looks like one, the likeliest figure; elsewhere the free reading. */
export function chooseReading(reading: LineReading, isCell: boolean): TakenReading {
  const { free, figures, figureScore, figureRivals } = reading;
  const isLikeFigure = free.every(({ text }) => LIKE_FIGURE.test(text));
  if (!isCell || !isLikeFigure || figures.length === 0) return { characters: free };
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
