import type { TableId } from '../../src/forms.js';

/** Nouns of the writing side: what is printed on the page, before a carrier turns it into bytes. */

/** What a reader must find: a number, '' for a printed blank or placeholder, null if nobody can know (an amount without a unit). */
export type Wanted = number | '' | null;

/** One printed figure and its truth. Amounts are in yuan. */
export interface Figure {
  text: string;
  value: Wanted;
}

/** row id -> column id -> figure. */
export type Figures = Record<string, Record<string, Figure>>;

/** A table of any of the forms. */
export type TableName = TableId;

export interface PrintedCell {
  text: string;
  rowSpan: number;
  colSpan: number;
}

export interface PrintedTable {
  id: TableName;
  /** Only cells that start in the row; covered places are not listed. */
  rows: PrintedCell[][];
  /** Rows that a printer may repeat after a page break. */
  headRows: number;
  /** Relative column widths. */
  widths: number[];
}

export type PrintedBlock =
  | { kind: 'title' | 'byline' | 'paragraph'; text: string }
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'table'; table: PrintedTable }
  /** Present in the file, not shown to a human: only HTML can print it. */
  | { kind: 'hidden'; blocks: PrintedBlock[] };

export interface Page {
  blocks: PrintedBlock[];
}

export const printedCell = (text: string, colSpan = 1, rowSpan = 1): PrintedCell => ({
  text,
  colSpan,
  rowSpan,
});

/** One place of the unfolded table. `origin` is true at the top left of its cell. */
export interface UnfoldedPlace {
  cell: PrintedCell;
  origin: boolean;
  /** True in the first column of the cell, on every row that it covers. */
  leftEdge: boolean;
}

/** Unfolds spans: rows x columns, each place knowing the cell that covers it. */
export const unfoldTable = (table: PrintedTable): UnfoldedPlace[][] => {
  const places: UnfoldedPlace[][] = table.rows.map(() => []);
  table.rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (places[rowIndex]![column]) column++;
      for (let down = 0; down < cell.rowSpan && rowIndex + down < places.length; down++) {
        for (let right = 0; right < cell.colSpan; right++) {
          places[rowIndex + down]![column + right] = {
            cell,
            origin: down === 0 && right === 0,
            leftEdge: right === 0,
          };
        }
      }
      column += cell.colSpan;
    }
  });
  return places;
};

/** All tables of a page in reading order, hidden ones not. */
export const tablesOf = (page: Page): PrintedTable[] =>
  page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

/** The page with every table of that name replaced by the blocks that `alter` returns. */
export const alterTables = (
  page: Page,
  alter: (table: PrintedTable) => PrintedBlock[] | PrintedTable,
): Page => ({
  blocks: page.blocks.flatMap((block): PrintedBlock[] => {
    if (block.kind !== 'table') return [block];
    const altered = alter(block.table);
    return Array.isArray(altered) ? altered : [{ kind: 'table', table: altered }];
  }),
});
