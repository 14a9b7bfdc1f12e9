import { describe, expect, it } from 'vitest';
import type { Raster } from '../model/picture-reader.js';
import { findInk } from './find-ink.js';
import { readStroke } from './read-stroke.js';

type Stroke = [left: number, top: number, width: number, height: number];

/** A line of 60 x 40 on grey paper. */
function draw(strokes: readonly Stroke[], ink = 20): Raster {
  const [width, height] = [60, 40];
  const pixels = new Uint8Array(width * height).fill(240);
  for (const [left, top, wide, high] of strokes) {
    for (let y = top; y < top + high; y++) pixels.fill(ink, y * width + left, y * width + left + wide);
  }
  return { width, height, pixels };
}
const box = (strokes: readonly Stroke[], ink?: number) => {
  const found = findInk(draw(strokes, ink));
  return found && [found.left, found.top, found.right, found.bottom];
};
const shadeAt = (raster: Raster, x: number, y: number) => raster.pixels[y * raster.width + x];
const DIGIT: Stroke = [20, 10, 4, 16];

describe('finding ink', () => {
  it('finds print, pale print too', () => {
    expect(box([DIGIT, [28, 10, 6, 16]])).toEqual([20, 10, 34, 26]);
    expect(box([DIGIT], 190)).toEqual([20, 10, 24, 26]);
  });

  it('takes shadow and dust for blank, and the ruins of a figure not', () => {
    expect(box([])).toBeNull();
    expect(box([[10, 10, 20, 20]], 220)).toBeNull();
    expect(
      box([
        [5, 5, 2, 2],
        [50, 30, 2, 2],
      ]),
    ).toBeNull();
    expect(
      box([
        [20, 10, 2, 2],
        [24, 12, 1, 2],
        [20, 16, 2, 1],
      ]),
    ).not.toBeNull();
  });

  it('wipes off pieces of ruling lines at the edges', () => {
    for (const rule of [
      [0, 0, 60, 2],
      [0, 1, 60, 3],
      [0, 38, 50, 2],
      [0, 0, 3, 40],
      [58, 4, 2, 36],
    ] as Stroke[]) {
      expect(box([rule])).toBeNull();
      const found = findInk(draw([rule, DIGIT]))!;
      expect([found.left, found.top, found.right, found.bottom]).toEqual([20, 10, 24, 26]);
      expect(shadeAt(found.raster, rule[0], rule[1])).toBe(240);
      expect(shadeAt(found.raster, 21, 12)).toBe(20);
    }
  });

  it('wipes off a corner of the border, which is one spot', () => {
    expect(box([[0, 0, 2, 40], [0, 38, 60, 2], DIGIT])).toEqual([20, 10, 24, 26]);
    expect(
      box([
        [0, 0, 2, 40],
        [0, 38, 60, 2],
        [58, 0, 2, 40],
        [0, 0, 60, 1],
      ]),
    ).toBeNull();
  });

  it('keeps what touches the border, and what is far from the rest', () => {
    expect(
      box([
        [0, 0, 2, 40],
        [0, 20, 24, 3],
      ]),
    ).toEqual([0, 0, 24, 40]);
    expect(box([DIGIT, [50, 14, 3, 3]])).toEqual([20, 10, 53, 26]);
  });

  it('leaves upright strokes that have paper above and below', () => {
    expect(box([[1, 10, 3, 16]])).toEqual([1, 10, 4, 26]);
  });

  it('wipes off specks where no point would stand', () => {
    const point: Stroke = [27, 24, 2, 2];
    const found = findInk(draw([DIGIT, point, [32, 10, 4, 16], [25, 8, 1, 2], [50, 4, 2, 2]]))!;
    expect([found.left, found.right]).toEqual([20, 36]);
    expect(shadeAt(found.raster, 25, 8)).toBe(240);
    expect(shadeAt(found.raster, 50, 4)).toBe(240);
    expect(shadeAt(found.raster, 27, 24)).toBe(20);
  });

  it('does not measure print by an underline', () => {
    expect(box([DIGIT, [10, 30, 40, 1]])).toEqual([10, 10, 50, 31]);
  });
});

describe('reading strokes', () => {
  const read = (strokes: readonly Stroke[]) => readStroke(findInk(draw(strokes))!);
  it('reads dashes by their length', () => {
    expect(read([[20, 20, 6, 2]])).toBe('-');
    expect(read([[20, 20, 18, 2]])).toBe('—');
    expect(
      read([
        [20, 20, 16, 2],
        [38, 20, 16, 2],
      ]),
    ).toBe('——');
  });
  it('reads slashes', () => {
    const steps = Array.from({ length: 16 }, (_, i): Stroke => [34 - Math.floor(i / 2), 10 + i, 2, 1]);
    expect(read(steps)).toBe('/');
  });
  it('leaves everything else to the model', () => {
    expect(read([DIGIT])).toBeNull();
    // 二, 7, T, and digits that touch each other.
    expect(
      read([
        [20, 12, 12, 2],
        [16, 24, 20, 2],
      ]),
    ).toBeNull();
    expect(
      read([
        [20, 10, 10, 2],
        [26, 12, 2, 16],
      ]),
    ).toBeNull();
    expect(
      read([
        [16, 10, 30, 2],
        [16, 12, 2, 12],
        [28, 12, 2, 12],
        [44, 12, 2, 12],
      ]),
    ).toBeNull();
    // It may go on beyond the picture.
    expect(read([[40, 20, 20, 2]])).toBeNull();
  });
});
