import { describe, expect, it } from 'vitest';
import { drawBars, drawnPicture } from '../../testing/layout/drawn-picture.js';
import { flattenLight } from './flatten-light.js';

const at = (picture: { width: number; pixels: Uint8Array }, x: number, y: number) =>
  picture.pixels[y * picture.width + x]!;

describe('flattenLight', () => {
  it('makes a shadow as white as the rest, and keeps print dark', () => {
    const picture = drawnPicture(600, 300, (context) => {
      for (let x = 0; x < 600; x++) {
        const level = Math.round(250 - (x / 600) * 70);
        context.fillStyle = `rgb(${level},${level},${level})`;
        context.fillRect(x, 0, 1, 300);
      }
      context.fillStyle = '#282828';
      drawBars(context, 40, 100, 20);
    });
    const flat = flattenLight(picture, 200);
    expect(at(flat, 20, 20)).toBeGreaterThan(235);
    expect(at(flat, 580, 280)).toBeGreaterThan(235);
    expect(at(flat, 44, 110)).toBeLessThan(90);
    expect(at(flat, 500, 110)).toBeLessThan(90);
  });

  it('makes pale print darker', () => {
    const picture = drawnPicture(400, 200, (context) => {
      context.fillStyle = '#a0a0a0';
      drawBars(context, 40, 80, 10);
    });
    expect(at(flattenLight(picture, 200), 44, 90)).toBeLessThan(120);
  });

  it('leaves a blank page blank', () => {
    const flat = flattenLight(
      drawnPicture(200, 200, () => undefined),
      200,
    );
    expect(flat.pixels.every((pixel) => pixel === 255)).toBe(true);
  });
});
