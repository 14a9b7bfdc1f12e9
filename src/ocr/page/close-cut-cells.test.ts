import { describe, expect, it } from 'vitest';
import { buildLattices } from '../../layout/ruled/build-lattice.js';
import { across, down } from '../../testing/layout/drawn.js';
import { closeCutCells } from './close-cut-cells.js';
import type { PageLine } from './page-lines.js';

const line = (x0: number, y0: number, width: number): PageLine => ({
  ...{ x0, y0, x1: x0 + width, y1: y0 + 9, pieces: [], cell: null, em: 10, specks: [] },
  ...{ isCrossed: false, isHidden: false, isStained: false, isDash: false, mayHaveSign: false },
});
/** A label beside two rows, whose lower side is open. */
const rulings = [
  ...[across(100, 50, 400), across(120, 90, 400), across(140, 90, 400)],
  ...[down(50, 100, 140), down(90, 100, 140), down(300, 100, 140), down(400, 100, 140)],
];
const page = { dpi: 72, height: 800 };

describe('closeCutCells', () => {
  it('takes in the words of a label below the table', () => {
    const closed = closeCutCells([line(55, 142, 30), line(55, 155, 20)], rulings, page);
    expect(closed.lines.every(({ cell }) => cell !== null)).toBe(true);
    const [lattice] = buildLattices(closed.rulings);
    expect(lattice!.cells).toContainEqual({ row: 0, column: 0, rowSpan: 3, colSpan: 1 });
  });

  it('leaves text below a table alone: wider, further away, or below a closed cell', () => {
    for (const text of [line(55, 142, 200), line(55, 170, 30), line(310, 142, 40)]) {
      expect(closeCutCells([text], rulings, page)).toEqual({ lines: [text], rulings });
    }
  });
});
