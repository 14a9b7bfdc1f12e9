import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';

/** What the picture of `pictureOfTable` shows, row by row. */
export const pictureRows = (first: number): string[][] => [
  ['Requests', `${first}`, '145'],
  ['Answers', '7', '1286'],
  ['Open', '18', '59'],
];

const [WIDTH, HEIGHT] = [620, 300];
const [xs, ys] = [
  [20, 240, 420, 600],
  [20, 100, 180, 260],
];
const TEXT_X = [40, 300, 480];

/** A ruled table of figures as a PNG of 620 by 300 pixels and few bytes; `first` is the figure in its first row. */
export async function pictureOfTable(first: number): Promise<Uint8Array> {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#000';
  context.font = '28px "DejaVu Sans"';
  for (const x of xs) context.fillRect(x, ys[0]!, 2, ys.at(-1)! - ys[0]! + 2);
  for (const y of ys) context.fillRect(xs[0]!, y, xs.at(-1)! - xs[0]! + 2, 2);
  pictureRows(first).forEach((row, y) => {
    row.forEach((text, x) => {
      context.fillText(text, TEXT_X[x]!, 70 + 80 * y);
    });
  });
  const grey = sharp(canvas.toBuffer('image/png')).toColourspace('b-w');
  return new Uint8Array(await grey.png({ palette: true, colours: 16, effort: 10 }).toBuffer());
}
