import { expect, it } from 'vitest';
import { drawBars, drawnPicture } from '../../testing/layout/drawn-picture.js';
import { dropDarkEdges } from './drop-dark-edges.js';

it('whitens strips and corners at the edges, and nothing inside', () => {
  const picture = drawnPicture(400, 300, (context) => {
    context.fillRect(0, 0, 20, 300);
    context.beginPath();
    context.moveTo(400, 300);
    context.lineTo(370, 300);
    context.lineTo(400, 270);
    context.fill();
    drawBars(context, 100, 100, 5);
  });
  const clean = dropDarkEdges(picture);
  expect(clean.pixels[150 * 400 + 10]).toBe(255);
  expect(clean.pixels[298 * 400 + 398]).toBe(255);
  expect(clean.pixels[110 * 400 + 105]).toBe(0);
});
