import type { Raster } from '../model/picture-reader.js';
import type { OcrPackages } from './load-packages.js';

/** Turns clockwise around the centre; white comes in at the corners, and the picture grows to hold them. */
export async function rotateRaster(
  { width, height, pixels }: Raster,
  degrees: number,
  { sharp }: OcrPackages,
): Promise<Raster> {
  const turn = ((degrees % 360) + 360) % 360;
  const from = sharp(pixels, { raw: { width, height, channels: 1 }, limitInputPixels: false });
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  // Quarter turns only move pixels.
  const turned =
    turn % 90 === 0
      ? from.rotate(turn)
      : from.affine([cos, -sin, sin, cos], { background: 'white', interpolator: 'bicubic' });
  const { data, info } = await turned
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}
