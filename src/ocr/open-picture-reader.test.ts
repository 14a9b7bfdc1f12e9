import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PictureReader } from '../model/picture-reader.js';
import { openPictureReader } from './open-picture-reader.js';

let reader: PictureReader;
beforeAll(async () => {
  reader = await openPictureReader();
});

const textOf = (characters: readonly { text: string }[]) => characters.map((c) => c.text).join('');

function draw(text: string, size = 22): Uint8Array {
  const canvas = createCanvas(40 + text.length * size * 0.7, size * 2);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = `${size}px "Liberation Serif"`;
  context.fillText(text, 16, size * 1.4);
  return canvas.toBuffer('image/png');
}

describe('reading lines', () => {
  it('reads figures, in the order given', async () => {
    const texts = ['0', '1', '11', '101', '1000', '4.5', '1,234,567'];
    const lines = await Promise.all(texts.map(async (text) => (await reader.open(draw(text))).page(0)));
    const readings = await reader.readLines(lines);
    expect(readings.map((reading) => textOf(reading.figures))).toEqual(texts);
    expect(readings.map((reading) => textOf(reading.free))).toEqual(texts);
  });

  it('reads nothing where nothing is printed', async () => {
    const [reading] = await reader.readLines([
      { width: 40, height: 30, pixels: new Uint8Array(1200).fill(250) },
    ]);
    expect(reading).toEqual({ blank: true, free: [], figures: [], figureScore: 1, figureRivals: [] });
  });
});
