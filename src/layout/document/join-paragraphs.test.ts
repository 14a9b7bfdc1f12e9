import { describe, expect, it } from 'vitest';
import { drawLine, drawText } from '../../testing/layout/drawn.js';
import { groupLines } from '../page/text-line.js';
import { continues, linePitchOf, paragraphRun, textColumnOf } from './join-paragraphs.js';

/** The column is ten characters wide: 0 to 100. */
const column = { left: 0, right: 100 };
const page = { column, nextColumn: column, startColumn: column, pitch: 15 };
const full = '公开公开公开公开公开';

const joins = (
  first: string,
  second: string,
  how: { x?: number; nextX?: number; y?: number; size?: number } = {},
) => {
  const line = drawLine(first, { x: how.x ?? 0 });
  const next = drawLine(second, {
    x: how.nextX ?? 0,
    y: how.y ?? 115,
    ...(how.size ? { size: how.size } : {}),
  });
  return continues(line, next, line, page);
};

describe('continues', () => {
  it('goes on where the line was full', () => {
    expect(joins(full, '政府信息')).toBe(true);
    expect(joins('公开公开公开公开公', '政，府')).toBe(true);
    expect(joins('公开公开公开公开', '123456件')).toBe(true);
  });

  it('stops where there was room, after an indent, a gap, or another size', () => {
    expect(joins('公开公开公开公开', '政府')).toBe(false);
    expect(joins(full, '政府', { nextX: 20 })).toBe(false);
    expect(joins(full, '政府', { y: 140 })).toBe(false);
    expect(joins(full, '政府', { size: 14 })).toBe(false);
  });

  it('does not join rows of columns', () => {
    const row = groupLines([...drawText('项目'), ...drawText('12345678', { x: 60 })])[0]!;
    const next = drawLine('政府', { y: 115 });
    expect(continues(row, next, row, page)).toBe(false);
  });

  it('stops before an ordinal, except under an indented first line', () => {
    expect(joins(full, '二、主动')).toBe(false);
    expect(joins(full, '（一）项')).toBe(false);
    expect(joins(full, '1.5万元')).toBe(true);
    expect(joins('公开公开公开公开', '（一）项', { x: 20 })).toBe(true);
  });
});

describe('textColumnOf', () => {
  it('takes the edges that lines share', () => {
    const lines = [
      drawLine(full, { y: 100 }),
      drawLine(full, { y: 115 }),
      drawLine('某县', { x: -30, y: 130 }),
      drawLine(full, { x: 60, y: 145 }),
    ];
    expect(textColumnOf(lines)).toEqual({ left: 0, right: 100 });
    expect(textColumnOf([])).toBeUndefined();
    expect(linePitchOf(lines)).toBe(15);
  });
});

describe('paragraphRun', () => {
  it('joins the lines', () => {
    expect(paragraphRun([drawLine('共公开12'), drawLine('085件', { y: 115 })]).text).toBe('共公开12085件');
  });
});
