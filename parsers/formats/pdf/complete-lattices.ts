import { buildLattices, joinRulings, type Lattice } from './build-lattice.js';
import { type Chunk, chunksOf, isInside } from './chunks.js';
import { findTextTables } from './find-text-tables.js';
import { inferBorders, type TableRegion } from './infer-borders.js';
import type { Glyph, PageContent, Ruling } from './page-content.js';
import { inferColumnLines, inferRowLines } from './repair-lattice.js';

/** This many lines of figures under each other without borders between them are rows: no figure wraps so often. */
const ROWS_MIN = 4;

/** The tables of a page: those that are drawn, with the borders that they lack, and those that only their text shows. */
export function completeLattices(content: PageContent, known: readonly number[] = []): Lattice[] {
  const drawn = buildLattices(content.rulings);
  const rulings = joinRulings(content.rulings);
  const tables = drawn.flatMap((lattice) => complete(lattice, content.glyphs, rulings));
  const outside = content.glyphs.filter((glyph) => !drawn.some(({ box }) => isInside(glyph, box)));
  const free = rulings.filter((ruling) => !drawn.some((lattice) => liesIn(ruling, lattice)));
  const texts = findTextTables(outside, free).flatMap((region, i) => fromText(region, i === 0 ? known : []));
  return [...tables, ...texts].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

const liesIn = ({ axis, position, from, to }: Ruling, { box }: Lattice): boolean => {
  const [x0, y0, x1, y1] =
    axis === 'horizontal' ? [from, position, to, position] : [position, from, position, to];
  return x0 >= box[0] - 2 && y0 >= box[1] - 2 && x1 <= box[2] + 2 && y1 <= box[3] + 2;
};

function complete(lattice: Lattice, glyphs: readonly Glyph[], rulings: readonly Ruling[]): Lattice[] {
  const inside = glyphs.filter((glyph) => isInside(glyph, lattice.box));
  const own = rulings.filter((ruling) => liesIn(ruling, lattice));
  const chunks = chunksOf(inside);
  if (lacksRows(lattice, chunks)) return fromText({ chunks, box: lattice.box, rulings: own });
  const missing = [...inferRowLines(lattice, chunks), ...inferColumnLines(lattice, chunks, own)];
  if (missing.length === 0) return [lattice];
  const completed = buildLattices([...own, ...missing]);
  // A guess must not tear the table.
  return completed.length === 1 ? completed : [lattice];
}

/** Lines of figures in several columns stand under each other in rows that no border parts. */
function lacksRows({ xs, ys }: Lattice, chunks: readonly Chunk[]): boolean {
  return ys.slice(1).some((bottom, i) => {
    const figures = chunks.filter(
      ({ isFigure, baseline }) => isFigure && baseline > ys[i]! && baseline < bottom,
    );
    const counts = xs.slice(1).map((right, column) => {
      const own = figures.filter(({ x0, x1 }) => (x0 + x1) / 2 > xs[column]! && (x0 + x1) / 2 < right);
      return new Set(own.map(({ baseline }) => Math.round(baseline))).size;
    });
    const isOneColumn = xs.length <= 4;
    return counts.filter((count) => count >= ROWS_MIN).length >= (isOneColumn ? 1 : 2);
  });
}

function fromText(region: TableRegion, known: readonly number[] = []): Lattice[] {
  const lattices = buildLattices(inferBorders(region, known));
  return lattices.length === 1 ? lattices : [];
}
