import { isFigureText } from '../page/chunks.js';
import { joinRuns } from '../page/join-lines.js';
import { uniteBoxes } from '../page/matrix.js';
import { cellText, inReadingOrder, type TableCell, type TablePart } from '../page/table-part.js';
import { edgePairs, isLabelCut, isRowCut, lacksLabel, type Pair } from './cut-rows.js';

/** Column lines of two parts are the same within this many points. */
const COLUMN_SLACK = 4;
/** Where no sides are drawn, a longer label on one page moves them by this many points. */
const INFERRED_SIDE_SLACK = 60;
/** So many lines at the same places between columns of figures are no accident. */
const FIGURE_LINES_MIN = 4;
/** A header longer than this many rows is no header. */
const HEADER_ROWS_MAX = 8;

interface Stitched {
  table: TablePart;
  /** Header rows that the second part repeated and that were dropped. */
  repeatedRows: number;
  /** The last row of the first part and the first of the second were one. */
  isRowCut: boolean;
  /** The first row below the break has no label though the rows of this table have: it may be the rest of a row. */
  isUnclear: boolean;
}

/** Whether the columns of both parts are those of one table: same outer lines, and one part's lines are among the other's. */
export function hasSameColumns(a: TablePart, b: TablePart): boolean {
  if (a.kind !== b.kind || a.kind !== 'ruled') return false;
  const near = (x: number, xs: readonly number[]) => xs.some((other) => Math.abs(other - x) <= COLUMN_SLACK);
  const areInferred = a.isInferred === true && b.isInferred === true;
  const slack = areInferred ? INFERRED_SIDE_SLACK : COLUMN_SLACK;
  const isRightSame = Math.abs(a.xs.at(-1)! - b.xs.at(-1)!) <= slack;
  const isOuterSame = isRightSame && Math.abs(a.xs[0]! - b.xs[0]!) <= slack;
  const [xsA, xsB] = areInferred ? [a.xs.slice(1, -1), b.xs.slice(1, -1)] : [a.xs, b.xs];
  if (areInferred && Math.min(xsA.length, xsB.length) === 0) return false;
  if (isOuterSame && (xsA.every((x) => near(x, xsB)) || xsB.every((x) => near(x, xsA)))) return true;
  return areInferred && isRightSame && haveSameFigureColumns(...withOneLeftSide(a.xs, b.xs));
}

/** The left side of labels is where the longest of a page begins, or the label of a group beside them. */
function withOneLeftSide(a: readonly number[], b: readonly number[]): [number[], number[]] {
  const left = Math.min(a[0]!, b[0]!);
  return [
    [left, ...a.slice(1)],
    [left, ...b.slice(1)],
  ];
}

/**
 * The columns of figures are the same, though the labels of one page do not show the same columns as those of the other:
 * each line of the part with fewer of them is one of the other's.
 */
function haveSameFigureColumns(a: readonly number[], b: readonly number[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const index = short.map((x) => nearest(long, x));
  const isOneToOne = index.every((at, i) => i === 0 || at > index[i - 1]!);
  if (!isOneToOne || index[0] !== 0 || index.at(-1) !== long.length - 1) return false;
  const fromRight = (xs: readonly number[]) => xs.slice(1, -1).reverse();
  const others = fromRight(short);
  const differing = fromRight(long).findIndex(
    (x, i) => others[i] === undefined || Math.abs(x - others[i]) > COLUMN_SLACK,
  );
  return differing < 0 || differing >= FIGURE_LINES_MIN;
}

/**
 * Puts the second part of a table under the first.
 *
 *     | （四）无 | 1. | 746 |      a row cut by the page break becomes one row,
 *     ---- page break ------      a spanned label cut by it one cell;
 *     | 法提供   | 2. |  11 |      two rows that both hold values are never merged.
 */
export function stitchTables(above: TablePart, below: TablePart): Stitched {
  const [first, second] = above.isInferred && below.isInferred ? withLeftSides(above, below) : [above, below];
  const [a, b] = first.xs.length >= second.xs.length ? [first.xs, second.xs] : [second.xs, first.xs];
  const xs = b.length === a.length ? first.xs : a;
  const upper = withoutBlankEdge(onColumns(first, xs), 'bottom');
  const whole = withoutBlankEdge(onColumns(second, xs), 'top');
  const repeatedRows = countRepeatedRows(upper, whole);
  const lower = withoutRows(whole, repeatedRows);
  const pairs = edgePairs(upper, lower);
  const isCut = isRowCut(pairs, upper, lower);
  const merged = isCut ? pairs : pairs.filter((pair) => isLabelCut(pair, upper, lower));
  const isUnclear = !isCut && lacksLabel(upper, lower, pairs);
  return { table: join(upper, lower, merged, isCut), repeatedRows, isRowCut: isCut, isUnclear };
}

function withLeftSides(above: TablePart, below: TablePart): [TablePart, TablePart] {
  const [a, b] = withOneLeftSide(above.xs, below.xs);
  return [
    { ...above, xs: a },
    { ...below, xs: b },
  ];
}

/** The part with its cells on a finer set of column lines. */
function onColumns(part: TablePart, xs: readonly number[]): TablePart {
  const index = part.xs.map((x) => nearest(xs, x));
  return {
    ...part,
    xs: [...xs],
    columnCount: xs.length - 1,
    cells: part.cells.map((cell) => {
      const column = index[cell.column]!;
      return { ...cell, column, colSpan: index[cell.column + cell.colSpan]! - column };
    }),
  };
}

function nearest(xs: readonly number[], x: number): number {
  let best = 0;
  xs.forEach((other, i) => {
    if (Math.abs(other - x) < Math.abs(xs[best]! - x)) best = i;
  });
  return best;
}

/** Takes out the first or last row when it is the strip that a page break leaves: one wide blank cell beside spanned ones. */
function withoutBlankEdge(part: TablePart, edge: 'top' | 'bottom'): TablePart {
  const row = edge === 'top' ? 0 : part.rowCount - 1;
  const own = part.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const isStrip = own.length === 1 && own[0]!.colSpan > 1 && cellText(own[0]!) === '';
  if (!isStrip || part.rowCount < 2) return part;
  return {
    ...part,
    rowCount: part.rowCount - 1,
    cells: part.cells
      .filter((cell) => cell !== own[0])
      .map((cell) => {
        const touches = cell.row <= row && cell.row + cell.rowSpan > row;
        return {
          ...cell,
          row: cell.row > row ? cell.row - 1 : cell.row,
          rowSpan: cell.rowSpan - (touches ? 1 : 0),
        };
      }),
  };
}

const rowKey = (part: TablePart, row: number): string =>
  inReadingOrder(part.cells.filter((cell) => cell.row === row))
    .map((cell) => `${cell.column}+${cell.colSpan}x${cell.rowSpan}:${cellText(cell)}`)
    .join('|');

/** Rows at the top of the second part that say exactly what the first rows of the table say, and hold no value. */
function countRepeatedRows(first: TablePart, second: TablePart): number {
  let rows = 0;
  const rowsMax = Math.min(HEADER_ROWS_MAX, first.rowCount, second.rowCount);
  while (rows < rowsMax && rowKey(first, rows) === rowKey(second, rows)) rows++;
  // A header ends where none of its cells reaches further, holds words, and holds no values.
  for (; rows > 0; rows--) {
    const header = second.cells.filter((cell) => cell.row < rows);
    const isClosed = header.every((cell) => cell.row + cell.rowSpan <= rows);
    const hasWords = header.some((cell) => cellText(cell) !== '');
    if (isClosed && hasWords && !header.some((cell) => isFigureText(cellText(cell)))) return rows;
  }
  return 0;
}

function withoutRows(part: TablePart, rows: number): TablePart {
  return {
    ...part,
    rowCount: part.rowCount - rows,
    cells: part.cells.filter((cell) => cell.row >= rows).map((cell) => ({ ...cell, row: cell.row - rows })),
  };
}

function join(upper: TablePart, lower: TablePart, merged: readonly Pair[], isCut: boolean): TablePart {
  const shift = upper.rowCount - (isCut ? 1 : 0);
  const belowOf = new Map(merged.map(({ above, below }) => [above, below]));
  const absorbed = new Set(merged.map(({ below }) => below));
  const cells = [
    ...upper.cells.map((cell) => {
      const below = belowOf.get(cell);
      return below ? mergeCells(cell, below, isCut) : cell;
    }),
    ...lower.cells.filter((cell) => !absorbed.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
  ];
  return { ...upper, rowCount: shift + lower.rowCount, cells: inReadingOrder(cells) };
}

/** The cell stands where its text stands: above, unless only the part below has any. */
function mergeCells(above: TableCell, below: TableCell, isCut: boolean): TableCell {
  const home = cellText(above) === '' && cellText(below) !== '' ? below : above;
  return {
    ...above,
    rowSpan: above.rowSpan + below.rowSpan - (isCut ? 1 : 0),
    page: home.page,
    box: above.page === below.page ? uniteBoxes(above.box, below.box) : home.box,
    run: joinRuns(above.run, below.run, { isForced: true, endsWithSpace: false }),
    lines: [...above.lines, ...below.lines],
    marks: [...new Set([...(above.marks ?? []), ...(below.marks ?? [])])],
    room: cellText(below) === '' ? above.room : below.room,
  };
}
