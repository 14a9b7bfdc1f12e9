import type { Raster } from '../model/picture-reader.js';

/** Columns and rows of a picture, the ends not included. */
export interface InkBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Ink that is less dark than this against its paper is dirt or shadow. */
const CONTRAST_MIN = 40;

/** How many pixels have each shade. */
function countShades(pixels: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade]!++;
  return counts;
}

/** The shade below which `share` of all pixels lie. */
function shadeAt(counts: Uint32Array, share: number, total: number): number {
  let below = 0;
  for (let shade = 0; shade < 256; shade++) {
    below += counts[shade]!;
    if (below > share * total) return shade;
  }
  return 255;
}

/**
 * Where the ink of a line stands.
 *
 * @returns null where the picture is as good as blank
 */
export function findInk({ width, height, pixels }: Raster): InkBox | null {
  const counts = countShades(pixels);
  const paper = shadeAt(counts, 0.7, pixels.length);
  const darkest = shadeAt(counts, 4 / pixels.length, pixels.length);
  if (paper - darkest < CONTRAST_MIN) return null;
  const threshold = (paper + darkest) / 2;
  const box: InkBox = { left: width, right: 0, top: height, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x]! >= threshold) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  }
  return box;
}
