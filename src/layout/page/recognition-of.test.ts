import { describe, expect, it } from 'vitest';
import { drawText } from '../../testing/layout/drawn.js';
import type { Glyph } from './page-content.js';
import { recognitionOf } from './recognition-of.js';

const recognised = (text: string, seen: NonNullable<Glyph['recognised']>[]): Glyph[] =>
  drawText(text).map((glyph, i) => ({ ...glyph, recognised: seen[i]! }));

describe('recognitionOf', () => {
  it('says nothing of printed text', () => {
    expect(recognitionOf(drawText('12'), '12')).toBeNull();
  });

  it('is as sure as the least sure character, and puts whole texts together', () => {
    const glyphs = recognised('17', [
      { score: 0.99, rivals: [] },
      {
        score: 0.7,
        rivals: [
          { text: '1', score: 0.2 },
          { text: '', score: 0.05 },
        ],
      },
    ]);
    expect(recognitionOf(glyphs, '17')).toEqual({
      score: 0.7,
      rivals: [
        { text: '11', score: 0.2 },
        { text: '1', score: 0.05 },
      ],
    });
  });

  it('takes a character of two signs once, and keeps spaces', () => {
    const [wide] = recognised('1', [{ score: 0.5, rivals: [{ text: 'Ⅱ', score: 0.4 }] }]);
    const [zero] = recognised('0', [{ score: 1, rivals: [] }]);
    expect(recognitionOf([wide!, wide!, null, zero!], '11 0')).toEqual({
      score: 0.5,
      rivals: [{ text: 'Ⅱ 0', score: 0.4 }],
    });
  });

  it('takes the rivals of a whole figure for the figure, not for a part of it', () => {
    const whole = { text: '111', rivals: [{ text: '11', score: 0.3 }] };
    const glyphs = recognised('111', Array(3).fill({ score: 0.6, rivals: [], whole }));
    expect(recognitionOf(glyphs, '111')).toEqual({ score: 0.6, rivals: whole.rivals });
    expect(recognitionOf(glyphs.slice(1), '11')).toEqual({ score: 0.6, rivals: [] });
  });

  it('bounds what it follows', () => {
    const rivals = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => ({ text: String(digit), score: 0.1 }));
    const glyphs = recognised('0'.repeat(12), Array(12).fill({ score: 0.9, rivals }));
    expect(recognitionOf(glyphs, '0'.repeat(12))?.rivals.length).toBeLessThanOrEqual(12);
  });
});
