import { buildLattices, type Lattice } from '../../layout/ruled/build-lattice.js';
import type { DrawnRuling } from './find-rulings.js';
import type { InkPiece } from './ink-pieces.js';
import { textSize } from './text-size.js';

/** Fewer pieces of ink do not show the size of their print. */
const PIECES_MIN = 12;

/** A cell of a ruled table, or (`box` null) what stands outside all tables, between two of them. Pixels. */
export interface Region {
  box: { x0: number; y0: number; x1: number; y1: number } | null;
  pieces: InkPiece[];
  /** Em height of the print: of its table, or outside tables of the page. Tables are often set smaller than the text around them. */
  em: number;
}

/**
 * Gives each piece of ink to the cell in which its centre stands.
 * @param dpi dots per inch of the picture in which the pieces stand
 */
export function pageRegions(
  rulings: readonly DrawnRuling[],
  pieces: readonly InkPiece[],
  dpi: number,
): Region[] {
  const pixels = (points: number) => (points * dpi) / 72;
  const tables = buildLattices(rulings).map((lattice) => ({
    left: pixels(lattice.box[0]),
    top: pixels(lattice.box[1]),
    right: pixels(lattice.box[2]),
    bottom: pixels(lattice.box[3]),
    area: (lattice.box[2] - lattice.box[0]) * (lattice.box[3] - lattice.box[1]),
    cells: cellsOf(lattice, pixels),
  }));
  // Of nested tables the smallest holds the piece.
  tables.sort((a, b) => a.area - b.area);
  const outside: Region = { box: null, pieces: [], em: textSize([], dpi) };
  for (const piece of pieces) {
    const x = (piece.x0 + piece.x1) / 2;
    const y = (piece.y0 + piece.y1) / 2;
    const table = tables.find((t) => x >= t.left && x <= t.right && y >= t.top && y <= t.bottom);
    const cell = table?.cells.find(
      ({ box }) => box !== null && x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1,
    );
    (cell ?? outside).pieces.push(piece);
  }
  for (const regions of [...tables.map(({ cells }) => cells), [outside]]) {
    const own = regions.flatMap((region) => region.pieces);
    const em = textSize(own.length >= PIECES_MIN ? own : pieces, dpi);
    for (const region of regions) region.em = em;
  }
  return [...tables.flatMap(({ cells }) => cells), outside];
}

function cellsOf(lattice: Lattice, pixels: (points: number) => number): Region[] {
  const { xs, ys } = lattice;
  return lattice.cells.map(({ row, column, rowSpan, colSpan }) => ({
    box: {
      x0: pixels(xs[column]!),
      y0: pixels(ys[row]!),
      x1: pixels(xs[column + colSpan]!),
      y1: pixels(ys[row + rowSpan]!),
    },
    pieces: [],
    em: 0,
  }));
}
