import sharp, { type Sharp } from 'sharp';
import type { Pixels } from './spoil-page.js';

const JPEG_QUALITY = 60;
/** A scanner set to black and white takes a pixel below this grey value for ink. */
const INK_BELOW = 150;
const MM_PER_INCH = 25.4;

export interface EncodeOptions {
  isGrey: boolean;
  /** Written into the file, unless it is null. */
  dpi: number | null;
}

const open = ({ data, width, height }: Pixels, { isGrey, dpi }: EncodeOptions): Sharp => {
  const picture = sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 3 },
  });
  const shown = isGrey ? picture.greyscale().toColourspace('b-w') : picture;
  return dpi === null ? shown : shown.withMetadata({ density: dpi });
};

export const jpegOf = async (pixels: Pixels, options: EncodeOptions): Promise<Uint8Array> =>
  new Uint8Array(await open(pixels, options).jpeg({ quality: JPEG_QUALITY }).toBuffer());

/** PNGs of scans have been JPEGs before. */
export const pngOf = async (pixels: Pixels, options: EncodeOptions): Promise<Uint8Array> => {
  const spoilt = sharp(await jpegOf(pixels, { ...options, dpi: null }));
  const stated = options.dpi === null ? spoilt : spoilt.withMetadata({ density: options.dpi });
  return new Uint8Array(await stated.png().toBuffer());
};

/** Black and white, a bit a pixel, 1 is white; each row begins with a new byte. */
export const bitsOf = async (pixels: Pixels): Promise<Uint8Array> => {
  const { width, height } = pixels;
  const grey = await open(pixels, { isGrey: true, dpi: null }).raw().toBuffer();
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (grey[y * width + x]! >= INK_BELOW) bits[y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
  return bits;
};

/** One TIFF of all pages, which are of one size. In black and white it is packed as a fax is. */
export const tiffOf = async (
  pages: readonly Pixels[],
  options: EncodeOptions,
  isBilevel: boolean,
): Promise<Uint8Array> => {
  const pictures = await Promise.all(
    pages.map((page) => {
      const picture = open(page, { ...options, isGrey: options.isGrey && !isBilevel, dpi: null });
      return (isBilevel ? picture.threshold(INK_BELOW) : picture).png().toBuffer();
    }),
  );
  const perMm =
    options.dpi === null ? {} : { xres: options.dpi / MM_PER_INCH, yres: options.dpi / MM_PER_INCH };
  const joined = sharp(pictures, { join: { animated: true } });
  const tiff = isBilevel
    ? joined.toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1, ...perMm })
    : joined.tiff({ compression: 'jpeg', quality: JPEG_QUALITY, ...perMm });
  return new Uint8Array(await tiff.toBuffer());
};
