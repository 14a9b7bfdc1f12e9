import type { OpenedPicture, Raster } from '../model/picture-reader.js';
import { lightestChannel } from './lightest-channel.js';
import type { OcrPackages } from './load-packages.js';
import { damaged, PIXELS_MAX, tooLarge } from './picture-errors.js';
import { usableDpi } from './usable-dpi.js';

/** Rows that are unpacked at a time: four bytes a pixel are many in a scan. */
const STRIP = 1024;
const INCHES_A_METRE = 39.37;
/** The shortest head has 12 bytes, and gives the size in two bytes each. */
const OLD_HEAD = 12;

interface Head {
  width: number;
  height: number;
  dpi: number | null;
}

export const isBitmap = (bytes: Uint8Array): boolean => bytes[0] === 0x42 && bytes[1] === 0x4d;

function readHead(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) throw damaged();
  if (view.getUint32(14, true) === OLD_HEAD) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true), dpi: null };
  }
  if (bytes.length < 54) throw damaged();
  return {
    width: Math.abs(view.getInt32(18, true)),
    // Negative where the rows stand from the top.
    height: Math.abs(view.getInt32(22, true)),
    dpi: usableDpi(view.getInt32(38, true) / INCHES_A_METRE),
  };
}

/**
 * Windows bitmaps, which sharp does not read.
 *
 * @throws UnreadableSourceError `picture-damaged`, `picture-too-large`
 */
export function openBitmap(bytes: Uint8Array, { canvas }: OcrPackages): OpenedPicture {
  const { width, height, dpi } = readHead(bytes);
  if (width === 0 || height === 0) throw damaged();
  if (width * height > PIXELS_MAX) throw tooLarge();

  async function page(): Promise<Raster> {
    const image = await canvas.loadImage(Buffer.from(bytes)).catch((cause: unknown) => {
      throw damaged(cause);
    });
    if (image.width !== width || image.height !== height) throw damaged();
    const pixels = new Uint8Array(width * height);
    for (let top = 0; top < height; top += STRIP) {
      const rows = Math.min(STRIP, height - top);
      const context = canvas.createCanvas(width, rows).getContext('2d');
      context.fillStyle = 'white';
      context.fillRect(0, 0, width, rows);
      context.drawImage(image, 0, -top);
      const { data } = context.getImageData(0, 0, width, rows);
      lightestChannel(new Uint8Array(data.buffer, data.byteOffset, data.length), 4, pixels, top * width);
    }
    return { width, height, pixels };
  }
  return { mediaType: 'image/bmp', dpi, pageCount: 1, page };
}
