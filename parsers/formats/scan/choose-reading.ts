import type { LineReading, RecognisedCharacter } from '../../../src/model/picture-reader.js';

/** A character as it is taken. */
export type ReadCharacter = RecognisedCharacter;

/** Signs that figures are printed with. */
const FIGURE = /^[\d.,%+\-—–/]$/u;
/** What a figure is misread as, and the figure. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ o: '0', O: '0', Q: '0', D: '0', 〇: '0', '○': '0', '①': '0', 口: '0', C: '0', c: '0', U: '0' },
  ...{
    l: '1',
    I: '1',
    i: '1',
    '|': '1',
    '!': '1',
    丨: '1',
    '１': '1',
    J: '1',
    ')': '1',
    '(': '1',
    ']': '1',
    '[': '1',
    t: '1',
    r: '1',
  },
  ...{ Ⅱ: '11', '‖': '11', Ⅲ: '111', H: '11', n: '11', 川: '111' },
  ...{
    Z: '2',
    z: '2',
    E: '3',
    A: '4',
    S: '5',
    s: '5',
    b: '6',
    G: '6',
    T: '7',
    Y: '7',
    B: '8',
    g: '9',
    q: '9',
  },
  ...{ 一: '—', ー: '—', _: '—', '~': '—', '－': '-', '―': '—', '−': '-', '─': '—', 二: '—' },
  ...{ '，': ',', '。': '.', '．': '.', '／': '/', '％': '%', '＋': '+', '、': ',', ';': ',', ':': '.' },
};
/** Dirt beside a figure is read as one of these. */
const MARK = /^['"`‘’“”·.,，。、_\-~*°^;:\s]$/u;
/** Where two readings of one print differ, the taken one is no surer than this. */
const DIFFERING_MAX = 0.8;

/**
 * What a line says. In a cell that holds a figure, or what looks like one, its reading as a figure; elsewhere the free reading.
 * @returns empty where nothing was recognised
 */
export function chooseReading({ free, figures }: LineReading, isCell: boolean): ReadCharacter[] {
  if (!isCell || free.every(({ text }) => FIGURE.test(text))) {
    return free.length > 0 || !isCell ? free : figures.map((character) => capped(character, DIFFERING_MAX));
  }
  const isLikeFigure = free.every(({ text }) => FIGURE.test(text) || text in LOOKALIKES || MARK.test(text));
  if (!isLikeFigure) return free;
  if (figures.length === 0) return free.map(asFigure);
  return figures.map((character) => againstFree(character, free, figures.length));
}

const capped = (character: ReadCharacter, most: number): ReadCharacter => ({
  ...character,
  score: Math.min(character.score, most),
});

function asFigure(character: ReadCharacter): ReadCharacter {
  const figure = LOOKALIKES[character.text];
  if (figure === undefined) return character;
  return {
    ...capped(character, 0.5),
    text: figure,
    rivals: [{ text: character.text, score: character.score }, ...character.rivals],
  };
}

/** A figure is less sure where the free reading saw something else at its place. */
function againstFree(character: ReadCharacter, free: readonly ReadCharacter[], count: number): ReadCharacter {
  const there = free.reduce((best, other) =>
    Math.abs(other.at - character.at) < Math.abs(best.at - character.at) ? other : best,
  );
  if (there.text === character.text && free.length === count) return character;
  if (there.text === character.text) return capped(character, DIFFERING_MAX);
  return {
    ...capped(character, DIFFERING_MAX),
    rivals: withRival(character.rivals, { text: there.text, score: there.score }),
  };
}

function withRival(rivals: ReadCharacter['rivals'], rival: ReadCharacter['rivals'][number]) {
  if (rivals.some(({ text }) => text === rival.text)) return rivals;
  return [...rivals, rival].sort((a, b) => b.score - a.score);
}
