import { describe, expect, it } from 'vitest';
import { drawBars, drawnPicture, drawTable } from '../../testing/layout/drawn-picture.js';
import { findSkew } from './find-skew.js';
import { inkMask } from './ink-mask.js';

const page = (degrees: number, isTable: boolean) =>
  inkMask(
    drawnPicture(1200, 900, (context) => {
      context.translate(600, 450);
      context.rotate((degrees * Math.PI) / 180);
      context.translate(-600, -450);
      if (isTable) drawTable(context, [200, 400, 700, 1000], [200, 300, 400, 500, 600]);
      for (let y = 150; y < 750; y += 48) drawBars(context, 220, y, 28);
    }),
    176,
  );

describe('findSkew', () => {
  it.each([-5, -1.95, -0.3, 0, 0.12, 0.5, 1.3, 4.6])('finds %s degrees from rulings and print', (degrees) => {
    expect(Math.abs(findSkew(page(degrees, true)) - degrees)).toBeLessThanOrEqual(0.05);
  });

  it.each([-2, 0, 1.4])('finds %s degrees from print alone', (degrees) => {
    expect(Math.abs(findSkew(page(degrees, false)) - degrees)).toBeLessThanOrEqual(0.06);
  });

  it('takes a blank page as level', () => {
    expect(findSkew({ width: 50, height: 50, bits: new Uint8Array(2500) })).toBe(0);
  });
});
