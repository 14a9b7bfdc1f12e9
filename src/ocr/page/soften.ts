import type { Raster } from '../../model/picture-reader.js';

/** Makes the hard steps of a black-and-white picture soft, as a scanner that keeps grey would: each pixel takes in its neighbours. */
export function soften({ width, height, pixels }: Raster): Raster {
  const across = new Uint16Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const left = pixels[row + Math.max(0, x - 1)]!;
      const right = pixels[row + Math.min(width - 1, x + 1)]!;
      across[row + x] = left + 2 * pixels[row + x]! + right;
    }
  }
  const soft = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const [above, row, below] = [Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      soft[row + x] = Math.round((across[above + x]! + 2 * across[row + x]! + across[below + x]!) / 16);
    }
  }
  return { width, height, pixels: soft };
}
