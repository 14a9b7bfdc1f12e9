import { describe, expect, it } from 'vitest';
import { identifySource } from '../../../src/convert/identify-source.js';
import type { Grid } from '../../../src/model/parsed-document.js';
import { openAids } from '../../../src/ocr/open-aids.js';
import { amount } from '../../../src/testing/amount.js';
import { drawnPage as picture } from '../../../src/testing/layout/drawn-page.js';
import { imageFormat } from './index.js';

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

/** Of the pages that are drawn, by what the reader takes them for. */
const DPI = 200;

describe('imageFormat', () => {
  const leanings = [
    [-0.8, 1],
    [1.6, 0],
    [0, 0],
    [0, 2],
  ] as const;
  it.each(leanings.slice(0, amount(1, leanings.length)))(
    'reads a table that leans by %s degrees, after %s quarter turns',
    async (degrees, quarters) => {
      const { value, issues } = await readPicture(picture(table, degrees, quarters));
      const grid = value.blocks.find((block) => block.kind === 'grid');
      expect(rowsOf(grid)).toEqual(table);
      expect(value.format).toBe('image');
      expect(value.text).toContain('figures');
      expect(issues.map(({ code }) => code)).toEqual(['ocr-pages']);
      const cell = grid?.cells.find(({ text }) => text === '145');
      expect(cell?.page).toBe(1);
      expect(value.recognition?.(cell!.start, cell!.end)?.score).toBeGreaterThan(0.5);
    },
  );

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
