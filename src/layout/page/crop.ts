import type { Raster } from '../../model/picture-reader.js';

/** What a document does not show of a picture: shares of its width and height at each side. Below zero is white around it. */
export interface Crop {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The part [left, right) by [top, bottom) of a picture, in pixels; what lies outside of it is left out. */
export function cutOut(
  { width, height, pixels }: Raster,
  box: { left: number; top: number; right: number; bottom: number },
): Raster {
  const [left, right] = [Math.max(0, box.left), Math.min(width, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(height, box.bottom)];
  const part = new Uint8Array(Math.max(0, right - left) * Math.max(0, bottom - top));
  for (let y = top; y < bottom; y++) {
    part.set(pixels.subarray(y * width + left, y * width + right), (y - top) * (right - left));
  }
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top), pixels: part };
}

/** The part of a picture that a document shows. */
export function cropPicture(picture: Raster, { left, top, right, bottom }: Crop): Raster {
  const { width, height } = picture;
  return cutOut(picture, {
    left: Math.round(left * width),
    top: Math.round(top * height),
    right: Math.round((1 - right) * width),
    bottom: Math.round((1 - bottom) * height),
  });
}
