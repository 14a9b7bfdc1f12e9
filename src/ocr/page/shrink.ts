import type { Raster } from '../../model/picture-reader.js';

/** A smaller picture: each pixel is the mean of `factor` by `factor` old ones. Rests at the right and lower edge are left out. */
export function shrink({ width, height, pixels }: Raster, factor: number): Raster {
  if (factor === 1) return { width, height, pixels };
  const [w, h] = [Math.max(1, Math.floor(width / factor)), Math.max(1, Math.floor(height / factor))];
  const small = new Uint8Array(w * h);
  const sums = new Uint32Array(w);
  for (let y = 0; y < h; y++) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row++) {
      for (let x = 0, from = row * width; x < w; x++)
        for (let i = 0; i < factor; i++) sums[x]! += pixels[from++] ?? 255;
    }
    for (let x = 0; x < w; x++) small[y * w + x] = Math.round(sums[x]! / (factor * factor));
  }
  return { width: w, height: h, pixels: small };
}
