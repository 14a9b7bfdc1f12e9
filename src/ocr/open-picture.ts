import type { Metadata } from 'sharp';
import { lightestChannel } from '../model/lightest-channel.js';
import type { OpenedPicture, Raster } from '../model/picture-reader.js';
import { damaged, PIXELS_MAX, tooLarge } from './damaged-picture.js';
import type { OcrPackages } from './load-packages.js';
import { isBitmap, openBitmap } from './open-bitmap.js';
import { usableDpi } from './usable-dpi.js';

const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  gif: 'image/gif',
  webp: 'image/webp',
};

const said = (cause: unknown): unknown =>
  cause instanceof Error && /exceeds pixel limit/u.test(cause.message) ? tooLarge() : damaged(cause);

/**
 * PNG, JPEG, TIFF, GIF, WebP and BMP. Turned as the file says (EXIF), on white, grey.
 *
 * @throws UnreadableSourceError `picture-damaged`, `picture-too-large`
 */
export async function openPicture(bytes: Uint8Array, packages: OcrPackages): Promise<OpenedPicture> {
  if (isBitmap(bytes)) return openBitmap(bytes, packages);
  const { sharp } = packages;
  const decode = (page: number) =>
    sharp(bytes, { page, limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true });
  const head: Metadata = await decode(0)
    .metadata()
    .catch((cause: unknown) => {
      throw said(cause);
    });
  const mediaType = MEDIA_TYPES[head.format];
  if (!mediaType) throw damaged();

  async function page(index: number): Promise<Raster> {
    const { data, info } = await decode(index)
      .autoOrient()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
      .catch((cause: unknown) => {
        throw said(cause);
      });
    const { width, height, channels } = info;
    const pixels = new Uint8Array(width * height);
    lightestChannel(data, channels, pixels, 0);
    return { width, height, pixels };
  }
  return { mediaType, dpi: usableDpi(head.density), pageCount: head.pages ?? 1, page };
}
