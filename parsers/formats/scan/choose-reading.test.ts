import { describe, expect, it } from 'vitest';
import type { RecognisedCharacter } from '../../../src/model/picture-reader.js';
import { chooseReading } from './choose-reading.js';

const seen = (text: string, score = 0.99): RecognisedCharacter[] =>
  [...text].map((character, i, all) => ({
    text: character,
    score,
    rivals: [],
    at: (i + 0.5) / all.length,
  }));
const say = (characters: RecognisedCharacter[]) => characters.map(({ text }) => text).join('');

describe('chooseReading', () => {
  it('takes a figure as it is read', () => {
    const free = seen('+98');
    expect(chooseReading({ free, figures: seen('98') }, true)).toEqual(free);
  });

  it('takes the figure for what looks like one, less sure, with the other as rival', () => {
    const [taken, ...more] = chooseReading({ free: seen('o', 0.5), figures: seen('0', 0.97) }, true);
    expect(more).toEqual([]);
    expect(taken).toMatchObject({ text: '0', score: 0.8, rivals: [{ text: 'o', score: 0.5 }] });
  });

  it('makes two digits of one sign only where the figure says so, and is unsure', () => {
    expect(say(chooseReading({ free: seen('Ⅱ'), figures: seen('11') }, true))).toBe('11');
    expect(chooseReading({ free: seen('Ⅱ'), figures: [] }, true)).toMatchObject([{ text: '11', score: 0.5 }]);
  });

  it('leaves words alone, and everything outside cells', () => {
    expect(say(chooseReading({ free: seen('1.属于'), figures: seen('1.') }, true))).toBe('1.属于');
    expect(say(chooseReading({ free: seen('一'), figures: seen('—') }, false))).toBe('一');
  });

  it('takes a lone stroke in a cell as a dash', () => {
    expect(say(chooseReading({ free: seen('一'), figures: [] }, true))).toBe('—');
  });

  it('takes a figure that the free reading missed, unsure', () => {
    expect(chooseReading({ free: [], figures: seen('0', 0.9) }, true)).toMatchObject([
      { text: '0', score: 0.8 },
    ]);
    expect(chooseReading({ free: [], figures: [] }, true)).toEqual([]);
  });
});
