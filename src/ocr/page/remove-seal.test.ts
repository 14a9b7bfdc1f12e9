import { describe, expect, it } from 'vitest';
import { drawnPicture } from '../../testing/layout/drawn-picture.js';
import { inkMask } from './ink-mask.js';
import { inkPieces } from './ink-pieces.js';
import { removeSeal } from './remove-seal.js';

const EM = 30;
const INK_BELOW = 176;
type Draw = Parameters<typeof drawnPicture>[2];

const drawSeal =
  (shade: string, print = '#101010'): Draw =>
  (context) => {
    // Print elsewhere on the page.
    context.fillStyle = print;
    for (let y = 500; y < 590; y += 30) for (let x = 20; x < 580; x += 20) context.fillRect(x, y, 6, 20);
    context.strokeStyle = shade;
    context.lineWidth = 8;
    context.beginPath();
    context.arc(300, 300, 150, 0, 7);
    context.stroke();
    context.fillStyle = shade;
    context.fillRect(280, 270, 60, 60);
  };

/** The picture after the seal is gone: how many pixels of ink a box holds. */
function inkAfter(draw: Draw, box: [number, number, number, number]): { removed: boolean; ink: number } {
  const picture = drawnPicture(600, 600, draw);
  const pieces = inkPieces(inkMask(picture, INK_BELOW), picture);
  const gone = removeSeal(picture, pieces, { em: EM, dpi: 200, inkBelow: INK_BELOW });
  const removed = gone !== null;
  let ink = 0;
  for (let y = box[1]; y < box[3]; y++)
    for (let x = box[0]; x < box[2]; x++) if (picture.pixels[y * 600 + x]! < INK_BELOW) ink++;
  return { removed, ink };
}

describe('removeSeal', () => {
  it('takes off a grey ring and what stands in it', () => {
    expect(inkAfter(drawSeal('#787878'), [0, 0, 600, 490])).toEqual({ removed: true, ink: 0 });
  });

  it('leaves print that the ring crosses, and print that stands free in it', () => {
    const draw: Draw = (context) => {
      drawSeal('#787878')(context);
      context.fillStyle = '#111';
      context.fillRect(295, 140, 6, 22);
      context.fillRect(220, 300, 6, 22);
    };
    const { ink } = inkAfter(draw, [290, 135, 306, 165]);
    expect(ink).toBeGreaterThanOrEqual(6 * 22);
    expect(ink).toBeLessThan(6 * 22 + 20);
    expect(inkAfter(draw, [215, 295, 231, 325]).ink).toBe(6 * 22);
  });

  it('keeps the edges of thin strokes, which are no darker than the seal', () => {
    const draw: Draw = (context) => {
      drawSeal('#787878')(context);
      context.fillStyle = '#777';
      context.fillRect(220, 300, 6, 22);
      context.fillStyle = '#222';
      context.fillRect(222, 305, 2, 8);
    };
    expect(inkAfter(draw, [215, 295, 231, 325]).ink).toBe(6 * 22);
  });

  it('takes no drawing for a seal where the print is as pale', () => {
    expect(inkAfter(drawSeal('#787878', '#787878'), [0, 0, 600, 600]).removed).toBe(false);
  });

  it.each([
    ['black, as a frame or a logo is', '#101010'],
    ['paler than ink', '#c8c8c8'],
  ])('takes nothing for a seal that is %s', (_, shade) => {
    const draw = drawSeal(shade);
    const before = drawnPicture(600, 600, draw).pixels.filter((pixel) => pixel < INK_BELOW).length;
    expect(inkAfter(draw, [0, 0, 600, 600])).toEqual({ removed: false, ink: before });
  });
});
