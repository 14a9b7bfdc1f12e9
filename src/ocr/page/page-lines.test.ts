import { describe, expect, it } from 'vitest';
import type { InkPiece } from './ink-pieces.js';
import { pageLines } from './page-lines.js';

const EM = 26;
const CELL = { x0: 100, y0: 100, x1: 200, y1: 130 };
const piece = (x0: number, y0: number, width: number, height: number): InkPiece => ({
  ...{ x0, y0, x1: x0 + width, y1: y0 + height },
  ...{ area: width * height, light: 0 },
});
const digit = piece(140, 106, 12, 18);
const linesOf = (pieces: InkPiece[], gone: InkPiece[] = []) =>
  pageLines([{ box: CELL, pieces, em: EM }], 200, { stains: [], gone });

describe('pageLines', () => {
  it('takes a digit of a cell for a line', () => {
    expect(linesOf([digit])).toMatchObject([{ x0: 140, y1: 124, isHidden: false, isCrossed: false }]);
  });

  it('leaves no cell blank whose ink went with a seal, or stands in too high a piece', () => {
    expect(linesOf([], [digit])).toMatchObject([{ x0: 140, isHidden: true, isCrossed: true }]);
    const [line] = linesOf([piece(140, 98, 18, 34)]);
    expect(line).toMatchObject({ isHidden: true, isCrossed: true, y0: 100, y1: 130 });
    expect(linesOf([])).toEqual([]);
  });

  it('marks what stands beside such ink, and takes nothing for it that is lower than a digit', () => {
    expect(linesOf([digit], [piece(160, 106, 12, 18)])).toMatchObject([{ x1: 152, isHidden: true }]);
    expect(linesOf([digit], [piece(160, 106, 12, 5)])).toMatchObject([{ isHidden: false }]);
    expect(linesOf([digit], [piece(260, 106, 12, 18)])).toMatchObject([{ isHidden: false }]);
  });
});
