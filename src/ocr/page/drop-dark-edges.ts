import type { Raster } from '../../model/picture-reader.js';

/** How far a dark strip at the edge of a scan may reach in, as a share of the picture. */
const REACH_MAX = 0.12;
/** Darker than this (of 255) is no paper. */
const DARK_BELOW = 200;
/** Light pixels in a row that end the strip. */
const LIGHT_MIN = 3;

/** Whitens what is dark from the edge of the picture inwards: the lid of the scanner, corners that a turned page leaves. */
export function dropDarkEdges(picture: Raster): Raster {
  const { width, height } = picture;
  const pixels = picture.pixels.slice();
  const source = picture.pixels;
  const walk = (start: number, step: number, length: number) => {
    const reach = Math.floor(length * REACH_MAX);
    let end = 0;
    for (let i = 0, light = 0; i < reach && light < LIGHT_MIN; i++) {
      if (source[start + i * step]! < DARK_BELOW) {
        light = 0;
        end = i + 1;
      } else light++;
    }
    // The strip's soft edge is lighter than the strip.
    const soft = end === 0 ? 0 : Math.min(length, end + 2);
    for (let i = 0; i < soft; i++) pixels[start + i * step] = 255;
  };
  for (let y = 0; y < height; y++) {
    walk(y * width, 1, width);
    walk(y * width + width - 1, -1, width);
  }
  for (let x = 0; x < width; x++) {
    walk(x, width, height);
    walk((height - 1) * width + x, -width, height);
  }
  return { width, height, pixels };
}
