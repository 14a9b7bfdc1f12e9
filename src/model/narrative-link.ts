import type { SeverityOf } from './codes/issue-codes.js';

/** A cell of the record's tables. */
export interface LinkedCell {
  table: string;
  row: string;
  column: string;
}

/**
 * A fact of the running text and the cells that speak of the same thing. Each reading is a list of cells to be summed;
 * the fact agrees where it equals any reading whose cells all have a value.
 */
export interface NarrativeLink {
  /** Fact id. */
  fact: string;
  readings: LinkedCell[][];
  /** Of the issue raised on a difference: `info` where the scopes often differ by nature. */
  severity: SeverityOf<'narrative-differs'>;
}
