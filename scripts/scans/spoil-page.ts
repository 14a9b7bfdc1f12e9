import type { Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Random } from '../synthesise/random.js';
import type { ScanLook } from './plan-scan.js';

/** Three bytes a pixel, row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Grey value of a scanner's lid where it is not white. */
const LID = 178;
/** Pixels of a page of A4 at 200 dpi: the number of specks is for a page of this size. */
const PAGE_PIXELS = 1654 * 2339;
/** Width of a dark strip, of the page's width. */
const STRIP_SHARE = 0.022;

/** Two numbers of a normal distribution are drawn from two even ones; one is enough here. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** Turns a sheet by some degrees on the glass: what juts out is lost, what is laid bare is the lid. */
const lay = async (canvas: Canvas, degrees: number, look: ScanLook): Promise<Pixels> => {
  const { width, height } = canvas;
  const lid = look.corner === 'white' ? 255 : LID;
  const rgba = Buffer.from(canvas.getContext('2d').getImageData(0, 0, width, height).data.buffer);
  const turned = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .rotate(degrees, { background: { r: lid, g: lid, b: lid } })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { info } = turned;
  const flat = await sharp(turned.data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .extract({
      left: Math.floor((info.width - width) / 2),
      top: Math.floor((info.height - height) / 2),
      width,
      height,
    })
    .blur(look.blur)
    .raw()
    .toBuffer();
  return { data: flat, width, height };
};

/** Paper that is not white, light that falls unevenly, and noise. */
const shadeIn = ({ data, width, height }: Pixels, look: ScanLook, random: Random): void => {
  const [towardsX, towardsY] = [random.next() * 2 - 1, random.next() * 2 - 1];
  const reach = Math.abs(towardsX) + Math.abs(towardsY) || 1;
  // Noise from a table: drawing each pixel's own takes longer than all the rest.
  const noise = Float32Array.from({ length: 8191 }, () => normal(random) * look.noise);
  for (let y = 0, at = 0, tick = random.int(0, 8190); y < height; y++) {
    // A jump a row, so that the table's period does not show as a pattern.
    tick += random.int(0, 8190);
    for (let x = 0; x < width; x++, tick++) {
      const across = ((x / width - 0.5) * towardsX + (y / height - 0.5) * towardsY) / reach + 0.5;
      const light = (look.paper / 255) * (1 - look.shade * across);
      for (let channel = 0; channel < 3; channel++, at++) {
        const value = data[at]! * light + noise[tick % 8191]!;
        data[at] = value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
};

const fillBox = (
  { data, width, height }: Pixels,
  left: number,
  top: number,
  across: number,
  down: number,
  value: number,
): void => {
  for (let y = Math.max(0, top); y < Math.min(height, top + down); y++)
    data.fill(value, 3 * (y * width + Math.max(0, left)), 3 * (y * width + Math.min(width, left + across)));
};

/** Dust and pinholes of 1 to 3 pixels, mostly dark ones. */
const addSpecks = (pixels: Pixels, look: ScanLook, random: Random): void => {
  const { width, height } = pixels;
  const count = Math.round((look.specks * width * height) / PAGE_PIXELS);
  for (let speck = 0; speck < count; speck++) {
    const value = random.chance(0.7) ? random.int(10, 130) : 255;
    const [x, y] = [random.int(0, width - 1), random.int(0, height - 1)];
    const [across, down] = random.pick([
      [1, 1],
      [2, 1],
      [1, 2],
      [2, 2],
      [3, 2],
    ] as const);
    fillBox(pixels, x, y, across, down, value);
  }
};

const addStrip = (pixels: Pixels, random: Random): void => {
  const { width, height } = pixels;
  const thick = Math.round(width * STRIP_SHARE * (0.4 + random.next()));
  const value = random.int(15, 60);
  const side = random.pick(['left', 'right', 'top'] as const);
  if (side === 'top') fillBox(pixels, 0, 0, width, thick, value);
  else fillBox(pixels, side === 'left' ? 0 : width - thick, 0, thick, height, value);
};

/**
 * Makes a scan of a sheet: laid askew, dull paper, uneven light, noise, a dark strip, specks.
 * @param degrees clockwise
 */
export async function spoilPage(
  canvas: Canvas,
  degrees: number,
  look: ScanLook,
  random: Random,
): Promise<Pixels> {
  const pixels = await lay(canvas, degrees, look);
  shadeIn(pixels, look, random.fork('light'));
  if (look.hasStrip) addStrip(pixels, random.fork('strip'));
  addSpecks(pixels, look, random.fork('specks'));
  return pixels;
}
