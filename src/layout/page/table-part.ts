import type { MarkKind } from '../../model/mark.js';
import type { BoundingBox } from '../../model/span.js';
import type { TextRun } from './join-lines.js';
import type { TextLine } from './text-line.js';

/** A cell with its text, in the reading direction of its page. */
export interface TableCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  page: number;
  box: BoundingBox;
  run: TextRun;
  lines: TextLine[];
  /** What the page shows of it beside its text. */
  marks?: MarkKind[];
  /** Room (points) that the last line left; a text that goes on elsewhere left less than its next character needs. */
  room: number;
}

/** A table, or the part of one that stands on a page. */
export interface TablePart {
  /** ruled: borders are drawn. aligned: only the positions of the texts make the columns. */
  kind: 'ruled' | 'aligned';
  page: number;
  box: BoundingBox;
  /** Column lines, left to right: one more than columns. */
  xs: number[];
  rowCount: number;
  columnCount: number;
  cells: TableCell[];
  /** Its borders are not drawn: its sides are where the text of its page ends. */
  isInferred?: boolean;
}

export const cellText = (cell: TableCell): string => cell.run.text;

/** Cells in reading order. */
export function inReadingOrder(cells: readonly TableCell[]): TableCell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}
