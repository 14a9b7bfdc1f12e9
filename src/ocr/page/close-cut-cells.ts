import type { Ruling } from '../../layout/page/page-content.js';
import { buildLattices } from '../../layout/ruled/build-lattice.js';
import type { PageLine } from './page-lines.js';

/** A line of a cell that goes on below its table stands so near (ems) to the line above it. */
const GAP_EMS = 1;
/** Below this share of the page stand page numbers. */
const FOOT = 0.92;
/** Only labels go on: a cell wider than this share of its table is the text below it. */
const WIDTH_SHARE_MAX = 0.5;
/** Rounding, points. */
const SLACK = 2;

interface Closed {
  lines: PageLine[];
  rulings: Ruling[];
}

/**
 * Draws the sides of a cell on that a page break left open, down to the end of its words:
 *
 *     | 三、 |  （一）予以公开  | 0 |      printers that break a spanned cell end its sides
 *     |      +-----------------+---+      where its neighbours end, and print its words on
 *       本年
 */
export function closeCutCells(
  lines: PageLine[],
  rulings: readonly Ruling[],
  { dpi, height }: { dpi: number; height: number },
): Closed {
  const points = (pixels: number) => (pixels * 72) / dpi;
  const lattice = buildLattices(rulings).at(-1);
  const unchanged: Closed = { lines, rulings: [...rulings] };
  if (!lattice) return unchanged;
  const bottom = lattice.ys.at(-1)!;
  const below = lines
    .filter((line) => line.cell === null && points(line.y0) > bottom - SLACK && line.y0 < FOOT * height)
    .sort((a, b) => a.y0 - b.y0);
  if (below.length === 0) return unchanged;
  const open = lattice.cells
    .filter(({ row, rowSpan }) => row + rowSpan === lattice.ys.length - 1)
    .map(({ column, colSpan }) => ({
      x0: lattice.xs[column]!,
      x1: lattice.xs[column + colSpan]!,
      end: bottom,
    }))
    .filter(
      ({ x0, x1 }) =>
        x1 - x0 <= WIDTH_SHARE_MAX * (lattice.box[2] - lattice.box[0]) && !isClosed(rulings, x0, x1, bottom),
    );
  for (const line of below) {
    const cell = open.find(({ x0, x1 }) => points(line.x0) >= x0 - SLACK && points(line.x1) <= x1 + SLACK);
    if (!cell || points(line.y0) - cell.end > GAP_EMS * points(line.em)) return unchanged;
    cell.end = points(line.y1) + SLACK;
  }
  const grown = open.filter(({ end }) => end > bottom);
  const end = Math.max(...grown.map((cell) => cell.end));
  const cellOf = (line: PageLine) =>
    grown.find(({ x0, x1 }) => points(line.x0) >= x0 - SLACK && points(line.x1) <= x1 + SLACK)!;
  const pixels = (value: number) => (value * dpi) / 72;
  return {
    lines: lines.map((line) => {
      if (!below.includes(line)) return line;
      const { x0, x1 } = cellOf(line);
      return { ...line, cell: { x0: pixels(x0), y0: pixels(bottom), x1: pixels(x1), y1: pixels(end) } };
    }),
    rulings: [
      ...rulings,
      ...grown.flatMap(({ x0, x1 }): Ruling[] =>
        [x0, x1].map((position) => ({ axis: 'vertical', position, from: bottom - SLACK, to: end })),
      ),
    ],
  };
}

/** A border is drawn below the cell. */
function isClosed(rulings: readonly Ruling[], x0: number, x1: number, y: number): boolean {
  const covered = rulings
    .filter((ruling) => ruling.axis === 'horizontal' && Math.abs(ruling.position - y) <= 2 * SLACK)
    .reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, x1) - Math.max(from, x0)), 0);
  return covered > 0.5 * (x1 - x0);
}
