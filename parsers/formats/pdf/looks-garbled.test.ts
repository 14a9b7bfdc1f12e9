import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../src/layout/page/page-content.js';
import { drawText } from '../../../src/testing/layout/drawn.js';
import { isWrongChinese, looksGarbled } from './looks-garbled.js';

const pageOf = (text: string): PageContent => ({
  ...{ number: 1, width: 500, height: 700, glyphs: drawText(text), rulings: [], hiddenText: '' },
  ...{ rotatedText: '', isTextInvisible: false, hasDrawing: false, unmappedFonts: [], unmappedShare: 0 },
  toDisplay: (box) => box,
});

const SENTENCE = '本年度共收到政府信息公开申请一百二十五件，均在法定期限之内答复，没有因此被提起行政诉讼。';
/** The same sentence in a map that is off by some hundred characters. */
const SHIFTED = [...SENTENCE]
  .map((character) => String.fromCodePoint(character.codePointAt(0)! + 701))
  .join('');
const FIGURES = '12 345 6,789 0 0 0 0 15 16 (17) 18.5% — / 20 21 22 23 24 25 26 27 28';

describe('looksGarbled', () => {
  it('believes Chinese text, and pages of figures', () => {
    expect(looksGarbled(pageOf(SENTENCE))).toBe(false);
    expect(looksGarbled(pageOf(FIGURES))).toBe(false);
  });

  it('finds Chinese characters that no text is made of', () => {
    expect(isWrongChinese(pageOf(SHIFTED))).toBe(true);
    expect(looksGarbled(pageOf(SHIFTED))).toBe(true);
  });

  it('finds letters and signs where figures should stand', () => {
    const page = pageOf('!"#$ &\'*; ABDQRS [\\]^ `{|}~ <=>?@ !"#$ &\'*; ABDQRS');
    expect(isWrongChinese(page)).toBe(false);
    expect(looksGarbled(page)).toBe(true);
  });

  it('knows nothing of a few characters', () => {
    expect(looksGarbled(pageOf(SHIFTED.slice(0, 15)))).toBe(false);
    expect(looksGarbled(pageOf('!"#$ &*;'))).toBe(false);
  });
});
