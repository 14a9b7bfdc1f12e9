import { describe, expect, it } from 'vitest';
import { down, drawText } from '../../testing/layout/drawn.js';
import { centred, figures, rowsOf } from '../../testing/layout/drawn-table.js';
import { chunksOf } from '../page/chunks.js';
import { sidedRegions } from './sided-regions.js';

const sides = [80, 340].map((x) => down(x, 90, 170));
const rows = [
  ...centred('信息内容', 140, 104),
  ...centred('件数', 230, 104),
  ...centred('合计', 300, 104),
  ...centred('规章', 140, 124),
];

describe('a table with vertical borders only', () => {
  it('is read by them, with the columns that hold no figure', () => {
    const glyphs = [
      ...centred('1.规章', 140, 104),
      ...figures(104, '4'),
      ...centred('7', 320, 104),
      ...centred('2.其他', 140, 124),
      ...figures(124, '5'),
      ...centred('8', 320, 124),
      ...centred('3.公告', 140, 144),
      ...centred('9', 320, 144),
    ];
    const rulings = [...sides, ...[200, 270, 300].map((x) => down(x, 90, 170))];
    expect(rowsOf(glyphs, rulings)).toEqual([
      '0:1.规章 1:4 2: 3:7',
      '0:2.其他 1:5 2: 3:8',
      '0:3.公告 1: 2: 3:9',
    ]);
  });

  it('is one without any figure, too', () => {
    const rulings = [...sides, ...[200, 270].map((x) => down(x, 90, 130))];
    const title = centred('第二十条第五项', 210, 144);
    const lower = [...centred('信息内容', 140, 164), ...centred('数量', 300, 164)];
    expect(rowsOf([...rows, ...title, ...lower], [...rulings, down(200, 152, 170)])).toEqual([
      '0:信息内容 1:件数 2:合计',
      '0:规章 1: 2:',
      '0:第二十条第五项',
      '0:信息内容 1:数量',
    ]);
  });

  it('is not prose beside a line, nor prose that a line crosses', () => {
    const prose = [100, 120, 140].flatMap((y) => drawText('全年主动公开政府信息', { x: 90, y }));
    expect(sidedRegions(chunksOf(prose), [...sides, down(320, 90, 170)])).toEqual([]);
    expect(sidedRegions(chunksOf(prose), [...sides, down(150, 90, 170)])).toEqual([]);
    expect(sidedRegions(chunksOf(rows), [sides[0]!, down(200, 90, 170)])).toEqual([]);
  });
});
