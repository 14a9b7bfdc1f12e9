import type { Raster } from '../../model/picture-reader.js';

/** Which pixels hold ink: 1, row by row from the top left. */
export interface InkMask {
  width: number;
  height: number;
  bits: Uint8Array;
}

/** @param below a pixel darker than this is ink, 0 to 255; the picture's paper is white, see flattenLight */
export function inkMask({ width, height, pixels }: Raster, below: number): InkMask {
  const bits = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) bits[i] = pixels[i]! < below ? 1 : 0;
  return { width, height, bits };
}

/** Rows become columns: what finds horizontal lines finds vertical ones in it. */
export function transpose({ width, height, bits }: InkMask): InkMask {
  const turned = new Uint8Array(bits.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0, from = y * width, to = y; x < width; x++, from++, to += height) turned[to] = bits[from]!;
  }
  return { width: height, height: width, bits: turned };
}
