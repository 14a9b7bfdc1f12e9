import { describe, expect, it } from 'vitest';
import { alignFigure } from './align-figure.js';
import { type FigureScores, searchFigures } from './search-figures.js';

/** Steps over blank, 0 and 1. */
const scoresOf = (...rows: [number, number, number][]): FigureScores => ({
  steps: rows.length,
  signs: ['0', '1'],
  scores: Float32Array.from(rows.flat()),
});

describe('searching figures', () => {
  it('sums up the ways of spelling', () => {
    // 1 then 1, blank then 1, 1 then blank.
    const found = searchFigures(scoresOf([0.4, 0, 0.6], [0.5, 0, 0.5]));
    expect(found.map(({ text }) => text)).toEqual(['1', '']);
    expect(found[0]!.score).toBeCloseTo(0.6 * 0.5 + 0.4 * 0.5 + 0.6 * 0.5);
    expect(found[1]!.score).toBeCloseTo(0.2);
  });

  it('names the digit that may have been lost between equal ones', () => {
    // The likeliest class of every step is 0, which spells one 0; a blank in the middle is nearly as likely.
    const found = searchFigures(scoresOf([0.05, 0.95, 0], [0.45, 0.55, 0], [0.05, 0.95, 0]));
    expect(found.slice(0, 2).map(({ text }) => text)).toEqual(['0', '00']);
    expect(found[1]!.score).toBeCloseTo(0.95 * 0.45 * 0.95);
  });

  it('leaves the share of other characters out', () => {
    const [best] = searchFigures(scoresOf([0.01, 0.1, 0]));
    expect(best).toEqual({ text: '0', score: expect.closeTo(0.1) });
  });

  it('gives up where no figure can stand', () => {
    expect(searchFigures(scoresOf([1e-4, 1e-5, 0], [1e-4, 1e-5, 0]))).toEqual([]);
  });
});

describe('aligning a figure', () => {
  const scores = scoresOf([0.9, 0.1, 0], [0.1, 0.8, 0.1], [0.8, 0.2, 0], [0, 0.9, 0], [0, 0.1, 0.9]);
  it('finds where each sign is likeliest', () => {
    expect(alignFigure('001', scores)).toEqual([1, 3, 4]);
    expect(alignFigure('', scores)).toEqual([]);
  });
  it('needs a step a sign, and one more between equal signs', () => {
    expect(alignFigure('0101', scoresOf([0, 1, 0], [0, 0, 1]))).toBeNull();
    expect(alignFigure('00', scoresOf([0, 1, 0], [0, 1, 0]))).toBeNull();
  });
});
