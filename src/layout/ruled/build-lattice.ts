import type { BoundingBox } from '../../model/span.js';
import type { Ruling } from '../page/page-content.js';

/** One cell of a ruled table: lattice positions and its rectangle on the page. */
export interface LatticeCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  /** Its outer side is not drawn, though the table's is drawn beside other rows: without text it is no cell of the table. */
  isOpen?: true;
}

/** A ruled table: `xs` and `ys` are its lattice lines (points), one more than it has columns and rows. */
export interface Lattice {
  xs: number[];
  ys: number[];
  cells: LatticeCell[];
  box: BoundingBox;
  /** Its text shows it, and not its borders: the sides are where the text of this page ends. */
  isInferred?: true;
}

/** Lines nearer than this (points) are one: double borders, cell spacing, rounding. The smallest print needs 6 pt a row. */
export const LINE_SLACK = 3.5;
/** Pieces of a line this near (points) belong together: dashes, and gaps where borders cross. */
const PIECE_GAP_MAX = 3;
/** After joining its pieces, a ruling shorter than this (points) is decoration. */
const RULING_LENGTH_MIN = 6;
/** A border counts as drawn between two cells when it covers this much of their common edge. */
const EDGE_COVER_MIN = 0.55;
/** A label column that no horizontal border crosses is at most this wide (points). */
const SIDE_COLUMN_MAX = 150;
/** Beyond these a drawing is no table: the widest form has 12 columns, the longest 120 rows. */
const COLUMNS_MAX = 200;
const ROWS_MAX = 2_000;

/**
 * Builds the tables that the rulings of a page draw. Cells are the regions that no drawn edge cuts:
 *
 *     +--+--+        a missing inner edge joins its neighbours, which gives rowSpan and colSpan;
 *     |  |  |        a region that is no rectangle is cut into rectangles;
 *     |  +--+        a side that was left open (page break, open table) is closed where the other rulings end.
 *     +--+--+
 */
export function buildLattices(rulings: readonly Ruling[]): Lattice[] {
  const horizontal = joinPieces(rulings.filter((ruling) => ruling.axis === 'horizontal'));
  const vertical = joinPieces(rulings.filter((ruling) => ruling.axis === 'vertical'));
  return connect(horizontal, vertical)
    .flatMap(([h, v]) => toLattice(h, v) ?? [])
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** The lines of a drawing, with the pieces of each joined: dashes, and dots. */
export const joinRulings = (rulings: readonly Ruling[]): Ruling[] => [
  ...joinPieces(rulings.filter(({ axis }) => axis === 'horizontal')),
  ...joinPieces(rulings.filter(({ axis }) => axis === 'vertical')),
];

/** Joins pieces of the same line. */
function joinPieces(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.position - b.position || a.from - b.from);
  const joined: Ruling[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.position - sorted[start]!.position <= LINE_SLACK / 2) end++;
    const bundle = sorted.slice(start, end).sort((a, b) => a.from - b.from);
    let current: Ruling | undefined;
    for (const piece of bundle) {
      if (current && piece.from - current.to <= PIECE_GAP_MAX) current.to = Math.max(current.to, piece.to);
      else {
        current = { ...piece };
        joined.push(current);
      }
    }
    start = end;
  }
  return joined.filter((ruling) => ruling.to - ruling.from >= RULING_LENGTH_MIN);
}

/** Groups the rulings that touch each other; only groups with both directions can be tables. */
function connect(horizontal: Ruling[], vertical: Ruling[]): [Ruling[], Ruling[]][] {
  const all = [...horizontal, ...vertical];
  const parent = all.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[i] !== root) {
      const next = parent[i]!;
      parent[i] = root;
      i = next;
    }
    return root;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (touches(h, v)) parent[find(i)] = find(horizontal.length + j);
    });
  });
  const groups = new Map<number, [Ruling[], Ruling[]]>();
  all.forEach((ruling, i) => {
    const root = find(i);
    if (!groups.has(root)) groups.set(root, [[], []]);
    groups.get(root)![ruling.axis === 'horizontal' ? 0 : 1].push(ruling);
  });
  const tables = [...groups.values()].filter(
    ([h, v]) => h.length > 0 && v.length > 0 && h.length + v.length > 2,
  );
  const loose = [...groups.values()].filter(([h]) => h.length === 0).flatMap(([, v]) => v);
  for (const ruling of loose) tables.find((table) => isSideOf(ruling, table))?.[1].push(ruling);
  return tables;
}

/**
 * A vertical line that meets no other is the outer border of a table of the same height: its first column is one cell
 * over the whole page, cut at the top and at the bottom, and no horizontal border reaches the line.
 */
function isSideOf(ruling: Ruling, [horizontal, vertical]: [Ruling[], Ruling[]]): boolean {
  const ends = [...vertical.map((v) => v.from), ...horizontal.map((h) => h.position)];
  const top = Math.min(...ends);
  const bottom = Math.max(...vertical.map((v) => v.to), ...horizontal.map((h) => h.position));
  const left = Math.min(...vertical.map((v) => v.position), ...horizontal.map((h) => h.from));
  const right = Math.max(...vertical.map((v) => v.position), ...horizontal.map((h) => h.to));
  const distance = Math.max(left - ruling.position, ruling.position - right);
  const isSameHeight =
    Math.abs(ruling.from - top) <= 2 * LINE_SLACK && Math.abs(ruling.to - bottom) <= 2 * LINE_SLACK;
  return isSameHeight && distance > 0 && distance <= SIDE_COLUMN_MAX;
}

const touches = (h: Ruling, v: Ruling): boolean =>
  v.position >= h.from - LINE_SLACK &&
  v.position <= h.to + LINE_SLACK &&
  h.position >= v.from - LINE_SLACK &&
  h.position <= v.to + LINE_SLACK;

/** Positions of the lattice lines, closed at the far ends of the crossing rulings. */
function linePositions(rulings: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const positions = rulings.map((ruling) => ruling.position).sort((a, b) => a - b);
  const first = Math.min(...crossing.map((ruling) => ruling.from));
  const last = Math.max(...crossing.map((ruling) => ruling.to));
  if (first < positions[0]! - LINE_SLACK - 1) positions.unshift(first);
  if (last > positions.at(-1)! + LINE_SLACK + 1) positions.push(last);
  const lines: number[] = [];
  for (let start = 0; start < positions.length; ) {
    let end = start + 1;
    while (end < positions.length && positions[end]! - positions[start]! <= LINE_SLACK) end++;
    const bundle = positions.slice(start, end);
    lines.push(bundle.reduce((sum, x) => sum + x, 0) / bundle.length);
    start = end;
  }
  return lines;
}

function toLattice(horizontal: Ruling[], vertical: Ruling[]): Lattice | undefined {
  const xs = linePositions(vertical, horizontal);
  const ys = linePositions(horizontal, vertical);
  if (xs.length < 2 || ys.length < 2 || xs.length > COLUMNS_MAX + 1 || ys.length > ROWS_MAX + 1)
    return undefined;
  const cells = cellsOf(xs, ys, edgeTest(vertical, xs, ys), edgeTest(horizontal, ys, xs));
  if (cells.length < 2) return undefined;
  markOpen(cells, xs, ys, coverTest(vertical, xs, ys));
  return { xs, ys, cells, box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!] };
}

/**
 * Tells whether line number `line` is drawn between `along[step]` and `along[step + 1]`. The outermost ones always are: a
 * side that was left open is closed.
 */
function edgeTest(
  rulings: readonly Ruling[],
  lines: readonly number[],
  along: readonly number[],
): (line: number, step: number) => boolean {
  const isCovered = coverTest(rulings, lines, along);
  return (line, step) => line === 0 || line === lines.length - 1 || isCovered(line, step);
}

function coverTest(
  rulings: readonly Ruling[],
  lines: readonly number[],
  along: readonly number[],
): (line: number, step: number) => boolean {
  const perLine = lines.map((position) =>
    rulings.filter((ruling) => Math.abs(ruling.position - position) <= LINE_SLACK),
  );
  return (line, step) => {
    const [from, to] = [along[step]!, along[step + 1]!];
    const covered = perLine[line]!.reduce(
      (sum, ruling) => sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from)),
      0,
    );
    return covered >= EDGE_COVER_MIN * (to - from);
  };
}

/**
 * Marks the cells at the right side that are closed by nothing that is drawn, where a row is longer than most others:
 *
 *     +--+--+
 *     |  |  |        above and below the last cell of the longer row there is none
 *     +--+--+--+
 *     |  |  |  |
 *     +--+--+--+
 *     |  |  |
 *     +--+--+
 */
function markOpen(
  cells: readonly LatticeCell[],
  xs: readonly number[],
  ys: readonly number[],
  isDrawn: (line: number, row: number) => boolean,
): void {
  const side = xs.length - 1;
  const closed = ys.slice(1).map((_, row) => isDrawn(side, row));
  const closedCount = closed.filter(Boolean).length;
  if (closedCount === 0 || closedCount * 2 >= closed.length) return;
  for (const cell of cells) {
    const isLast = cell.column === side - 1 && cell.colSpan === 1;
    if (isLast && !closed.slice(cell.row, cell.row + cell.rowSpan).includes(true)) cell.isOpen = true;
  }
}

/** Takes rectangles of unit cells that no edge cuts, from the top left. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  isVerticalDrawn: (line: number, row: number) => boolean,
  isHorizontalDrawn: (line: number, column: number) => boolean,
): LatticeCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const taken = new Uint8Array(rows * columns);
  const cells: LatticeCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let right = column + 1;
      while (right < columns && !taken[row * columns + right] && !isVerticalDrawn(right, row)) right++;
      let bottom = row + 1;
      while (bottom < rows && isOpenBelow(bottom, column, right)) bottom++;
      for (let r = row; r < bottom; r++) taken.fill(1, r * columns + column, r * columns + right);
      cells.push({ row, column, rowSpan: bottom - row, colSpan: right - column });
    }
  }
  return cells;

  /** The row that starts at line `line` continues the region above it, over its full width and no wider. */
  function isOpenBelow(line: number, from: number, to: number): boolean {
    for (let c = from; c < to; c++) {
      if (isHorizontalDrawn(line, c) || taken[line * columns + c]) return false;
      if (c > from && isVerticalDrawn(c, line)) return false;
    }
    return isVerticalDrawn(from, line) && isVerticalDrawn(to, line);
  }
}
