import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LineReading, PictureReader, Raster } from '../model/picture-reader.js';
import { openPictureReader } from './open-picture-reader.js';

let reader: PictureReader;
beforeAll(async () => {
  reader = await openPictureReader();
});

const textOf = (characters: readonly { text: string }[]) => characters.map((c) => c.text).join('');

/** A line of print on a cell of paper. `dirt`: left, top, width, height of dark spots. */
function draw(
  text: string,
  size = 22,
  dirt: readonly (readonly [number, number, number, number])[] = [],
): Uint8Array {
  const canvas = createCanvas(40 + text.length * size * 0.7, size * 2);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = `${size}px "Liberation Serif"`;
  context.fillText(text, 16, size * 1.4);
  for (const spot of dirt) context.fillRect(...spot);
  return canvas.toBuffer('image/png');
}

const raster = async (bytes: Uint8Array): Promise<Raster> => (await reader.open(bytes)).page(0);
const read = async (bytes: Uint8Array): Promise<LineReading> =>
  (await reader.readLines([await raster(bytes)]))[0]!;

const FIGURES = ['0', '1', '7', '11', '101', '1000', '1111', '4.5', '36%', '-12', '1,234,567', '2019'];

describe('reading lines', () => {
  it('reads figures of print sizes, in the order given', async () => {
    for (const size of [19, 25, 33]) {
      const lines = await Promise.all(FIGURES.map((text) => raster(draw(text, size))));
      const readings = await reader.readLines(lines);
      expect(readings.map((reading) => textOf(reading.figures))).toEqual(FIGURES);
      expect(readings.map((reading) => textOf(reading.free))).toEqual(FIGURES);
      expect(readings.every((reading) => !reading.blank && reading.figureScore > 0.5)).toBe(true);
    }
  });

  it('gives a line the same reading in any company', async () => {
    const lines = await Promise.all(FIGURES.map((text) => raster(draw(text))));
    const together = await reader.readLines(lines);
    const alone = [];
    for (const line of lines) alone.push((await reader.readLines([line]))[0]);
    const backwards = (await reader.readLines(lines.toReversed())).toReversed();
    expect(alone).toEqual(together);
    expect(backwards).toEqual(together);
  });

  it('takes calls at once', async () => {
    const lines = await Promise.all(['12', '345', '6'].map((text) => raster(draw(text))));
    const readings = await Promise.all(lines.map((line) => reader.readLines([line])));
    expect(readings.map(([reading]) => textOf(reading!.figures))).toEqual(['12', '345', '6']);
  });

  it('says where the characters stand', async () => {
    const { figures } = await read(draw('10', 22));
    // The digits begin at 16 of 70.8 pixels, and are 11 wide each.
    expect(figures.map(({ at }) => at)).toEqual([expect.closeTo(21 / 70.8, 1), expect.closeTo(33 / 70.8, 1)]);
  });

  it('gives scores in hundredths, and rivals in their order', async () => {
    const { figures, figureScore, figureRivals, free } = await read(draw('8538', 13, [[22, 12, 2, 3]]));
    const scores = [figureScore, ...figureRivals.map(({ score }) => score)];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of [...scores, ...[...figures, ...free].map((character) => character.score)]) {
      expect(Math.round(score * 100) / 100).toBe(score);
      expect(score).toBeLessThanOrEqual(1);
    }
    expect(figureRivals.map(({ text }) => text)).not.toContain(textOf(figures));
  });

  it('tells blank from ink', async () => {
    const blank = { blank: true, free: [], figures: [], figureScore: 1, figureRivals: [] };
    expect(await read(draw(''))).toEqual(blank);
    expect(
      await read(
        draw('', 22, [
          [0, 0, 40, 2],
          [12, 20, 2, 2],
        ]),
      ),
    ).toEqual(blank);
    const blot = await read(draw('', 22, [[10, 10, 20, 22]]));
    expect(blot.blank).toBe(false);
  });

  it('reads dashes and slashes that stand alone', async () => {
    for (const text of ['—', '-', '/']) {
      const reading = await read(draw(text, 25));
      expect(reading).toMatchObject({ blank: false, figureScore: 0.99, figureRivals: [] });
      expect(textOf(reading.figures)).toBe(text);
    }
  });

  it('is not misled by pieces of the cell and dust', async () => {
    const clean = await read(draw('57'));
    const dirty = await read(
      draw('57', 22, [
        [0, 0, 2, 44],
        [0, 42, 60, 2],
        [8, 6, 2, 2],
      ]),
    );
    expect(textOf(dirty.figures)).toBe('57');
    expect(dirty.figureScore).toBeCloseTo(clean.figureScore, 1);
  });

  it('finds no figure in prose', async () => {
    const { free, figures } = await read(draw('disclosure of information', 22));
    expect(textOf(free).replaceAll(' ', '')).toBe('disclosureofinformation');
    expect(figures).toEqual([]);
  });
});

describe('turning pictures', () => {
  const corner: Raster = { width: 3, height: 2, pixels: Uint8Array.from([0, 9, 9, 9, 9, 5]) };

  it('turns clockwise by quarters without a loss', async () => {
    expect(await reader.rotate(corner, 90)).toEqual({
      width: 2,
      height: 3,
      pixels: Uint8Array.from([9, 0, 9, 9, 5, 9]),
    });
    expect(await reader.rotate(corner, -90)).toEqual(await reader.rotate(corner, 270));
    expect(await reader.rotate(corner, 0)).toEqual(corner);
  });

  it('turns clockwise by any angle, on white', async () => {
    const line = await raster(draw('', 22, [[0, 20, 40, 3]]));
    const turned = await reader.rotate(line, 10);
    expect(turned.pixels.length).toBe(turned.width * turned.height);
    expect(turned.pixels[0]).toBe(255);
    const darkestRow = (x: number) => {
      const column = Array.from({ length: turned.height }, (_, y) => turned.pixels[y * turned.width + x]!);
      return column.indexOf(Math.min(...column));
    };
    // The right end of a level line sinks.
    expect(darkestRow(turned.width - 8) - darkestRow(8)).toBeGreaterThan(3);
    expect(await reader.rotate(line, 10)).toEqual(turned);
  });

  it('makes skewed print readable', async () => {
    const skewed = await reader.rotate(await raster(draw('20,465', 25)), 6);
    const [reading] = await reader.readLines([await reader.rotate(skewed, -6)]);
    expect(textOf(reading!.figures)).toBe('20,465');
  });
});
