import { expect, it } from 'vitest';
import { soften } from './soften.js';

it('spreads each pixel over its neighbours and keeps flat parts', () => {
  const pixels = new Uint8Array(25).fill(255);
  pixels[12] = 0;
  const soft = soften({ width: 5, height: 5, pixels });
  expect([...soft.pixels.subarray(5, 10)]).toEqual([255, 239, 223, 239, 255]);
  expect(soft.pixels[12]).toBe(191);
  expect(soft.pixels[0]).toBe(255);
});
