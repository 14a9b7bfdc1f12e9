import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.js';

const NONE = new Map<string, string>();

describe('foldText', () => {
  it('drops white space but keeps Latin words and numbers apart', () => {
    expect(foldText('2020 年\n12 月　31 日', NONE).text).toBe('2020年12月31日');
    expect(foldText('2021-01-18 00:00', NONE).text).toBe('2021-01-18 00:00');
  });
  it('folds full-width signs and dashes one to one', () => {
    expect(foldText('（０５５９）—３３：a＠b', NONE).text).toBe('(0559)-33:a@b');
  });
  it('points every character back at the printed one', () => {
    const text = '甲\u200b  乙（丙）';
    const { text: folded, sourceAt } = foldText(text, NONE, [], 10);
    expect(folded).toBe('甲乙(丙)');
    expect(sourceAt.map((at) => text[at - 10])).toEqual(['甲', '乙', '（', '丙', '）']);
  });
  it('removes noise', () => {
    expect(foldText('機(jī)構', new Map([['機', '机']]), [/\(j[^)]*\)/g]).text).toBe('机構');
  });
});
