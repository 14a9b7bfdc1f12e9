import { lightestChannel } from '../model/lightest-channel.js';
import type { OpenedPicture, Raster } from '../model/picture-reader.js';
import { damaged, PIXELS_MAX, tooLarge } from './damaged-picture.js';
import type { OcrPackages } from './load-packages.js';
import { usableDpi } from './usable-dpi.js';

/** Rows that are unpacked at a time: four bytes a pixel are many in a scan. */
const STRIP = 1024;
const INCHES_A_METRE = 39.37;
/** The shortest head has 12 bytes, and gives the size in two bytes each. */
const OLD_HEAD = 12;

/** Ways of packing of which the size can't be told. */
const RUN_LENGTHS_8 = 1;
const RUN_LENGTHS_4 = 2;

interface Head {
  width: number;
  height: number;
  dpi: number | null;
  /** Bytes that the file must have. */
  end: number;
}

export const isBitmap = (bytes: Uint8Array): boolean => bytes[0] === 0x42 && bytes[1] === 0x4d;

function readHead(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) throw damaged();
  if (view.getUint32(14, true) === OLD_HEAD) {
    const [width, height] = [view.getUint16(18, true), view.getUint16(20, true)];
    return { width, height, dpi: null, end: endOf(view, width, height, 24) };
  }
  if (bytes.length < 54) throw damaged();
  const width = Math.abs(view.getInt32(18, true));
  // Negative where the rows stand from the top.
  const height = Math.abs(view.getInt32(22, true));
  const isPacked = view.getUint32(30, true) === RUN_LENGTHS_8 || view.getUint32(30, true) === RUN_LENGTHS_4;
  return {
    width,
    height,
    dpi: usableDpi(view.getInt32(38, true) / INCHES_A_METRE),
    end: isPacked ? 0 : endOf(view, width, height, 28),
  };
}

/** Where the pixels end. Rows are filled up to four bytes. */
function endOf(view: DataView, width: number, height: number, bitsAt: number): number {
  const row = Math.ceil((width * view.getUint16(bitsAt, true)) / 32) * 4;
  return view.getUint32(10, true) + row * height;
}

/**
 * Windows bitmaps, which sharp does not read.
 *
 * @throws UnreadableSourceError `picture-damaged`, `picture-too-large`
 */
export function openBitmap(bytes: Uint8Array, { canvas }: OcrPackages): OpenedPicture {
  const { width, height, dpi, end } = readHead(bytes);
  if (width === 0 || height === 0) throw damaged();
  if (width * height > PIXELS_MAX) throw tooLarge();
  // The decoder takes what is missing for black.
  if (bytes.length < end) throw damaged();

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
