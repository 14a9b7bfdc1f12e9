import { describe, expect, it } from 'vitest';
import { drawText } from '../../testing/layout/drawn.js';
import { dropWatermarks } from './drop-watermarks.js';
import type { Glyph, PageContent } from './page-content.js';

const pageOf = (number: number, ...texts: Glyph[][]): PageContent => ({
  number,
  width: 600,
  height: 800,
  glyphs: texts.flat(),
  rulings: [],
  hiddenText: '',
  rotatedText: '',
  isTextInvisible: false,
  hasDrawing: false,
  unmappedFonts: [],
  unmappedShare: 0,
  toDisplay: (box) => box,
});

const body = () => [
  drawText('规章 10 20', { x: 100, y: 100 }),
  drawText('行政规范性文件 30 40', { x: 100, y: 120 }),
];
const mark = () => drawText('COPY 2023', { x: 90, y: 130, size: 60 });
const textOf = (page: PageContent | undefined): string => page!.glyphs.map(({ text }) => text).join('');

describe('dropWatermarks', () => {
  it('takes out large text over other text, and the same mark where it lies over nothing', () => {
    const blank = pageOf(2, drawText('规章规章规章规章规章', { x: 100, y: 300 }), mark());
    const { pages, watermarks } = dropWatermarks([pageOf(1, ...body(), mark()), blank]);
    expect(textOf(pages[0])).toBe('规章 10 20行政规范性文件 30 40');
    expect(textOf(pages[1])).toBe('规章规章规章规章规章');
    expect(watermarks).toEqual([
      { page: 1, text: 'COPY 2023' },
      { page: 2, text: 'COPY 2023' },
    ]);
  });

  it('keeps a large title that lies over nothing, and a title over its own line', () => {
    const title = drawText('年度报告', { x: 100, y: 60, size: 24 });
    const page = pageOf(1, title, ...body());
    expect(dropWatermarks([page])).toEqual({ pages: [page], watermarks: [] });
  });
});
