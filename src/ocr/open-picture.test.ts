import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenedPicture, Raster } from '../model/picture-reader.js';
import { loadPackages, type OcrPackages } from './load-packages.js';
import { openPicture } from './open-picture.js';

let packages: OcrPackages;
beforeAll(async () => {
  packages = await loadPackages();
});

/** 30 x 20, white, with a black square of 10 x 10 in the top left corner and a red one beside it. */
const drawn = () => {
  const canvas = createCanvas(30, 20);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 30, 20);
  context.fillStyle = 'black';
  context.fillRect(0, 0, 10, 10);
  context.fillStyle = '#ff2010';
  context.fillRect(10, 0, 10, 10);
  return sharp(canvas.toBuffer('image/png'));
};
const open = (bytes: Uint8Array): Promise<OpenedPicture> => openPicture(bytes, packages);
const shade = ({ pixels, width }: Raster, x: number, y: number): number => pixels[y * width + x]!;

/** A bitmap of 24 bits, rows from the bottom up. */
function bitmap(
  width: number,
  height: number,
  shadeOf: (x: number, y: number) => number,
  perMetre = 0,
): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.writeUInt32LE(row * height, 34);
  bytes.writeInt32LE(perMetre, 38);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 54 + (height - 1 - y) * row + x * 3;
      bytes.fill(shadeOf(x, y), from, from + 3);
    }
  }
  return bytes;
}

describe('opening pictures', () => {
  const forms: [string, string, () => Promise<Buffer>][] = [
    ['png', 'image/png', () => drawn().png().toBuffer()],
    ['png with a palette', 'image/png', () => drawn().png({ palette: true }).toBuffer()],
    ['png of 16 bits', 'image/png', () => drawn().toColourspace('rgb16').png().toBuffer()],
    ['jpeg', 'image/jpeg', () => drawn().removeAlpha().jpeg({ quality: 95 }).toBuffer()],
    [
      'jpeg of four inks',
      'image/jpeg',
      () => drawn().removeAlpha().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
    ],
    ['tiff', 'image/tiff', () => drawn().tiff().toBuffer()],
    ['gif', 'image/gif', () => drawn().gif().toBuffer()],
    ['webp', 'image/webp', () => drawn().webp({ lossless: true }).toBuffer()],
  ];
  it.each(forms)('reads %s', async (_name, mediaType, make) => {
    const picture = await open(await make());
    expect({ ...picture, page: null }).toEqual({ mediaType, dpi: null, pageCount: 1, page: null });
    const raster = await picture.page(0);
    expect([raster.width, raster.height, raster.pixels.length]).toEqual([30, 20, 600]);
    expect(shade(raster, 25, 15)).toBeGreaterThan(245);
    // Four inks can't print a deep black everywhere: it comes back as a dark grey.
    expect(shade(raster, 4, 4)).toBeLessThan(60);
    expect(shade(raster, 14, 4)).toBeGreaterThan(215);
  });

  it('takes the lightest channel, exactly', async () => {
    const raster = await (await open(await drawn().png().toBuffer())).page(0);
    expect([shade(raster, 4, 4), shade(raster, 14, 4), shade(raster, 25, 4)]).toEqual([0, 255, 255]);
  });

  it('lays what is transparent on white', async () => {
    const canvas = createCanvas(8, 8);
    canvas.getContext('2d').fillRect(0, 0, 4, 8);
    const raster = await (await open(canvas.toBuffer('image/png'))).page(0);
    expect([shade(raster, 1, 1), shade(raster, 6, 1)]).toEqual([0, 255]);
  });

  it('reads a fax', async () => {
    const fax = await drawn()
      .removeAlpha()
      .greyscale()
      .threshold(128)
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 })
      .toBuffer();
    const picture = await open(fax);
    expect(picture.dpi).toBe(200);
    const raster = await picture.page(0);
    expect([shade(raster, 4, 4), shade(raster, 25, 15)]).toEqual([0, 255]);
  });

  it('reads the pages of a TIFF one by one', async () => {
    const pages = await Promise.all(
      ['#000', '#777', '#fff'].map((background) =>
        sharp({ create: { width: 6, height: 4, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const join = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const picture = await open(join);
    expect(picture.pageCount).toBe(3);
    const shades: number[] = [];
    for (let index = 0; index < 3; index++) {
      const raster = await picture.page(index);
      expect([raster.width, raster.height]).toEqual([6, 4]);
      shades.push(shade(raster, 2, 2));
    }
    expect(shades).toEqual([0, 0x77, 255]);
  });

  it('turns a photograph as its camera says', async () => {
    const turned = await drawn()
      .removeAlpha()
      .withMetadata({ orientation: 6, density: 300 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const picture = await open(turned);
    expect(picture.dpi).toBe(300);
    const raster = await picture.page(0);
    expect([raster.width, raster.height]).toEqual([20, 30]);
    // The top left corner goes to the top right.
    expect(shade(raster, 15, 4)).toBeLessThan(40);
    expect(shade(raster, 4, 4)).toBeGreaterThan(215);
  });

  it('reads a bitmap of more rows than one strip', async () => {
    const picture = await open(bitmap(6, 1500, (x, y) => (x === 2 && y === 1400 ? 0 : 230), 11811));
    expect({ ...picture, page: null }).toEqual({
      mediaType: 'image/bmp',
      dpi: 300,
      pageCount: 1,
      page: null,
    });
    const raster = await picture.page(0);
    expect([shade(raster, 2, 1400), shade(raster, 2, 1399), shade(raster, 3, 1400)]).toEqual([0, 230, 230]);
  });

  it('gives the same bytes every time', async () => {
    const bytes = await drawn().removeAlpha().jpeg({ quality: 60 }).toBuffer();
    const [first, second] = [await (await open(bytes)).page(0), await (await open(bytes)).page(0)];
    expect(Buffer.from(first.pixels).equals(Buffer.from(second.pixels))).toBe(true);
  });
});

describe('pictures that are not read', () => {
  const failing = async (bytes: Uint8Array) => (await open(bytes)).page(0);
  const halfOf = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
  const noisy = () => {
    const pixels = Buffer.from(Array.from({ length: 200 * 200 }, (_, i) => (i * 7919) % 251));
    return sharp(pixels, { raw: { width: 200, height: 200, channels: 1 } }).toColourspace('b-w');
  };

  it.each([
    ['no picture', () => Buffer.from('GIF89a but not really')],
    ['a cut JPEG', async () => halfOf(await noisy().jpeg().toBuffer())],
    ['a cut PNG', async () => halfOf(await noisy().png().toBuffer())],
    ['a cut TIFF', async () => halfOf(await noisy().tiff({ compression: 'lzw' }).toBuffer())],
    ['the head of a bitmap', () => bitmap(40, 40, () => 200).subarray(0, 40)],
    ['a cut bitmap', () => bitmap(40, 40, () => 200).subarray(0, 700)],
    ['drawing commands', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('%s', async (_name, make) => {
    await expect(failing(await make())).rejects.toMatchObject({ code: 'picture-damaged' });
  });

  it('refuses what is too large before it is unpacked', async () => {
    const blank = sharp({
      create: { width: 12_001, height: 10_000, channels: 3, background: 'white' },
      limitInputPixels: false,
    });
    const bytes = await blank.toColourspace('b-w').png({ compressionLevel: 1 }).toBuffer();
    await expect(open(bytes)).rejects.toMatchObject({ code: 'picture-too-large' });
    const claims = bitmap(2, 2, () => 0);
    claims.writeInt32LE(50_000, 18);
    claims.writeInt32LE(50_000, 22);
    await expect(open(claims)).rejects.toMatchObject({ code: 'picture-too-large' });
  });
});
