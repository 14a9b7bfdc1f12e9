import { describe, expect, it } from 'vitest';
import { wrongFonts } from './wrong-fonts.js';

const pairs = (font: string, printed: string, shown: string) =>
  [...printed].map((digit, i) => ({ font, printed: digit, shown: shown[i]! }));

describe('wrongFonts', () => {
  it('names a font whose pictures show one digit for another again and again', () => {
    const digits = [...pairs('a', '7707272', '1107212'), ...pairs('b', '7707272', '7707272')];
    expect([...wrongFonts(digits)]).toEqual(['a']);
  });

  it('takes single misreadings for what they are', () => {
    expect(wrongFonts([...pairs('a', '77', '11'), ...pairs('a', '37', '81')].slice(0, 3)).size).toBe(0);
    const rare = [...pairs('a', '777', '111'), ...pairs('a', '7'.repeat(30), '7'.repeat(30))];
    expect(wrongFonts(rare).size).toBe(0);
  });
});
