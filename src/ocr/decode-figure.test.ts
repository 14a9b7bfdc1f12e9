import { describe, expect, it } from 'vitest';
import { asFigure } from './as-figure.js';
import { listFigures, meanOf, toFigureReading } from './decode-figure.js';
import type { FigureScores } from './search-figures.js';

const seen = (...characters: [text: string, score: number][]) =>
  characters.map(([text, score]) => ({ text, score, rivals: [], at: 0 }));
/** Steps over blank, the point, 1 and 7. */
const scoresOf = (...rows: [number, number, number, number][]): FigureScores => ({
  steps: rows.length,
  signs: ['.', '1', '7'],
  scores: Float32Array.from(rows.flat()),
});

describe('figures that look like letters', () => {
  it('takes letters for the digits that look like them, at half the score', () => {
    expect(asFigure(seen(['Ⅱ', 0.9]))).toEqual({ text: '11', score: 0.45 });
    expect(asFigure(seen(['l', 0.8], ['O', 0.6], ['5', 1]))).toEqual({ text: '105', score: 0.3 });
  });
  it('leaves figures and words as they are', () => {
    expect(asFigure(seen(['1', 1], ['2', 1]))).toBeNull();
    expect(asFigure(seen(['O', 1], ['k', 1]))).toBeNull();
    expect(asFigure([])).toBeNull();
  });
  it('names them beside what the steps spell', () => {
    const scores = scoresOf([0.02, 0, 0.05, 0], [0.9, 0, 0, 0]);
    expect(listFigures(scores, seen(['Ⅱ', 0.9]))[0]).toEqual({ text: '11', score: 0.45 });
  });
});

describe('listing figures', () => {
  it('half believes that a loose point is dust', () => {
    const [best] = listFigures(scoresOf([0, 0, 0, 1], [1, 0, 0, 0], [0.2, 0.8, 0, 0]), []);
    expect(best).toEqual({ text: '7', score: expect.closeTo(0.2 + 0.8 / 2) });
  });
  it('hardly believes that ink says nothing', () => {
    const figures = listFigures(scoresOf([0.8, 0, 0, 0.2]), []);
    expect(figures).toEqual([
      { text: '7', score: expect.closeTo(0.2) },
      { text: '', score: expect.closeTo(0.04) },
    ]);
  });
  it('halves what only one of two looks sees', () => {
    const both = meanOf(
      [{ text: '1', score: 0.8 }],
      [
        { text: '7', score: 0.6 },
        { text: '1', score: 0.2 },
      ],
    );
    expect(both).toEqual([
      { text: '1', score: 0.5 },
      { text: '7', score: 0.3 },
    ]);
  });
  it('spells the likeliest, with the others as rivals', () => {
    const scores = scoresOf([0.1, 0, 0.6, 0.3], [1, 0, 0, 0], [0, 0, 0, 1]);
    const reading = toFigureReading(listFigures(scores, []), scores, (step) => step / 4);
    expect(reading.figures).toEqual([
      {
        text: '1',
        score: 0.6,
        rivals: [
          { text: '7', score: 0.3 },
          { text: '', score: 0.1 },
        ],
        at: 0,
      },
      { text: '7', score: 1, rivals: [], at: 0.5 },
    ]);
    expect(reading.figureScore).toBe(0.6);
    expect(reading.figureRivals).toEqual([
      { text: '77', score: 0.3 },
      { text: '7', score: 0.1 },
    ]);
  });
});
