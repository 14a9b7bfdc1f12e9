import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../synthesise/random.js';
import { bitsOf, jpegOf, tiffOf } from './encode-picture.js';
import type { ScanLook } from './plan-scan.js';
import { type Pixels, spoilPage } from './spoil-page.js';
import { scannedPdf } from './wrap-scan.js';

const clean: ScanLook = {
  isGrey: false,
  corner: 'grey',
  paper: 255,
  shade: 0,
  blur: 0.3,
  noise: 0,
  specks: 0,
  hasStrip: false,
  ink: 0.8,
  sealsTable: false,
  statesDpi: true,
};

/** A white sheet with a black line across its middle. */
const lined = (width: number, height: number) => {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.fillRect(0, height / 2 - 1, width, 2);
  return canvas;
};

const greyAt = ({ data, width }: Pixels, x: number, y: number): number => data[3 * (y * width + x)]!;

const darkestIn = (pixels: Pixels, x: number): number => {
  const column = Array.from({ length: pixels.height }, (_, y) => greyAt(pixels, x, y));
  return column.indexOf(Math.min(...column));
};

describe('spoilPage', () => {
  it('turns the sheet clockwise and shows the lid at its corners', async () => {
    const pixels = await spoilPage(lined(800, 600), 2, clean, seededRandom(1));
    expect([pixels.width, pixels.height]).toEqual([800, 600]);
    const drop = darkestIn(pixels, 750) - darkestIn(pixels, 50);
    expect(drop / 700).toBeCloseTo(Math.tan((2 * Math.PI) / 180), 2);
    expect(greyAt(pixels, 799, 0)).toBeLessThan(200);
    expect(greyAt(pixels, 400, 100)).toBe(255);
  });

  it('adds specks, shade and a strip', async () => {
    const look = { ...clean, specks: 4000, shade: 0.2, hasStrip: true, paper: 240 };
    const { data } = await spoilPage(lined(800, 600), 0, look, seededRandom(2));
    const dark = data.filter((value) => value < 140).length / 3;
    expect(dark).toBeGreaterThan(800 * 2 + 400);
    expect(Math.max(...data.slice(3 * 800 * 100, 3 * 800 * 101))).toBeLessThanOrEqual(240);
  });

  it('does the same for the same seed', async () => {
    const look = { ...clean, specks: 400, noise: 4, hasStrip: true };
    const spoil = (seed: number) => spoilPage(lined(200, 150), 1, look, seededRandom(seed));
    expect(await spoil(3)).toEqual(await spoil(3));
    expect(await spoil(4)).not.toEqual(await spoil(3));
  });
});

describe('packing', () => {
  const page = () => spoilPage(lined(300, 200), 0, clean, seededRandom(1));

  it('writes JPEGs that state their dots per inch, or do not', async () => {
    const stated = await sharp(await jpegOf(await page(), { isGrey: true, dpi: 150 })).metadata();
    expect([stated.format, stated.density]).toEqual(['jpeg', 150]);
    const silent = await sharp(await jpegOf(await page(), { isGrey: true, dpi: null })).metadata();
    expect([silent.density, silent.channels]).toEqual([72, 1]);
  });

  it.each([true, false])('writes TIFFs of several pages (black and white: %s)', async (isBilevel) => {
    const tiff = await tiffOf([await page(), await page()], { isGrey: false, dpi: 200 }, isBilevel);
    const { format, pages, bitsPerSample, density } = await sharp(tiff).metadata();
    expect({ format, pages, bitsPerSample, density }).toEqual({
      format: 'tiff',
      pages: 2,
      bitsPerSample: isBilevel ? 1 : 8,
      density: 200,
    });
  });

  it('packs eight pixels of black and white into a byte', async () => {
    const bits = await bitsOf(await page());
    const stride = Math.ceil(300 / 8);
    expect(bits.length).toBe(stride * 200);
    expect([bits[0], bits[100 * stride]]).toEqual([0xff, 0x00]);
  });

  it('writes PDFs of the size of the paper, lying on their side where asked', async () => {
    const options = { dpi: 150, isGrey: false, isBilevel: false, isTurned: true };
    const pdf = await PDFDocument.load(await scannedPdf([await page()], options));
    const [sheet] = pdf.getPages();
    expect([sheet!.getWidth(), sheet!.getHeight(), sheet!.getRotation().angle]).toEqual([96, 144, 270]);
  });
});
