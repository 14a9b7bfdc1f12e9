import { describe, expect, it } from 'vitest';
import { proseOf } from '../outline/prose.js';
import { drawDocument } from '../testing/draw-table.js';
import { physicalRows } from './rows/physical-rows.js';
import { mergeRanges, rangeTest, regionOf } from './table-fit.js';

const range = (start: number, end: number) => ({ start, end });

describe('mergeRanges', () => {
  it('joins what overlaps or touches, in order', () => {
    expect(mergeRanges([range(5, 8), range(0, 2), range(7, 9), range(2, 3)])).toEqual([
      range(0, 3),
      range(5, 9),
    ]);
  });

  it('joins over a gap that is small enough', () => {
    expect(mergeRanges([range(0, 2), range(5, 6)], 3)).toEqual([range(0, 6)]);
    expect(mergeRanges([range(0, 2), range(5, 6)], 2)).toEqual([range(0, 2), range(5, 6)]);
  });

  it('keeps the longer of two that begin together, and changes nothing it was given', () => {
    const given = [range(0, 9), range(0, 2)];
    expect(mergeRanges(given)).toEqual([range(0, 9)]);
    expect(given).toEqual([range(0, 9), range(0, 2)]);
    expect(mergeRanges([])).toEqual([]);
  });
});

describe('rangeTest', () => {
  const touches = rangeTest([range(10, 20)]);
  it.each([
    [0, 10, false],
    [0, 11, true],
    [12, 13, true],
    [19, 30, true],
    [20, 30, false],
  ])('%i to %i: %s', (start, end, wanted) => {
    expect(touches(start, end)).toBe(wanted);
  });
});

describe('regionOf', () => {
  it('takes labels and values of a table, and of running text only the values', () => {
    const table = drawDocument({ table: '规章 | 1\n行政许可 | 22' });
    const [region] = regionOf(physicalRows(table.blocks));
    expect(table.text.slice(region!.start, region!.end)).toBe('规章\t1\t行政许可\t22');
    const prose = drawDocument({ paragraph: '本年工作有序推进。规章 1 2 3' });
    const [inside] = regionOf(physicalRows(prose.blocks));
    expect(prose.text.slice(inside!.start, inside!.end)).toBe('1 2 3');
  });

  it('has no place for rows without values', () => {
    expect(regionOf(physicalRows(drawDocument({ table: '信息内容 | 件数' }).blocks))).toEqual([]);
  });
});

describe('proseOf', () => {
  const parsed = drawDocument(
    { paragraph: '前文。表格行 1 2，后文。' },
    { table: '规章 | 1' },
    { paragraph: '结尾。' },
  );

  it('gives the paragraphs, and no tables', () => {
    expect(proseOf(parsed, []).map((p) => p.text)).toEqual(['前文。表格行 1 2，后文。', '结尾。']);
  });

  it('leaves out what belongs to tables, and keeps the places', () => {
    const start = parsed.text.indexOf('表格行');
    const pieces = proseOf(parsed, [range(start, parsed.text.indexOf('，后文'))]);
    expect(pieces.map((p) => p.text)).toEqual(['前文。', '，后文。', '结尾。']);
    for (const piece of pieces) expect(parsed.text.startsWith(piece.text, piece.start)).toBe(true);
    expect(pieces.map((p) => p.block)).toEqual([0, 0, 2]);
  });

  it('drops a paragraph that is all table', () => {
    const [first] = parsed.blocks;
    expect(proseOf(parsed, [range(first!.start, first!.end)]).map((p) => p.text)).toEqual(['结尾。']);
  });
});
