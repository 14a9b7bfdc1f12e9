import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { identifySource } from '../../../src/identify-source.js';
import type { Grid } from '../../../src/model/parsed-document.js';
import { openAids } from '../../../src/ocr/open-aids.js';
import { drawTable } from './drawn-picture.js';
import { imageFormat } from './index.js';

const DPI = 200;

/** A page with a heading and a table of figures, leaning by `degrees`, turned by quarter turns clockwise. */
function picture(cells: readonly (readonly string[])[], degrees = 0, quarters = 0): Uint8Array {
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

const table = [
  ['Requests', '23', '145'],
  ['Answers', '7', '1286'],
  ['Open', '', '59'],
];

async function readPicture(bytes: Uint8Array) {
  const source = { uri: 'page.png', bytes };
  const raw = identifySource(source, [imageFormat]).value;
  return imageFormat.read(raw, openAids());
}

const rowsOf = (grid: Grid | undefined): string[][] => {
  const rows: string[][] = [];
  for (const cell of grid?.cells ?? []) (rows[cell.row] ??= []).push(cell.text);
  return rows;
};

describe('imageFormat', () => {
  it.each([
    [0, 0],
    [1.6, 0],
    [-0.8, 1],
    [0, 2],
  ])('reads a table that leans by %s degrees, after %s quarter turns', async (degrees, quarters) => {
    const { value, issues } = await readPicture(picture(table, degrees, quarters));
    const grid = value.blocks.find((block) => block.kind === 'grid');
    expect(rowsOf(grid)).toEqual(table);
    expect(value.format).toBe('image');
    expect(value.text).toContain('figures');
    expect(issues.map(({ code }) => code)).toEqual(['ocr-pages']);
    const cell = grid?.cells.find(({ text }) => text === '145');
    expect(cell?.page).toBe(1);
    expect(value.recognition?.(cell!.start, cell!.end)?.score).toBeGreaterThan(0.5);
  });

  it('is refused where pictures are not to be recognised', async () => {
    const raw = identifySource({ uri: 'page.png', bytes: picture(table) }, [imageFormat]).value;
    await expect(imageFormat.read(raw, { ...openAids(), ocr: 'never' })).rejects.toThrow(
      /not to be recognised/u,
    );
    await expect(imageFormat.read(raw)).rejects.toMatchObject({ code: 'ocr-off' });
  });

  it('gives a box of the picture as it was given', async () => {
    const { value } = await readPicture(picture(table, 0, 2));
    const grid = value.blocks.find((block) => block.kind === 'grid')!;
    // Upside down: the table of the upper half stands in the lower half.
    expect(grid.bbox![1]).toBeGreaterThan((1754 - 300 - 3 * 90 - 10) * (72 / DPI));
  });
});
