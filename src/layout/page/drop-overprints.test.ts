import { describe, expect, it } from 'vitest';
import { drawText } from '../../testing/layout/drawn.js';
import { dropOverprints } from './drop-overprints.js';

const left = (...prints: ReturnType<typeof drawText>[]) =>
  dropOverprints(prints.flat())
    .map((glyph) => glyph.text)
    .join('');

describe('dropOverprints', () => {
  it('drops the second print of the same character on its place', () => {
    expect(left(drawText('11'), drawText('11', { x: 0.4 }))).toBe('11');
    expect(left(drawText('规章'), drawText('规章', { y: 100.5 }))).toBe('规章');
  });

  it('keeps equal neighbours, other characters and other lines', () => {
    expect(left(drawText('1111'))).toBe('1111');
    expect(left(drawText('1'), drawText('7'))).toBe('17');
    expect(left(drawText('1'), drawText('1', { y: 112 }))).toBe('11');
    expect(left(drawText('1', { size: 10 }), drawText('1', { size: 20 }))).toBe('11');
  });
});
