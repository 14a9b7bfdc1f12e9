import { describe, expect, it } from 'vitest';
import { drawText } from '../../testing/layout/drawn.js';
import { digitRuns } from './digit-runs.js';

const runs = (text: string): string[] => digitRuns(drawText(text)).map((run) => run.text);

describe('digitRuns', () => {
  it('finds the numbers of a text, with points and without grouping commas', () => {
    expect(runs('2023年收费1,286.50元，共12件')).toEqual(['2023', '1286.50', '12']);
    expect(runs('１２件')).toEqual(['12']);
  });

  it('ends a number where a comma or point belongs to the sentence', () => {
    expect(runs('3,4')).toEqual(['3', '4']);
    expect(runs('1.其他，2.')).toEqual(['1', '2']);
    expect(runs('无')).toEqual([]);
  });

  it('gives the glyphs of the digits alone', () => {
    expect(digitRuns(drawText('1,286'))[0]!.digits.map(({ text }) => text)).toEqual(['1', '2', '8', '6']);
  });
});
