import type { Severity } from './codes/severities.js';

/** What ties the report of one year to that of the year before, as a form declares it. Forms that declare the same id are compared. */

/** One number that two reports print: `row` of a year is `rowBefore` of the year before it, column by column. */
export interface CarryLink {
  id: string;
  /** Code of the finding where the two differ. */
  finding: string;
  severity: Severity;
  table: string;
  row: string;
  rowBefore: string;
  /** Facts of the prose that state the number of one column: of the year itself, and of the year before. */
  prose: { column: string; facts: readonly string[]; factsBefore: readonly string[] };
}

/** stock(t) = stock(t-1) + added(t) - removed(t), in each of the rows. */
export interface StockLink {
  id: string;
  finding: string;
  severity: Severity;
  table: string;
  rows: readonly string[];
  stock: string;
  added: string;
  removed: string;
}

export interface YearLinks {
  carries?: readonly CarryLink[];
  stocks?: readonly StockLink[];
}
