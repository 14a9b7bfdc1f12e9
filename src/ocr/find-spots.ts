import type { Raster } from '../model/picture-reader.js';

/** Columns and rows of a picture, `right` and `bottom` not included. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Dark pixels that touch each other: a stroke, a digit, a speck, a piece of a ruling line. */
export interface Spot extends Box {
  /** Where its pixels stand in the picture. */
  at: number[];
}

/**
 * @param threshold lighter pixels are paper
 * @returns in the order of their first pixel, row by row
 */
export function findSpots({ width, height, pixels }: Raster, threshold: number): Spot[] {
  const isOpen = Uint8Array.from(pixels, (shade) => (shade < threshold ? 1 : 0));
  const spots: Spot[] = [];
  for (let start = 0; start < isOpen.length; start++) {
    if (isOpen[start]) spots.push(takeSpot(start));
  }
  return spots;

  function takeSpot(start: number): Spot {
    const spot: Spot = { left: width, right: 0, top: height, bottom: 0, at: [start] };
    isOpen[start] = 0;
    for (const at of spot.at) {
      const x = at % width;
      const y = (at - x) / width;
      spot.left = Math.min(spot.left, x);
      spot.right = Math.max(spot.right, x + 1);
      spot.top = Math.min(spot.top, y);
      spot.bottom = Math.max(spot.bottom, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (!isOpen[next]) continue;
          isOpen[next] = 0;
          spot.at.push(next);
        }
      }
    }
    return spot;
  }
}
