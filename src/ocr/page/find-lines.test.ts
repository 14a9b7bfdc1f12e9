import { describe, expect, it } from 'vitest';
import { findLines } from './find-lines.js';
import type { InkPiece } from './ink-pieces.js';
import { inkPieces } from './ink-pieces.js';

const piece = (x0: number, y0: number, width: number, height: number): InkPiece => ({
  ...{ x0, y0, x1: x0 + width, y1: y0 + height },
  area: width * height,
  light: 0,
});
const boxes = (pieces: InkPiece[], columnGap = Number.POSITIVE_INFINITY) =>
  findLines(pieces, 24, columnGap).map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]);

describe('inkPieces', () => {
  it('joins what touches, also at corners and from below', () => {
    const rows = ['##..#', '..#.#', '....#', '#.#.#', '###.#'];
    const bits = Uint8Array.from(rows.join(''), (c) => (c === '#' ? 1 : 0));
    const found = inkPieces(
      { width: 5, height: 5, bits },
      { width: 5, height: 5, pixels: new Uint8Array(25).fill(9) },
    );
    expect(found).toEqual([
      { x0: 0, y0: 0, x1: 3, y1: 2, area: 3, light: 27 },
      { x0: 4, y0: 0, x1: 5, y1: 5, area: 5, light: 45 },
      { x0: 0, y0: 3, x1: 3, y1: 5, area: 5, light: 45 },
    ]);
  });
});

describe('findLines', () => {
  it('keeps the strokes of one character together, and parts lines', () => {
    const two = [piece(0, 2, 20, 3), piece(0, 18, 24, 3)];
    expect(boxes([...two, piece(0, 36, 22, 22)])).toEqual([
      [0, 2, 24, 21],
      [0, 36, 22, 58],
    ]);
  });

  it('keeps a large character below its heading together', () => {
    const heading = Array.from({ length: 12 }, (_, i) => piece(i * 48, 0, 44, 46));
    const last = [piece(260, 80, 44, 20), piece(264, 103, 36, 24)];
    expect(boxes([...heading, ...last])).toEqual([
      [0, 0, 572, 46],
      [260, 80, 304, 127],
    ]);
    expect(boxes(last)).toHaveLength(2);
  });

  it('keeps digits apart that stand below each other', () => {
    expect(boxes([piece(0, 0, 10, 17), piece(0, 29, 10, 17)])).toHaveLength(2);
  });

  it('parts columns of text whose lines do not meet', () => {
    const left = [piece(0, 0, 200, 22), piece(0, 40, 200, 22)];
    const right = [piece(300, 18, 200, 24), piece(300, 58, 200, 24)];
    expect(boxes([...left, ...right], 48)).toEqual([
      [0, 0, 200, 22],
      [0, 40, 200, 62],
      [300, 18, 500, 42],
      [300, 58, 500, 82],
    ]);
  });

  it('cuts lines that meet in one place', () => {
    const upper = [0, 1, 2, 3].map((i) => piece(i * 24, 0, 20, 22));
    const lower = [0, 1, 2, 3].map((i) => piece(i * 24, 30, 20, 22));
    expect(boxes([...upper, ...lower, piece(96, 4, 4, 32)])).toHaveLength(2);
  });
});
