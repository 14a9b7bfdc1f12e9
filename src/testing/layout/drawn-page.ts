import { createCanvas } from '@napi-rs/canvas';
import { drawTable } from './drawn-picture.js';

/** Helper of the tests: a page at 150 dpi with a heading and a table of figures, leaning by `degrees`, turned by quarter turns clockwise. */
export function drawnPage(cells: readonly (readonly string[])[], degrees = 0, quarters = 0): Uint8Array {
  const [width, height] = quarters % 2 === 0 ? [1240, 1754] : [1754, 1240];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(((degrees + 90 * quarters) * Math.PI) / 180);
  context.translate(-1240 / 2, -1754 / 2);
  context.fillStyle = '#000';
  context.font = '30px "Noto Sans CJK SC", "Noto Serif CJK SC", "DejaVu Sans"';
  context.fillText('Table of figures 2023', 200, 200);
  const xs = [150, 500, 800, 1100];
  drawTable(
    context,
    xs,
    [...Array(cells.length + 1).keys()].map((row) => 300 + 90 * row),
  );
  cells.forEach((row, y) => {
    row.forEach((text, x) => {
      context.fillText(text, xs[x]! + 40, 300 + 90 * y + 56);
    });
  });
  return new Uint8Array(canvas.toBuffer('image/png'));
}
