import { describe, expect, it } from 'vitest';
import { drawLine } from '../../testing/layout/drawn.js';
import { lineText } from '../page/text-line.js';
import { findFurniture } from './find-furniture.js';

/** Pages 800 pt high; each text stands at the given height. */
const found = (...pages: [text: string, y: number][][]): string[] => {
  const drawn = pages.map((lines, i) => ({
    number: i + 1,
    height: 800,
    lines: lines.map(([text, y]) => drawLine(text, { y, page: i + 1 })),
  }));
  return [...findFurniture(drawn).values()].flatMap((lines) => [...lines].map(lineText));
};

describe('findFurniture', () => {
  it('finds page numbers in the outer margins', () => {
    for (const text of ['— 3 —', '-3-', '第 3 页 共 8 页', '第3页', '3/8', 'Page 3 of 8', '1'])
      expect(found([[text, 780]]), text).toEqual([text]);
  });

  it('finds headers that repeat at the same height', () => {
    const pages = [1, 2, 3].map((): [string, number][] => [['某县年度报告', 40]]);
    expect(found(...pages)).toHaveLength(3);
    expect(found([['某县年度报告', 40]])).toEqual([]);
    expect(found([['某县年度报告', 40]], [['某县年度报告', 70]], [['某县年度报告', 100]])).toEqual([]);
  });

  it('finds bare numbers that grow with the pages', () => {
    expect(found([['11', 780]], [['12', 780]])).toEqual(['11', '12']);
    expect(found([['11', 780]], [['27', 780]])).toEqual([]);
  });

  it('leaves text in the body, numbers in columns, and sentences alone', () => {
    expect(found([['— 3 —', 400]])).toEqual([]);
    expect(
      found([
        ['7', 762],
        ['1', 778],
      ]),
    ).toEqual([]);
    expect(found([['共公开3件', 780]])).toEqual([]);
    expect(found([['2023', 780]])).toEqual([]);
  });
});
