import type { Lattice } from './build-lattice.js';

/** Rows and columns thinner than this (points) that hold no text are the space between separate borders. */
const THIN_MAX = 7;
/** An empty row lower than the text is no row, up to this height (points). */
const THIN_ROW_MAX = 14;

/** What stands between two lines: `hasRowText(from, to)` tells whether a text stands between two heights. */
interface LatticeText {
  /** Usual em height of the table's text, points. */
  textHeight: number;
  hasRowText: (from: number, to: number) => boolean;
  hasColumnText: (from: number, to: number) => boolean;
  /** Whether words stand between two heights, and no digits. */
  hasOnlyWords: (from: number, to: number) => boolean;
}

/** Takes out the thin rows and columns without text. */
export function dropThinLines(lattice: Lattice, text: LatticeText): Lattice {
  const thinRow = Math.max(THIN_MAX, Math.min(THIN_ROW_MAX, text.textHeight));
  const isBlank = hasBlankRow(lattice, thinRow, text);
  const rows = renumber(isBlank ? lattice.ys.slice(0, -1) : lattice.ys, thinRow, text.hasRowText);
  if (isBlank) {
    rows.lines.push(lattice.ys.at(-1)!);
    rows.index.push(rows.lines.length - 1);
  }
  const columns = renumber(lattice.xs, THIN_MAX, text.hasColumnText);
  if (rows.lines.length === lattice.ys.length && columns.lines.length === lattice.xs.length) return lattice;
  const cells = lattice.cells.flatMap((cell) => {
    const row = rows.index[cell.row]!;
    const column = columns.index[cell.column]!;
    const rowSpan = rows.index[cell.row + cell.rowSpan]! - row;
    const colSpan = columns.index[cell.column + cell.colSpan]! - column;
    return rowSpan > 0 && colSpan > 0 ? [{ ...cell, row, column, rowSpan, colSpan }] : [];
  });
  return { ...lattice, xs: columns.lines, ys: rows.lines, cells };
}

/**
 * A row of empty cells is as low as their borders allow. The last strip of a table is one where it has the columns of the
 * names above it: nobody prints names of columns over nothing.
 */
function hasBlankRow(
  { ys, cells }: Lattice,
  thinRow: number,
  { hasRowText, hasOnlyWords }: LatticeText,
): boolean {
  const [above, from, to] = ys.slice(-3);
  if (above === undefined || from === undefined || to === undefined) return false;
  if (to - from >= thinRow || from - above < thinRow || hasRowText(from, to) || !hasOnlyWords(above, from))
    return false;
  const last = ys.length - 2;
  const columnsOf = (row: number) =>
    cells
      .filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row)
      .map(({ column }) => column)
      .sort((a, b) => a - b);
  const own = cells.filter((cell) => cell.row === last);
  return own.length > 1 && columnsOf(last).join() === columnsOf(last - 1).join();
}

/** The lines that stay, and for each old line the number of the one that stands for it. The outer lines always stay. */
function renumber(
  lines: readonly number[],
  thinMax: number,
  hasText: (from: number, to: number) => boolean,
): { lines: number[]; index: number[] } {
  const kept: number[] = [];
  const index: number[] = [];
  lines.forEach((line, i) => {
    const previous = kept.at(-1);
    const isThin = previous !== undefined && line - previous < thinMax && !hasText(previous, line);
    if (!isThin) kept.push(line);
    else if (i === lines.length - 1 && kept.length > 1) kept[kept.length - 1] = line;
    index.push(kept.length - 1);
  });
  return { lines: kept, index };
}
