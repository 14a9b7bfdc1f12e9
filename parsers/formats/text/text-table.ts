import type { Block, Grid } from '../../../src/model/parsed-document.js';
import type { Line } from './lines.js';

/** What a line of the source holds of a cell. */
export interface TextPiece extends Line {
  /** It fills its column, so that its last word or figure goes on in the next piece. */
  goesOn?: boolean;
}

/** A cell of a drawn table. Its text may stand on several lines, between the borders of its column. */
export interface TextCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  /** What each line holds of the cell, from top to bottom; never empty. */
  pieces: TextPiece[];
}

/** A table that a text draws with characters. */
export interface TextTable {
  kind: 'table';
  layout: Grid['layout'];
  /** In reading order. */
  cells: TextCell[];
  /** What it takes up of the source. */
  start: number;
  end: number;
}

/** A stretch that another format reads: its blocks, with offsets of a text of their own. */
interface Island {
  kind: 'island';
  start: number;
  end: number;
  text: string;
  blocks: Block[];
}

/** What texts are read as, before their parsed text is written. */
export type TextBlock = Block | TextTable | Island;

export function textTable(
  cells: readonly TextCell[],
  lines: readonly Line[],
  layout: Grid['layout'] = 'rectangle',
): TextTable {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    kind: 'table',
    layout,
    cells: ordered,
    start: lines[0]!.start,
    end: lines.at(-1)!.end,
  };
}

/** A table of rows without spans, whose cells stand on one line each. */
export const tableOfRows = (
  rows: readonly (readonly Line[])[],
  lines: readonly Line[],
  layout?: Grid['layout'],
): TextTable =>
  textTable(
    rows.flatMap((cells, row) =>
      cells.map((piece, column) => ({ row, column, rowSpan: 1, colSpan: 1, pieces: [piece] })),
    ),
    lines,
    layout,
  );

/** A grid whose cells stand in one piece each. */
export const tableOfGrid = ({ layout, cells, start, end }: Grid): TextTable => ({
  ...{ kind: 'table', layout, start, end },
  cells: cells.map(({ row, column, rowSpan, colSpan, text, start: from, end: to }) => ({
    ...{ row, column, rowSpan, colSpan },
    pieces: [{ text, start: from, end: to }],
  })),
});
