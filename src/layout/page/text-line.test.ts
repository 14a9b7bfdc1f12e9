import { describe, expect, it } from 'vitest';
import { drawLine, drawText } from '../../testing/layout/drawn.js';
import { groupLines, lineText, splitAtColumnGaps } from './text-line.js';

const texts = (glyphs: ReturnType<typeof drawText>) => groupLines(glyphs).map(lineText);

describe('groupLines', () => {
  it('puts text in order whatever the order of drawing', () => {
    const glyphs = [...drawText('下行', { y: 120 }), ...drawText('行', { x: 10 }), ...drawText('上')];
    expect(texts(glyphs)).toEqual(['上行', '下行']);
  });

  it('keeps digits of another baseline in their line, and close lines apart', () => {
    expect(texts([...drawText('共'), ...drawText('12', { x: 12, y: 102 })])).toEqual(['共12']);
    expect(texts([...drawText('一'), ...drawText('二', { y: 111 })])).toEqual(['一', '二']);
  });

  it('reads gaps: a quarter em around digits is none, half an em is one space, two ems are two', () => {
    const behind = (x: number, tail: string) => texts([...drawText('共'), ...drawText(tail, { x })])[0];
    expect(behind(12.5, '5')).toBe('共5');
    expect(behind(15, '第')).toBe('共 第');
    expect(behind(30, '5')).toBe('共  5');
    expect(texts([...drawText('12'), ...drawText('34', { x: 13 })])).toEqual(['12 34']);
    expect(texts([...drawText('12'), ...drawText('34', { x: 11 })])).toEqual(['1234']);
  });

  it('counts a printed space only where it moved something', () => {
    expect(texts(drawText('第 一'))).toEqual(['第 一']);
    expect(texts([...drawText('第一'), ...drawText(' ', { x: 3 })])).toEqual(['第一']);
  });

  it('closes text that is spread over its cell, but never digits', () => {
    expect(texts(drawText('行政许可', { spread: 1.5 }))).toEqual(['行政许可']);
    expect(texts(drawText('123', { spread: 1 }))).toEqual(['1 2 3']);
    expect(texts([...drawText('结果'), ...drawText('维持', { x: 30 })])).toEqual(['结果 维持']);
  });

  it('drops lines of spaces', () => {
    expect(texts(drawText('   '))).toEqual([]);
  });
});

describe('splitAtColumnGaps', () => {
  it('cuts at wide gaps only', () => {
    const line = groupLines([...drawText('规章 一'), ...drawText('5', { x: 80 })])[0]!;
    expect(splitAtColumnGaps(line).map(lineText)).toEqual(['规章 一', '5']);
    expect(splitAtColumnGaps(drawLine('规章'))).toHaveLength(1);
  });
});
