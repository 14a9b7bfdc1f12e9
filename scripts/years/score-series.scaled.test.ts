import { describe, expect, it } from 'vitest';
import { amount } from '../../src/testing/amount.js';
import { makeSeries } from '../synthesise/series.js';
import { scoreSeries } from './score-series.js';

describe('makeSeries', () => {
  it('chains the years', () => {
    const { years } = makeSeries({ seed: 3, index: 1, yearCount: 5, carriers: ['html-clean'] });
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023]);
    expect(new Set(years.map(({ issuer }) => issuer.name)).size).toBe(1);
    for (const [index, { numbers }] of years.entries()) {
      const { newlyReceived, carriedOver, totalProcessed, carriedForward } = numbers.applications!;
      for (const column of Object.keys(carriedOver!)) {
        const left = newlyReceived![column]! + carriedOver![column]!;
        expect(left).toBe(totalProcessed![column]! + carriedForward![column]!);
      }
      const before = years[index - 1]?.numbers.applications?.carriedForward;
      if (before) expect(carriedOver).toEqual(before);
    }
  });
});

describe.runIf(amount(0, 1) === 1)('scoreSeries', () => {
  it('finds what was damaged, nothing else, and names no wrong culprit', async () => {
    const options = {
      seed: 11,
      seriesCount: 5,
      yearCount: 5,
      carriers: ['html-clean', 'pipe-trailing', 'tab-rows'],
    };
    const score = await scoreSeries(options);
    expect(score.falseFindings).toEqual([]);
    expect(score.compared).toBeGreaterThan(100);
    expect(score.cases.filter(({ outcome }) => outcome === 'wrong' || outcome === 'missed')).toEqual([]);
    const digit = score.damages.get('one digit')!;
    expect(digit).toMatchObject({ made: 5, found: 5, wrong: 0, beside: 0 });
    // A number alone among blanks is in no sum that could be seen to fail.
    expect(digit.right).toBeGreaterThanOrEqual(4);
    // A body that counts otherwise throughout looks like one that did so the year before.
    const recounted = score.damages.get('a year that counts otherwise')!;
    expect(recounted).toMatchObject({ made: 10, found: 10, right: 0, unnamed: 10 });
  });
});
