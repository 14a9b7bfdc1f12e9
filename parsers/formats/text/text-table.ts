import type { Grid } from '../../../src/model/parsed-document.js';
import type { Line } from './lines.js';

/** A cell of a drawn table. Its text may stand on several lines, between the borders of its column. */
export interface TextCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  /** What each line holds of the cell, from top to bottom; never empty. */
  pieces: Line[];
}

/** A table that a text draws with characters. */
export interface TextTable {
  kind: 'table';
  /** In reading order. */
  cells: TextCell[];
  /** What it takes up of the source. */
  start: number;
  end: number;
}

/** What a stretch of text was read as: plain lines, grids whose cells stand in one piece each, and drawn tables. */
export type TextItem = Line | Grid | TextTable;

export function textTable(cells: readonly TextCell[], lines: readonly Line[]): TextTable {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return { kind: 'table', cells: ordered, start: lines[0]!.start, end: lines.at(-1)!.end };
}
