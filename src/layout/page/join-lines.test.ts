import { describe, expect, it } from 'vitest';
import { drawLine } from '../../testing/layout/drawn.js';
import { firstTokenWidth, joinLines } from './join-lines.js';

const join = (texts: string[], isForced = true) =>
  joinLines(
    texts.map((text, i) => drawLine(text, { y: 100 + 12 * i })),
    () => isForced,
  );

describe('joinLines', () => {
  it('joins Chinese without a space', () => {
    expect(join(['结果', '维持']).text).toBe('结果维持');
    expect(join(['三', '、', '本', '年']).text).toBe('三、本年');
    expect(join(['共', '12件'], false).text).toBe('共12件');
  });

  it('joins words with a space, and the parts of an address without', () => {
    expect(join(['annual', 'report']).text).toBe('annual report');
    expect(join(['test@', 'example.cn']).text).toBe('test@example.cn');
    expect(join(['0517-', '83600000']).text).toBe('0517-83600000');
  });

  it('puts digits together only where the cell was full, and says so', () => {
    expect(join(['3985', '758'])).toMatchObject({ text: '3985758', hasJoinedDigits: true });
    expect(join(['12', '34'], false)).toMatchObject({ text: '12 34', hasJoinedDigits: false });
    expect(join(['共12', '件']).hasJoinedDigits).toBe(false);
    expect(join(['４５', '85'])).toMatchObject({ text: '４５85', hasJoinedDigits: true });
    expect(join(['４５', '８５'], false)).toMatchObject({ text: '４５ ８５', hasJoinedDigits: false });
  });

  it('has a glyph for every unit of its text', () => {
    const run = join(['ab', 'cd']);
    expect(run.glyphs).toHaveLength(run.text.length);
    expect(run.glyphs[2]).toBeNull();
  });
});

describe('firstTokenWidth', () => {
  it('is a character, a number or a word, with the punctuation that clings to it', () => {
    expect(firstTokenWidth(drawLine('公开'))).toBe(10);
    expect(firstTokenWidth(drawLine('公，开'))).toBe(20);
    expect(firstTokenWidth(drawLine('1234件'))).toBe(20);
    expect(firstTokenWidth(drawLine('12，件'))).toBe(20);
  });
});
