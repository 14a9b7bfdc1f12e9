import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Raster } from '../../model/picture-reader.js';

/** Helper of the tests: a white picture with what `draw` draws, as grey pixels. */
export function drawnPicture(width: number, height: number, draw: (context: SKRSContext2D) => void): Raster {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  draw(context);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = data[4 * i]!;
  return { width, height, pixels };
}

/** A ruled table: lines at `xs` and `ys`, `thickness` pixels. */
export function drawTable(
  context: SKRSContext2D,
  xs: readonly number[],
  ys: readonly number[],
  thickness = 2,
): void {
  for (const x of xs) context.fillRect(x, ys[0]!, thickness, ys.at(-1)! - ys[0]! + thickness);
  for (const y of ys) context.fillRect(xs[0]!, y, xs.at(-1)! - xs[0]! + thickness, thickness);
}

/** A stand-in for a line of print: upright bars with gaps, `em` pixels high. */
export function drawBars(context: SKRSContext2D, x: number, y: number, count: number, em = 24): void {
  for (let i = 0; i < count; i++) context.fillRect(x + i * em, y, Math.round(em * 0.6), em);
}
