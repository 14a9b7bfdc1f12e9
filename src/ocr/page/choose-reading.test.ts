import { describe, expect, it } from 'vitest';
import type { LineReading, RecognisedCharacter } from '../../model/picture-reader.js';
import { chooseReading } from './choose-reading.js';

const seen = (text: string, score = 0.99): RecognisedCharacter[] =>
  [...text].map((character, i, all) => ({
    text: character,
    score,
    rivals: [],
    at: (i + 0.5) / all.length,
  }));
const reading = (
  free: string,
  figures: string,
  figureScore: number,
  figureRivals: LineReading['figureRivals'] = [],
): LineReading => ({ blank: false, free: seen(free), figures: seen(figures), figureScore, figureRivals });
const say = (taken: LineReading, isCell = true) =>
  chooseReading(taken, isCell)
    .characters.map(({ text }) => text)
    .join('');

describe('chooseReading', () => {
  it('takes a figure, as sure as the figure is as a whole, with its rivals', () => {
    const rivals = [{ text: '1', score: 0.3 }];
    expect(chooseReading(reading('Ⅱ', '11', 0.6, rivals), true)).toMatchObject({
      characters: [
        { text: '1', score: 0.6 },
        { text: '1', score: 0.6 },
      ],
      rivals,
    });
  });

  it('takes digits that fell apart for digits, unsure', () => {
    expect(chooseReading(reading('()', '0', 0.1), true).characters).toMatchObject([
      { text: '0', score: 0.1 },
    ]);
    expect(say(reading('il', '11', 0.2))).toBe('11');
    expect(say(reading('()', '0', 0.1), false)).toBe('()');
  });

  it('keeps a plus, which figures do not have', () => {
    const taken = reading('+98', '98', 0.97, [{ text: '93', score: 0.02 }]);
    expect(say(taken)).toBe('+98');
    expect(chooseReading(taken, true).rivals).toEqual([{ text: '+93', score: 0.02 }]);
  });

  it('leaves words alone, and everything outside cells', () => {
    expect(say(reading('1.属于', '1', 0.2))).toBe('1.属于');
    expect(say(reading('一', '—', 0.99), false)).toBe('一');
    expect(say(reading('一', '—', 0.99))).toBe('—');
  });

  it('leaves out a dash behind a figure, unsure', () => {
    expect(say(reading('0-', '0-', 0.95))).toBe('0');
    expect(chooseReading(reading('0-', '0-', 0.95), true).characters[0]?.score).toBe(0.7);
    expect(say(reading('-5', '-5', 0.95))).toBe('-5');
    expect(say(reading('—', '—', 0.99))).toBe('—');
  });

  it('takes a figure that the free reading missed', () => {
    expect(say(reading('', '0', 0.4))).toBe('0');
    expect(say(reading('', '', 1))).toBe('');
  });
});
