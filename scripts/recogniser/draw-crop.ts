import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Raster } from '../../src/model/picture-reader.js';
import type { Random } from '../synthesise/random.js';

/** A cell of a scanned table with one figure in it, cut out between its ruling lines. */
export interface Crop {
  /** What is printed: empty for an empty cell. */
  text: string;
  raster: Raster;
  /** Font, size and damage, for lists. */
  how: string;
}

const FAMILIES = [
  'Noto Serif CJK JP',
  'Noto Sans CJK JP',
  'AR PL UMing CN',
  'AR PL UKai CN',
  'WenQuanYi Zen Hei',
  'WenQuanYi Micro Hei',
  'Liberation Serif',
  'Liberation Sans',
  'Liberation Sans Narrow',
  'Liberation Mono',
  'DejaVu Sans',
  'DejaVu Serif',
];
const POINTS = [9, 10, 10.5, 12];
const DPIS = [150, 200];
const POINTS_AN_INCH = 72;

/** Those of the fonts above that this machine has. */
export const families = (): string[] => FAMILIES.filter((family) => GlobalFonts.has(family));

/** How the cell was printed and scanned: all in pixels, shades 0 to 255. */
interface Scan {
  em: number;
  degrees: number;
  blur: number;
  ink: number;
  paper: number;
  specks: number;
  jpeg: boolean;
  bilevel: boolean;
  /** How far inside of the ruling line each side is cut; below 0 the line is left in the crop. */
  insets: [number, number, number, number];
}

function drawScan(random: Random, em: number): Scan {
  const inset = () => (random.chance(0.04) ? random.int(-2, 0) : random.int(1, 3));
  return {
    em,
    degrees: (random.next() * 2 - 1) * 0.3,
    blur: random.chance(0.7) ? 0.3 + random.next() * 0.6 : 0,
    ink: random.int(0, 90),
    paper: random.int(232, 255),
    specks: random.chance(0.6) ? random.next() * 0.001 : 0,
    jpeg: random.chance(0.7),
    bilevel: random.chance(0.12),
    insets: [inset(), inset(), inset(), inset()],
  };
}

const grey = (shade: number): string => `rgb(${shade},${shade},${shade})`;

/** Draws the cell with its borders, some paper around them, turned a little. */
function drawCell(text: string, font: string, scan: Scan, random: Random) {
  const measure = createCanvas(8, 8).getContext('2d');
  measure.font = font;
  const textWidth = measure.measureText(text).width;
  const width = Math.ceil(textWidth + scan.em * (0.9 + random.next() * 2.4));
  const height = Math.ceil(scan.em * (1.5 + random.next() * 1.3));
  const around = 12;
  const canvas = createCanvas(width + 2 * around, height + 2 * around);
  const context = canvas.getContext('2d');
  context.fillStyle = grey(scan.paper);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((scan.degrees * Math.PI) / 180);
  context.translate(-canvas.width / 2, -canvas.height / 2);
  context.strokeStyle = context.fillStyle = grey(scan.ink);
  context.lineWidth = 1 + random.next();
  context.strokeRect(around, around, width, height);
  context.font = font;
  context.textBaseline = 'middle';
  const place = random.pick([0.5, 0.5, 0.12, 0.88]);
  context.fillText(text, around + (width - textWidth) * place, around + height / 2 + random.next() * 2 - 1);
  for (let i = 0; i < scan.specks * width * height; i++) {
    const size = 0.5 + random.next() * 1.3;
    context.fillStyle = grey(random.int(0, 160));
    context.fillRect(around + random.next() * width, around + random.next() * height, size, size);
  }
  return { canvas, width, height, around };
}

export async function drawCrop(text: string, random: Random): Promise<Crop> {
  const family = random.pick(families());
  const points = random.pick(POINTS);
  const dpi = random.pick(DPIS);
  const em = (points * dpi) / POINTS_AN_INCH;
  const bold = random.chance(0.1) ? 'bold ' : '';
  const scan = drawScan(random, em);
  const cell = drawCell(text, `${bold}${em}px "${family}"`, scan, random);
  let picture = sharp(cell.canvas.toBuffer('image/png')).toColourspace('b-w').removeAlpha();
  if (scan.blur) picture = picture.blur(scan.blur);
  if (scan.bilevel) picture = picture.threshold(random.int(120, 180));
  const bytes = scan.jpeg ? picture.jpeg({ quality: 60 }) : picture.png();
  const [top, right, bottom, left] = scan.insets;
  const { data, info } = await sharp(await bytes.toBuffer())
    .extract({
      left: cell.around + left,
      top: cell.around + top,
      width: cell.width - left - right,
      height: cell.height - top - bottom,
    })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const marks = [scan.bilevel && 'bilevel', scan.jpeg && 'jpeg', scan.specks && 'specks'].filter(Boolean);
  const lines = scan.insets.some((inset) => inset <= 0) ? 'lines' : '';
  return {
    text,
    raster: { width: info.width, height: info.height, pixels: new Uint8Array(data) },
    how: `${bold}${family} ${points} pt ${dpi} dpi ${marks.join(' ')} ${lines}`.trim(),
  };
}
