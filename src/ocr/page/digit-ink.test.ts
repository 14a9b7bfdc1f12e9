import { describe, expect, it } from 'vitest';
import { hasMinus, isDash, isDigits, withoutDust } from './digit-ink.js';
import type { InkLine } from './find-lines.js';
import type { InkPiece } from './ink-pieces.js';

const EM = 24;
const piece = (x0: number, y0: number, width: number, height: number): InkPiece => ({
  ...{ x0, y0, x1: x0 + width, y1: y0 + height },
  ...{ area: width * height, light: 0 },
});
const line = (...pieces: InkPiece[]): InkLine => ({
  x0: Math.min(...pieces.map(({ x0 }) => x0)),
  y0: Math.min(...pieces.map(({ y0 }) => y0)),
  x1: Math.max(...pieces.map(({ x1 }) => x1)),
  y1: Math.max(...pieces.map(({ y1 }) => y1)),
  pieces,
});
const digits = [piece(100, 20, 10, 17), piece(114, 20, 10, 17)];

describe('isDash', () => {
  it('is a long low stroke, also a broken one, and no digit', () => {
    expect(isDash(line(piece(0, 10, 22, 2)), EM)).toBe(true);
    expect(isDash(line(piece(0, 10, 9, 2), piece(12, 11, 10, 2)), EM)).toBe(true);
    expect(isDash(line(piece(0, 10, 4, 17)), EM)).toBe(false);
    expect(isDash(line(piece(0, 10, 4, 4)), EM)).toBe(false);
  });
});

describe('withoutDust', () => {
  it('drops what stands behind, above and before a figure', () => {
    const dusty = line(...digits, piece(128, 34, 4, 4), piece(90, 33, 4, 4), piece(105, 14, 4, 3));
    expect(withoutDust(dusty, EM)).toEqual(line(...digits));
  });

  it('keeps a minus, and points and commas between digits', () => {
    const signed = line(piece(88, 28, 7, 2), ...digits, piece(111, 33, 3, 4));
    expect(withoutDust(signed, EM)).toEqual(signed);
    expect(hasMinus(signed, EM)).toBe(true);
    expect(hasMinus(line(...digits, piece(88, 36, 7, 2)), EM)).toBe(false);
  });

  it('leaves words alone', () => {
    const words = line(piece(0, 0, 22, 22), piece(24, 16, 5, 6));
    expect(isDigits(words, EM)).toBe(false);
    expect(withoutDust(words, EM)).toBe(words);
  });
});
