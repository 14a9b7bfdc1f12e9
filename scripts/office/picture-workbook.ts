import { drawWorkbook } from './draw-workbook.js';
import { pictureOfTable } from './picture-table.js';

/** A workbook with pictures of tables: between two lines and behind a table on its first sheet, on a second and on a hidden sheet. */
export async function pictureWorkbook(): Promise<Uint8Array> {
  const media = await Promise.all([23, 31, 47].map(pictureOfTable));
  const rows = { 1: ['The first words.'], 13: ['Between two pictures.'], 14: ['甲', '3'], 15: ['乙', '5'] };
  return drawWorkbook(
    [
      {
        rows,
        pictures: [
          [1, 14],
          [0, 1],
        ],
      },
      { rows: { 1: ['And the last 7.'] }, pictures: [[2, 2]] },
      { rows: { 1: ['Nobody sees this.'] }, pictures: [[0, 1]], isHidden: true },
    ],
    media,
    'png',
  );
}
