import { beforeAll, describe, expect, it } from 'vitest';
import type { PictureReader, Raster } from '../../model/picture-reader.js';
import { drawBars, drawnPicture, drawTable } from '../../testing/layout/drawn-picture.js';
import { openAids } from '../open-aids.js';
import { INK_BELOW, straighten } from './straighten.js';

const DPI = 150;
/** The upper edge of the table, its left one, and its height. */
const [TOP, LEFT, HIGH] = [200, 150, 300];

const upright = drawnPicture(1000, 700, (context) => {
  drawTable(context, [LEFT, 500, 850], [TOP, TOP + HIGH / 2, TOP + HIGH], 3);
  for (const y of [30, 80, 560, 610]) drawBars(context, 150, y, 20);
});

/** How many rows the upper line of the table takes from its left to its right end. */
function lean({ width, pixels }: Raster): number {
  const topAt = (x: number) => {
    for (let y = TOP - 60; y < TOP + 60; y++) if (pixels[y * width + x]! < INK_BELOW) return y;
    return Number.NaN;
  };
  return Math.abs(topAt(LEFT + 40) - topAt(800));
}

describe('straighten', () => {
  let reader: PictureReader;
  beforeAll(async () => {
    reader = await openAids().pictures();
  });

  it('levels a page that leans, and knows where a box of it stood', async () => {
    const turned = await reader.rotate(upright, 1.2);
    const { picture, toOriginal } = await straighten(turned, { dpi: DPI, turn: 0, reader });
    expect(lean(turned)).toBeGreaterThan(10);
    expect(lean(picture)).toBeLessThanOrEqual(2);
    const [x0, y0, x1, y1] = toOriginal([LEFT, TOP, LEFT + 10, TOP + 10]);
    expect(x1 - x0).toBeGreaterThan(10);
    expect(y1 - y0).toBeLessThan(12);
    expect(picture.width).toBe(turned.width);
  });

  it('leaves a level page as it is', async () => {
    const { picture, toOriginal } = await straighten(upright, { dpi: DPI, turn: 0, reader });
    expect(lean(picture)).toBe(0);
    expect(toOriginal([10, 20, 30, 50])).toEqual([10, 20, 30, 50]);
  });

  it.each([1, 2, 3] as const)('turns a page by %d quarters, and boxes back', async (turn) => {
    const lying = await reader.rotate(upright, -90 * turn);
    const { picture, toOriginal } = await straighten(lying, { dpi: DPI, turn, reader });
    expect([picture.width, picture.height]).toEqual([1000, 700]);
    expect(picture.pixels[(TOP + 1) * 1000 + 300]).toBeLessThan(INK_BELOW);
    const [x0, y0, x1, y1] = toOriginal([300, TOP, 310, TOP + 3]).map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
    const middle = Math.floor((y0 + y1) / 2) * lying.width + Math.floor((x0 + x1) / 2);
    expect(lying.pixels[middle]).toBeLessThan(INK_BELOW);
    expect([x1 - x0, y1 - y0].sort((a, b) => a - b)).toEqual([3, 10]);
  });
});
