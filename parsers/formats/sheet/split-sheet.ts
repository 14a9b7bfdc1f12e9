import type { OfficeBlock, OfficeCell, OfficeTable } from '../office-html/office-block.js';
import type { ShownCell } from './read-cells.js';

/** A row of a sheet, with what hangs into it from above. */
interface SheetRow {
  /** Cells that begin in it. */
  cells: ShownCell[];
  /** Cells with text that cover it, also those that began above. */
  filled: ShownCell[];
  held: boolean;
  /** The columns that all its cells reach over: from left, up to but not including right. */
  left: number;
  right: number;
}

type RowKind = 'blank' | 'line' | 'table';

/** A form that was not filled in ends in a row of blanks. */
const BLANK_TAIL_ROWS = 1;

const endOf = ({ column, colSpan }: ShownCell): number => column + colSpan;
const isBlank = ({ text, runs }: ShownCell): boolean => text.trim() === '' && runs === undefined;

const emptyRow = (): SheetRow => ({
  cells: [],
  filled: [],
  held: false,
  left: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
});

function rowsOf(cells: readonly ShownCell[]): SheetRow[] {
  const bottom = cells.reduce((last, cell) => (isBlank(cell) ? last : Math.max(last, cell.row)), -1);
  const rows = Array.from({ length: bottom + 1 + BLANK_TAIL_ROWS }, emptyRow);
  for (const cell of cells) {
    rows[cell.row]?.cells.push(cell);
    for (let at = cell.row; at < Math.min(cell.row + cell.rowSpan, rows.length); at++) {
      const row = rows[at]!;
      if (!isBlank(cell)) row.filled.push(cell);
      if (at > cell.row) row.held = true;
      row.left = Math.min(row.left, cell.column);
      row.right = Math.max(row.right, endOf(cell));
    }
  }
  return rows;
}

/** Is a row one merged cell that is as wide as the nearest row of a table? */
function isAcross(row: SheetRow, table: SheetRow | undefined): boolean {
  const [cell] = row.filled;
  if (table === undefined || cell === undefined || cell.colSpan < 2) return false;
  const [left, right] = [Math.min(row.left, table.left), Math.max(row.right, table.right)];
  return cell.column <= left && endOf(cell) >= right;
}

/**
 * Lines of running text (titles, headings, notes) stand in a sheet as rows of one cell: merged over the whole table beside
 * it, or before the first row of a table. A row of one label and blanks belongs to its table.
 */
function kindsOf(rows: readonly SheetRow[]): RowKind[] {
  const isTable = rows.map(({ filled, held }) => filled.length > 1 || held);
  const nearest = (from: number, step: 1 | -1): SheetRow | undefined => {
    for (let at = from + step; at >= 0 && at < rows.length; at += step) if (isTable[at]) return rows[at];
    return undefined;
  };
  let inTable = false;
  return rows.map((row, index): RowKind => {
    const isLine =
      row.filled.length === 1 &&
      !row.held &&
      (!inTable || isAcross(row, nearest(index, -1)) || isAcross(row, nearest(index, 1)));
    if (isLine) return 'line';
    if (isTable[index]) inTable = true;
    else if (row.filled.length === 0 && row.cells.length < 2) inTable = false;
    return inTable ? 'table' : 'blank';
  });
}

const paragraph = ({ text, runs }: ShownCell): OfficeBlock => ({
  kind: 'paragraph',
  text,
  ...(runs && { runs }),
});

/** Rows [from, to) as a table of all columns that their texts use, blank cells too; null where they hold no text. */
function tableOf(rows: readonly SheetRow[], from: number, to: number): OfficeTable | null {
  const filled = rows.slice(from, to).flatMap((row) => row.filled);
  if (filled.length === 0) return null;
  const left = filled.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const right = filled.reduce((most, cell) => Math.max(most, endOf(cell)), left);
  /** Per column: the first row that no cell from above hangs into. */
  const freeFrom: number[] = [];
  const written: OfficeCell[][] = [];
  for (let row = from; row < to; row++) {
    const starting = new Map(rows[row]!.cells.map((cell) => [Math.max(cell.column, left), cell]));
    const line: OfficeCell[] = [];
    for (let column = left; column < right; column++) {
      if ((freeFrom[column] ?? from) > row) continue;
      const cell = starting.get(column);
      const rowSpan = cell === undefined ? 1 : Math.min(cell.row + cell.rowSpan, to) - row;
      const colSpan = cell === undefined ? 1 : Math.min(endOf(cell), right) - column;
      for (let at = column; at < column + colSpan; at++) freeFrom[at] = row + rowSpan;
      const blocks = cell === undefined || isBlank(cell) ? [] : [paragraph(cell)];
      line.push({ column: column - left, colSpan, rowSpan, blocks });
    }
    written.push(line);
  }
  return { kind: 'table', rows: written };
}

/** A picture on a sheet, by the row that is shown at its upper edge. */
interface PlacedPicture {
  src: string;
  row: number;
}

/**
 * Takes a sheet apart into lines of text and tables, in their order. Pictures stand before the row that they hang on; behind
 * its table where that began above.
 */
export function splitSheet(
  cells: readonly ShownCell[],
  pictures: readonly PlacedPicture[] = [],
): OfficeBlock[] {
  const rows = rowsOf(cells);
  const kinds = kindsOf(rows);
  const blocks: OfficeBlock[] = [];
  const waiting = [...pictures].sort((a, b) => a.row - b.row);
  const addPictures = (to: number) => {
    while (waiting.length > 0 && waiting[0]!.row <= to)
      blocks.push({ kind: 'picture', src: waiting.shift()!.src });
  };
  let start: number | null = null;
  for (let row = 0; row <= rows.length; row++) {
    if (kinds[row] === 'table') {
      if (start === null) addPictures(row);
      start ??= row;
      continue;
    }
    const table = start === null ? null : tableOf(rows, start, row);
    if (table !== null) blocks.push(table);
    start = null;
    addPictures(row);
    if (kinds[row] === 'line') blocks.push(paragraph(rows[row]!.filled[0]!));
  }
  addPictures(Number.POSITIVE_INFINITY);
  return blocks;
}
