import type { OfficeBlock, OfficeCell, OfficeTable } from '../office-html/office-block.js';
import type { ShownCell } from './read-cells.js';

/** A row of a sheet, with what hangs into it from above. */
interface SheetRow {
  /** Cells that begin in it. */
  cells: ShownCell[];
  /** Cells with text that cover it, also those that began above. */
  filled: ShownCell[];
  held: boolean;
}

type RowKind = 'blank' | 'line' | 'table';

const endOf = ({ column, colSpan }: ShownCell): number => column + colSpan;

function rowsOf(cells: readonly ShownCell[]): SheetRow[] {
  const bottom = cells.reduce((last, { row, text }) => (text.trim() === '' ? last : Math.max(last, row)), -1);
  const rows = Array.from({ length: bottom + 1 }, (): SheetRow => ({ cells: [], filled: [], held: false }));
  for (const cell of cells) {
    rows[cell.row]?.cells.push(cell);
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, rows.length); row++) {
      if (cell.text.trim() !== '') rows[row]!.filled.push(cell);
      if (row > cell.row) rows[row]!.held = true;
    }
  }
  return rows;
}

/** Does a single cell reach as far as all cells of the nearest row of a table? */
function reaches(cell: ShownCell, row: SheetRow | undefined): boolean {
  if (row === undefined) return false;
  return row.filled.every((other) => other.column >= cell.column && endOf(other) <= endOf(cell));
}

/**
 * Lines of running text (titles, headings, notes) stand in a sheet as rows of one cell: merged over the table beside it,
 * or before the first row of a table. A row of one label and blanks belongs to its table.
 */
function kindsOf(rows: readonly SheetRow[]): RowKind[] {
  const isTable = rows.map(({ filled, held }) => filled.length > 1 || held);
  const nearest = (from: number, step: 1 | -1): SheetRow | undefined => {
    for (let at = from + step; at >= 0 && at < rows.length; at += step) if (isTable[at]) return rows[at];
    return undefined;
  };
  let inTable = false;
  return rows.map(({ cells, filled, held }, index): RowKind => {
    if (filled.length === 0 && !held) {
      inTable = false;
      return 'blank';
    }
    if (isTable[index]) {
      inTable = true;
      return 'table';
    }
    const cell = filled[0]!;
    const merged = cell.colSpan > 1 && cells.every((other) => other === cell || other.text.trim() === '');
    if (!inTable || (merged && (reaches(cell, nearest(index, -1)) || reaches(cell, nearest(index, 1))))) {
      return 'line';
    }
    return 'table';
  });
}

const paragraph = (text: string): OfficeBlock => ({ kind: 'paragraph', text });

/** Rows [from, to) as a table of all columns that they use, blank cells too. */
function tableOf(rows: readonly SheetRow[], from: number, to: number): OfficeTable {
  const filled = rows.slice(from, to).flatMap((row) => row.filled);
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
      const blocks = cell === undefined || cell.text === '' ? [] : [paragraph(cell.text)];
      line.push({ column: column - left, colSpan, rowSpan, blocks });
    }
    written.push(line);
  }
  return { kind: 'table', rows: written };
}

/** Takes a sheet apart into lines of text and tables, in their order. */
export function splitSheet(cells: readonly ShownCell[]): OfficeBlock[] {
  const rows = rowsOf(cells);
  const kinds = kindsOf(rows);
  const blocks: OfficeBlock[] = [];
  let start: number | null = null;
  for (let row = 0; row <= rows.length; row++) {
    if (kinds[row] === 'table') {
      start ??= row;
      continue;
    }
    if (start !== null) blocks.push(tableOf(rows, start, row));
    start = null;
    if (kinds[row] === 'line') blocks.push(paragraph(rows[row]!.filled[0]!.text));
  }
  return blocks;
}
