import { describe, expect, it } from 'vitest';
import { across, drawText } from '../../testing/layout/drawn.js';
import { chunksOf } from '../page/chunks.js';
import type { Glyph } from '../page/page-content.js';
import { cutAtHeadings } from './cut-at-headings.js';

const region = (glyphs: Glyph[]) => ({
  chunks: chunksOf(glyphs),
  box: [50, 90, 350, 190] as [number, number, number, number],
  rulings: [90, 110, 130, 150, 170, 190].map((y) => across(y, 50, 350)),
});

const last = [
  ...drawText('四、结转下年', { x: 60, y: 104 }),
  ...drawText('1', { x: 220, y: 104 }),
  ...drawText('2', { x: 310, y: 104 }),
];

describe('cutAtHeadings', () => {
  it('cuts where the heading of a section stands alone, with names of columns under it', () => {
    const parts = cutAtHeadings(
      region([
        ...last,
        ...drawText('四、行政复议、行政诉讼情况', { x: 60, y: 144 }),
        ...drawText('结果维持', { x: 60, y: 164 }),
        ...drawText('结果纠正', { x: 200, y: 164 }),
        ...drawText('总计', { x: 300, y: 164 }),
        ...drawText('5', { x: 70, y: 184 }),
        ...drawText('6', { x: 220, y: 184 }),
        ...drawText('11', { x: 310, y: 184 }),
      ]),
    );
    expect(parts.map(({ chunks }) => chunks.map(({ text }) => text).join(' '))).toEqual([
      '四、结转下年 1 2',
      '结果维持 结果纠正 总计 5 6 11',
    ]);
    expect(parts.map(({ box }) => [box[1], box[3]])).toEqual([
      [90, 130],
      [150, 190],
    ]);
    expect(parts.map(({ rulings }) => rulings.map(({ position }) => position))).toEqual([
      [90, 110, 130],
      [150, 170, 190],
    ]);
  });

  it('leaves the label of a group of rows where it stands', () => {
    const whole = region([
      ...last,
      ...drawText('二、回应解读情况', { x: 60, y: 124 }),
      ...drawText('（一）次数', { x: 60, y: 144 }),
      ...drawText('3', { x: 220, y: 144 }),
      ...drawText('4', { x: 310, y: 144 }),
    ]);
    expect(cutAtHeadings(whole)).toEqual([whole]);
  });
});
