import { describe, expect, it } from 'vitest';
import { thicken } from './thicken.js';

describe('thicken', () => {
  it('darkens the pixel left of a stroke by half, and leaves the picture that it was given', () => {
    const given = { width: 4, height: 1, pixels: Uint8Array.from([255, 255, 55, 255]) };
    expect([...thicken(given).pixels]).toEqual([255, 155, 55, 255]);
    expect([...given.pixels]).toEqual([255, 255, 55, 255]);
  });

  it('does not reach round the edge into the next row', () => {
    const given = { width: 2, height: 2, pixels: Uint8Array.from([255, 255, 0, 255]) };
    expect([...thicken(given).pixels]).toEqual([255, 255, 0, 255]);
  });
});
