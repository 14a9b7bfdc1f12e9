import { CHUNK_GAP_EMS, type Chunk, chunkBottom, chunkTop } from '../page/chunks.js';
import { columnsOf } from '../page/column-gaps.js';
import { labelEdgeOf, sectionsOf } from '../page/figure-rows.js';
import type { Ruling } from '../page/page-content.js';
import type { Lattice, LatticeCell } from './build-lattice.js';

const inCell = ({ xs, ys }: Lattice, cell: LatticeCell, chunk: Chunk): boolean => {
  const x = (chunk.x0 + chunk.x1) / 2;
  const y = chunk.baseline - 0.38 * chunk.size;
  return (
    x > xs[cell.column]! &&
    x < xs[cell.column + cell.colSpan]! &&
    y > ys[cell.row]! &&
    y < ys[cell.row + cell.rowSpan]!
  );
};

/**
 * Borders between rows that are drawn beside the labels and left out between figures:
 *
 *     | 规章   | 1   2 |      no text stands on the line: it goes on through all cells of these rows without words,
 *     +--------+       |      for a figure of both rows would stand between them, and one of the lower row alone
 *     | 其他   | 3   4 |      must not be read in the upper one
 */
export function inferRowLines(lattice: Lattice, chunks: readonly Chunk[]): Ruling[] {
  const { xs, ys, cells } = lattice;
  const texts = cells.map((cell) => ({
    cell,
    chunks: chunks.filter((chunk) => inCell(lattice, cell, chunk)),
  }));
  const isFigures = (item: (typeof texts)[number]) =>
    item.chunks.length > 0 && item.chunks.every(({ isFigure }) => isFigure);
  const firstColumn = Math.min(...texts.filter(isFigures).map(({ cell }) => cell.column));
  const filled = texts.filter(
    (item) =>
      item.cell.rowSpan > 1 &&
      (isFigures(item) || (item.chunks.length === 0 && item.cell.column >= firstColumn)),
  );
  const labels = texts.filter((item) => item.chunks.some(({ isFigure }) => !isFigure));
  const lines: Ruling[] = [];
  for (let line = 1; line < ys.length - 1; line++) {
    const y = ys[line]!;
    const crossed = filled.filter(({ cell }) => cell.row < line && cell.row + cell.rowSpan > line);
    const isFree = crossed.every((item) =>
      item.chunks.every((chunk) => chunkBottom(chunk) < y + 1 || chunkTop(chunk) > y - 1),
    );
    const beside = labels.filter(({ cell }) => crossed.every((item) => item.cell.column > cell.column));
    const isLabelled =
      beside.some(({ cell }) => cell.row + cell.rowSpan === line) &&
      beside.some(({ cell }) => cell.row === line);
    const isParted = crossed.some(
      (item) =>
        item.chunks.some((chunk) => chunk.baseline < y) && item.chunks.some((chunk) => chunk.baseline > y),
    );
    // A figure of three rows stands in the middle one, and belongs to none of them.
    const isOfTwo = crossed.every(({ cell, chunks: own }) => own.length === 0 || cell.rowSpan === 2);
    if (!isFree || !(isParted || (isLabelled && isOfTwo))) continue;
    for (const { cell } of crossed)
      lines.push({
        axis: 'horizontal',
        position: y,
        from: xs[cell.column]!,
        to: xs[cell.column + cell.colSpan]!,
      });
  }
  return lines;
}

/**
 * Borders between columns of figures that are left out: two figures stand in one cell, side by side.
 * @param figurePairsMin in so many cells: what is read in a picture may be dirt
 */
export function inferColumnLines(
  lattice: Lattice,
  chunks: readonly Chunk[],
  figurePairsMin: number,
): Ruling[] {
  if (!hasPairs(lattice, chunks, figurePairsMin)) return [];
  const edge = labelEdgeOf(chunks);
  const lines: Ruling[] = [];
  const sections = sectionsOf(chunks, edge);
  sections.forEach((section, i) => {
    const own = [
      ...section.heads,
      ...section.corner,
      ...section.labels,
      ...section.rows.flatMap((row) => row.chunks),
    ];
    const top =
      i === 0 ? lattice.box[1] : lineAbove(lattice, Math.min(...own.map((chunk) => chunk.baseline)));
    const next = sections[i + 1];
    const nextText = next ? [...next.heads, ...next.corner] : [];
    const bottom =
      nextText.length > 0
        ? lineAbove(lattice, Math.min(...nextText.map((chunk) => chunk.baseline)))
        : lattice.box[3];
    const columns = columnsOf(section);
    const texts = [...(Number.isFinite(edge) ? [{ x0: edge, x1: edge }] : []), ...columns];
    texts.slice(1).forEach((column, k) => {
      const [from, to] = [texts[k]!.x1, column.x0];
      const isOneColumn =
        texts[k]!.x0 === edge
          ? columnAt(lattice, edge - 1) === columnAt(lattice, to + 1)
          : columnAt(lattice, chunkMiddle(texts[k]!)) === columnAt(lattice, chunkMiddle(column));
      if (to > from && isOneColumn)
        lines.push(...freePieces(lattice, (from + to) / 2, { top, bottom, chunks: own }));
    });
  });
  return lines;
}

/** In so many cells a text and a figure beside it are two columns; two figures are, in any cell. */
const TEXT_AND_FIGURE_MIN = 3;
/** Names of two columns in one cell of the heading: shorter ones may be one name with its characters spread. */
const NAME_LENGTH_MIN = 2;

/** Whether cells hold what belongs into two of them. */
function hasPairs(lattice: Lattice, chunks: readonly Chunk[], figurePairsMin: number): boolean {
  let withFigure = 0;
  let figurePairs = 0;
  for (const cell of lattice.cells) {
    const own = chunks.filter((chunk) => inCell(lattice, cell, chunk));
    const right = own.filter((chunk) => chunk.isFigure);
    const pairs = own.flatMap((a) => right.filter((b) => b.x0 > a.x1 && isBeside(a, b)).map(() => a));
    if (pairs.some(({ isFigure }) => isFigure) && ++figurePairs >= figurePairsMin) return true;
    if (pairs.length > 0 && ++withFigure >= TEXT_AND_FIGURE_MIN) return true;
    if (cell.colSpan === 1 && holdsTwoNames(own) && !isCrossed(lattice, cell, own, chunks)) return true;
  }
  return lattice.xs.slice(1).some((right, i) => isTwoColumns(chunks, lattice.xs[i]!, right));
}

/** A column of figures has two names beside each other, on whatever lines, and no text crosses the gap between them. */
function isTwoColumns(chunks: readonly Chunk[], left: number, right: number): boolean {
  const own = chunks.filter(({ x0, x1 }) => x0 >= left && x1 <= right);
  if (!own.some(({ isFigure }) => isFigure) || !holdsTwoNames(own)) return false;
  const [from, to] = gapOf(own)!;
  return own.every(({ x0, x1 }) => x1 <= from || x0 >= to);
}

const isName = ({ text, isFigure }: Chunk): boolean => !isFigure && text.length >= NAME_LENGTH_MIN;

/** The gap between texts that stand beside each other, on whatever lines. */
const gapOf = (chunks: readonly Chunk[]): [number, number] | undefined => {
  const sorted = chunks.filter(isName).sort((a, b) => a.x0 - b.x0);
  const index = sorted.findIndex((chunk, i) => i > 0 && sorted.slice(0, i).every(({ x1 }) => x1 < chunk.x0));
  if (index < 0) return undefined;
  return [Math.max(...sorted.slice(0, index).map(({ x1 }) => x1)), sorted[index]!.x0];
};

const holdsTwoNames = (chunks: readonly Chunk[]): boolean => {
  const gap = gapOf(chunks);
  return gap !== undefined && gap[1] - gap[0] >= CHUNK_GAP_EMS * chunks[0]!.size;
};

/** Some text of the column stands where its two names part; a cell over further columns says nothing about this one. */
const isCrossed = (
  lattice: Lattice,
  cell: LatticeCell,
  own: readonly Chunk[],
  chunks: readonly Chunk[],
): boolean => {
  const [from, to] = gapOf(own)!;
  const column = lattice.cells.filter((other) => other.column === cell.column && other.colSpan === 1);
  return chunks.some(
    (chunk) => chunk.x0 < to && chunk.x1 > from && column.some((other) => inCell(lattice, other, chunk)),
  );
};

const isBeside = (a: Chunk, b: Chunk): boolean => Math.abs(a.baseline - b.baseline) < 0.5 * a.size;

const chunkMiddle = ({ x0, x1 }: { x0: number; x1: number }): number => (x0 + x1) / 2;

/** Between which of its drawn lines x lies. */
const columnAt = ({ xs }: Lattice, x: number): number => xs.findLastIndex((line) => line <= x);

const lineAbove = ({ ys }: Lattice, baseline: number): number =>
  ys.findLast((y) => y < baseline - 1) ?? ys[0]!;

/** The rows of a lattice in which no text crosses x. */
function freePieces(
  { ys }: Lattice,
  x: number,
  { top, bottom, chunks }: { top: number; bottom: number; chunks: readonly Chunk[] },
): Ruling[] {
  return ys.slice(1).flatMap((to, i): Ruling[] => {
    const from = ys[i]!;
    if (from < top - 1 || to > bottom + 1) return [];
    const isCut = chunks.some((chunk) => {
      const y = chunk.baseline - 0.38 * chunk.size;
      return chunk.x0 < x && chunk.x1 > x && y > from && y < to;
    });
    return isCut ? [] : [{ axis: 'vertical', position: x, from, to }];
  });
}
