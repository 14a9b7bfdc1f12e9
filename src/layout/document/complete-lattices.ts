import type { BoundingBox } from '../../model/span.js';
import { findTextTables } from '../borderless/find-text-tables.js';
import { inferBorders, type TableRegion } from '../borderless/infer-borders.js';
import { plainRows } from '../borderless/plain-rows.js';
import { type Chunk, chunksOf, isInside } from '../page/chunks.js';
import { type Glyph, glyphBox, type PageContent, type Ruling } from '../page/page-content.js';
import { groupLines } from '../page/text-line.js';
import { buildLattices, joinRulings, type Lattice, LINE_SLACK } from '../ruled/build-lattice.js';
import { fillLattices } from '../ruled/fill-lattices.js';
import { inferColumnLines, inferRowLines } from '../ruled/infer-lines.js';
import { proseInColumns } from './column-stretches.js';
import { findProseColumns } from './find-prose-columns.js';

/** Text keeps at most this distance (points) from its borders where it wraps. */
const PADDING_MAX = 6;
/** Text of the next row is at most this many ems away; text around the table is further. */
const NEAR_EMS = 0.4;
/** A scan's lines are found, and what stands beside a figure may be read from a seal: fewer pairs show no column. */
const RECOGNISED_PAIRS_MIN = 4;
/** In a table of so few column lines, one column of figures is what there is. */
const FEW_COLUMNS = 4;

interface CompletedPage {
  lattices: Lattice[];
  /** Column lines of the last table of the page, where only its text shows them. */
  lastColumns: readonly number[];
}

/** The tables of a page: those that are drawn, with the borders that they lack, and those that only their text shows. */
export function completeLattices(content: PageContent, known: readonly number[] = []): CompletedPage {
  const ruled = buildLattices(content.rulings);
  const filled = fillLattices(content.fills ?? [], content.width, content.height).filter(
    ({ box }) => ruled.every((other) => !meet(other.box, box)) && standsAlone(box, content.glyphs),
  );
  const drawn = [...ruled, ...filled];
  const rulings = joinRulings(content.rulings);
  const tables = [...ruled.flatMap((lattice) => complete(lattice, content.glyphs, rulings)), ...filled];
  const outside = content.glyphs.filter((glyph) => !drawn.some(({ box }) => isInside(glyph, box)));
  const outer = chunksOf(withoutProse(outside).filter(({ mark }) => mark !== 'raised-mark'));
  const free = rulings.filter(
    (ruling) =>
      !drawn.some((lattice) => liesIn(ruling, lattice)) && !outer.some((chunk) => isStruck(chunk, ruling)),
  );
  const texts = findTextTables(outer, free).flatMap((region, i) => fromText(region, i === 0 ? known : []));
  const lattices = [...tables, ...texts].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const last = lattices.at(-1);
  return { lattices, lastColumns: last && texts.includes(last) ? lastColumnsOf(last, outer) : [] };
}

/** The column lines of labels, and between figures those of the last row: a heading further up has columns of its own. */
function lastColumnsOf({ xs, ys, cells, box }: Lattice, chunks: readonly Chunk[]): number[] {
  const bottom = cells.filter(({ row, rowSpan }) => row + rowSpan === ys.length - 1);
  const edges = new Set(bottom.flatMap(({ column, colSpan }) => [column, column + colSpan]));
  const figures = chunks.filter(
    ({ isFigure, baseline }) => isFigure && baseline > box[1] && baseline < box[3],
  );
  const first = Math.min(...figures.map(({ x0 }) => x0));
  return xs.filter((x, i) => x < first || edges.has(i));
}

/** Lines of two columns of prose beside each other look like rows. */
function withoutProse(glyphs: readonly Glyph[]): readonly Glyph[] {
  const lines = groupLines(glyphs);
  const columns = findProseColumns(lines);
  if (!columns) return glyphs;
  const prose = new Set(
    proseInColumns(lines, columns).flatMap((line) => line.glyphs.map(({ glyph }) => glyph)),
  );
  return glyphs.filter((glyph) => !prose.has(glyph));
}

const meet = (a: BoundingBox, b: BoundingBox): boolean =>
  a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Rows that are not filled go on right above or below those that are: then the fills are shades and no cells. */
const standsAlone = (box: BoundingBox, glyphs: readonly Glyph[]): boolean =>
  !glyphs.some((glyph) => {
    const [x0, y0, x1, y1] = glyphBox(glyph);
    const near = NEAR_EMS * glyph.size;
    const isOutside = (y0 + y1) / 2 < box[1] || (y0 + y1) / 2 > box[3];
    return isOutside && x1 > box[0] && x0 < box[2] && y1 > box[1] - near && y0 < box[3] + near;
  });

/** A thin shape behind a text, as the shade of a small row is, is no border. */
const isStruck = ({ baseline, size, x0, x1 }: Chunk, { axis, position, from, to }: Ruling): boolean =>
  axis === 'horizontal' && Math.abs(baseline - 0.38 * size - position) < 0.25 * size && from < x1 && to > x0;

/** The side of a table lies in the middle of its lines: those of a double border go beyond it. */
const liesIn = ({ axis, position, from, to }: Ruling, { box }: Lattice): boolean => {
  const [x0, y0, x1, y1] =
    axis === 'horizontal' ? [from, position, to, position] : [position, from, position, to];
  return (
    x0 >= box[0] - LINE_SLACK &&
    y0 >= box[1] - LINE_SLACK &&
    x1 <= box[2] + LINE_SLACK &&
    y1 <= box[3] + LINE_SLACK
  );
};

function complete(lattice: Lattice, glyphs: readonly Glyph[], rulings: readonly Ruling[]): Lattice[] {
  const inside = glyphs.filter((glyph) => isInside(glyph, lattice.box));
  const own = rulings.filter((ruling) => liesIn(ruling, lattice));
  // What is struck out beside another figure makes no column.
  const chunks = chunksOf(inside.filter(({ mark }) => mark !== 'raised-mark' && mark !== 'struck-out'));
  const isRecognised = inside.some(({ recognised }) => recognised !== undefined);
  if (lacksRows(lattice, chunks, isRecognised)) return fromText({ chunks, box: lattice.box, rulings: own });
  const pairsMin = isRecognised ? RECOGNISED_PAIRS_MIN : 1;
  const missing = [...inferRowLines(lattice, chunks), ...inferColumnLines(lattice, chunks, pairsMin)];
  return [withLines(lattice, own, missing)];
}

/** The lattice with further borders; a guess must not tear the table. */
function withLines(lattice: Lattice, rulings: readonly Ruling[], missing: readonly Ruling[]): Lattice {
  if (missing.length === 0) return lattice;
  const completed = buildLattices([...rulings, ...missing]);
  const [whole] = completed;
  return completed.length === 1 && whole!.cells.length >= lattice.cells.length ? whole! : lattice;
}

/** Figures in several columns stand under each other, in rows that no border parts. */
function lacksRows({ xs, ys }: Lattice, chunks: readonly Chunk[], isRecognised: boolean): boolean {
  const usual = xs.length <= FEW_COLUMNS ? 1 : 2;
  // What a picture shows under a figure may be a seal: only in most columns it is a row.
  const columnsMin = isRecognised ? Math.max(usual, xs.length >> 1) : usual;
  return ys.slice(1).some((bottom, i) => {
    const figures = chunks.filter(
      ({ isFigure, baseline }) => isFigure && baseline > ys[i]! && baseline < bottom,
    );
    const stacked = xs.slice(1).filter((right, column) => {
      const left = xs[column]!;
      const own = figures.filter(({ x0, x1 }) => (x0 + x1) / 2 > left && (x0 + x1) / 2 < right);
      return own.some((upper, k) => {
        const lower = own.slice(k + 1).find(({ baseline }) => baseline > upper.baseline + upper.size);
        return lower !== undefined && !isFull(upper, lower, right - left);
      });
    });
    return stacked.length >= columnsMin;
  });
}

/** A number that wraps fills its column: it leaves no room for its next digit. */
const isFull = (upper: Chunk, lower: Chunk, width: number): boolean =>
  upper.x1 - upper.x0 + (lower.x1 - lower.x0) / lower.text.length > width - 2 * PADDING_MAX;

/** A table from its text; the sides of the part on the page before are its own where its text lies between them. */
function fromText(region: TableRegion, known: readonly number[] = []): Lattice[] {
  const [x0, y0, x1, y1] = region.box;
  const [left, right] = [known[0], known.at(-1)];
  const fits = left !== undefined && right !== undefined && left <= x0 + 2 && right >= x1 - 2;
  const box: BoundingBox = fits ? [left, y0, right, y1] : region.box;
  const hasFigures = region.chunks.some(({ isFigure }) => isFigure);
  const borders = hasFigures ? inferBorders({ ...region, box }, known) : plainRows({ ...region, box });
  const lattices = buildLattices(borders);
  if (lattices.length !== 1) return [];
  const lattice = lattices[0]!;
  const missing = hasFigures
    ? inferRowLines(lattice, region.chunks)
    : inferColumnLines(lattice, region.chunks, 1);
  return [{ ...withLines(lattice, borders, missing), isInferred: true }];
}
