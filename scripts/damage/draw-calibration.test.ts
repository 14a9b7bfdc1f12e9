import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { answersOf, boundOf } from './answers.js';
import { drawCalibration } from './draw-calibration.js';
import { summarise } from './summarise.js';
import { emptyTally, type Tallies } from './tally.js';

const tally = {
  ...emptyTally(),
  cases: 10,
  printed: 1000,
  verified: 600,
  read: 200,
  silentRead: 2,
  'sums-hold:verified': 3,
  unprotected: 3,
  suggested: 20,
  suggestedWrong: 1,
  doubts: 60,
  doubtsRight: 30,
  doubtsWithValue: 50,
  doubtsWithWrongValue: 25,
  damaged: 40,
  located: 35,
  corrected: 20,
};

describe('answers', () => {
  it('are taken level by level', () => {
    expect(answersOf(tally).map(({ answered, wrong, excused }) => [answered, wrong, excused])).toEqual([
      [600, 0, 3],
      [800, 2, 3],
      [820, 3, 3],
      [850, 27, 3],
    ]);
  });

  it('without a wrong one are no proof that there is none', () => {
    expect(boundOf(600)).toBe(0.005);
    expect(boundOf(2)).toBe(1);
    expect(boundOf(0)).toBe(1);
  });
});

describe('the plot of answers', () => {
  const tallies: Tallies = { 'wrong-2|fitted|applications': tally, 'cell-dropped|html-clean|all': tally };
  const svg = drawCalibration(summarise(tallies, {}));
  const $ = load(svg, { xml: true });

  it('tells in words what it draws', () => {
    expect($('svg > title').text()).toContain('How sure is sure');
    expect($('svg > desc').text()).toContain(
      'two wrong figures, tables graded without a carrier: 40 damaged cells; wrong of answered: verified 0 of 600 (and 3',
    );
    expect($('svg').attr('aria-labelledby')).toBe('title description');
  });

  it('draws each level, and an open mark where some are excused', () => {
    const panel = $('g').filter((_, g) => $(g).children('title').text().startsWith('two wrong'));
    expect(panel.find('circle.full')).toHaveLength(4);
    expect(panel.find('circle.open')).toHaveLength(4);
    // Only the first level has no wrong answer: one bar with its end.
    expect(panel.find('line.bound')).toHaveLength(2);
    expect(panel.find('rect.documents')).toHaveLength(0);
    expect(svg).not.toContain('NaN');
    expect(svg).not.toContain('undefined');
  });
});
