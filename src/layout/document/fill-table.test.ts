import { describe, expect, it } from 'vitest';
import { across, down, drawText } from '../../testing/layout/drawn.js';
import { buildLattices } from '../ruled/build-lattice.js';
import { fillTables } from './fill-table.js';

/** A table of one column of labels (100 points wide) and one of figures; lines of a cell are parted by `/`. */
function textsOf(rows: string[], width: number, isInferred = false): string[] {
  const bottom = 40 * rows.length;
  const lattices = buildLattices([
    ...rows.map((_, row) => across(40 * row, 0, 100 + width)),
    across(bottom, 0, 100 + width),
    ...[0, 100, 100 + width].map((x) => down(x, 0, bottom)),
  ]);
  const glyphs = rows.flatMap((row, r) => [
    ...drawText('申请数量', { x: 2, y: 40 * r + 20 }),
    ...row
      .split('/')
      .flatMap((line, i) =>
        drawText(line, { x: 100 + width / 2 - 2.5 * line.length, y: 40 * r + 14 + 14 * i }),
      ),
  ]);
  const drawn = lattices.map((lattice) => (isInferred ? { ...lattice, isInferred: true as const } : lattice));
  const [table] = fillTables(drawn, { glyphs, number: 1 }).tables;
  return table!.cells.filter(({ column }) => column === 1).map(({ run }) => run.text);
}

describe('digits on two lines of a cell', () => {
  it('are one number where the cell is full', () => {
    expect(textsOf(['21/8', '0'], 16)).toEqual(['218', '0']);
  });

  it('stay apart where the next digit would have fitted', () => {
    expect(textsOf(['21/8', '0'], 22)).toEqual(['21 8', '0']);
  });

  it('are one number where no text of a column without borders is wider', () => {
    expect(textsOf(['227/3', '41'], 30, true)).toEqual(['2273', '41']);
    expect(textsOf(['227/3', '4100'], 30, true)).toEqual(['227 3', '4100']);
  });

  it('are judged by the distance that other texts keep, and not by one that runs over its cell', () => {
    expect(textsOf(['21/8', '0', '1234'], 18)).toEqual(['218', '0', '1234']);
  });
});
