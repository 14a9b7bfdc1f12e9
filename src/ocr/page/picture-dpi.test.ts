import { describe, expect, it } from 'vitest';
import { drawBars, drawnPicture } from '../../testing/layout/drawn-picture.js';
import { pictureDpi } from './picture-dpi.js';

/** A page of 1000 by 1414 pixels with lines of print whose em is so many pixels high. */
const pageOf = (em: number) =>
  drawnPicture(1000, 1414, (context) => {
    for (let y = 100; y < 1300; y += 3 * em) drawBars(context, 80, y, Math.floor(800 / em), em);
  });

const A4 = 1414 / 11.69;

describe('pictureDpi', () => {
  it('takes what the file states where it can be so', () => {
    expect(pictureDpi(pageOf(20), 130)).toBe(130);
  });

  it('takes a page for A4 where nothing, or what can not be, is stated', () => {
    for (const stated of [null, 1200, 5]) expect(pictureDpi(pageOf(20), stated)).toBeCloseTo(A4, 3);
  });

  it('goes by the size of the print where no page would be printed so', () => {
    // At 72 dots per inch print of 20 pixels has 20 points or more, on a sheet of A4 print of 8 pixels less than 6.
    expect(pictureDpi(pageOf(20), 72)).toBeGreaterThan(1.5 * 72);
    expect(pictureDpi(pageOf(8), null)).toBeLessThan(0.7 * A4);
  });

  it('has the size of the sheet alone to go by where nothing is printed', () => {
    expect(
      pictureDpi(
        drawnPicture(1000, 1414, () => undefined),
        null,
      ),
    ).toBeCloseTo(A4, 3);
  });
});
