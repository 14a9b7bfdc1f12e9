import { expect, it } from 'vitest';
import { drawBars, drawnPicture } from '../../testing/layout/drawn-picture.js';
import { findStains } from './find-stains.js';
import { inkMask } from './ink-mask.js';
import { inkPieces } from './ink-pieces.js';

it('tells what a seal leaves from print, and leaves short hairlines alone', () => {
  const picture = drawnPicture(400, 200, (context) => {
    context.fillStyle = '#303030';
    drawBars(context, 20, 40, 12);
    context.fillStyle = '#a8a8a8';
    context.fillRect(50, 90, 120, 6);
    context.fillRect(250, 90, 22, 2);
  });
  const pieces = inkPieces(inkMask(picture, 176), picture);
  expect(findStains(pieces, 24, 176).pieces.map(({ x0, x1 }) => [x0, x1])).toEqual([[50, 170]]);
});
