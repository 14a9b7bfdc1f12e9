import type { NarrativeLink } from './narrative-link.js';
import type { YearLinks } from './year-link.js';

/** The national forms as data. Ids are those of the record contract; labels are the official form's. */

export interface ColumnSpec {
  id: string;
  label: string;
  aliases?: readonly string[];
  /** "CNY" where the column holds an amount. `printedIn` is the unit of a bare number, if the form names one. */
  unit?: 'CNY';
  printedIn?: '元' | '万元';
  /** May hold a negative number (本年增/减). */
  signed?: boolean;
  /** May hold a fraction though it is no amount. */
  fractional?: boolean;
  /** Only in the record where the source prints it (历年累计). */
  optional?: boolean;
}

export interface RowSpec {
  id: string;
  /** From the outermost parent to the row's own label. */
  labelPath: readonly string[];
  aliases?: readonly string[];
  /** Unit that the form prints beside the row (statistics tables). */
  unit?: string;
}

/** Rows that share a set of columns. */
export interface RowGroup {
  /** Printed above the group, where there is such a line: 第二十条第（一）项. */
  title?: string;
  columns: readonly ColumnSpec[];
  rows: readonly RowSpec[];
}

export interface CellAddress {
  row: string;
  column: string;
}

/** sum(parts) = whole, or sum(parts) <= whole. Always within one table. */
export interface Identity {
  /** Check id below the table: "row-total/granted". */
  id: string;
  relation: 'equals' | 'at-most';
  parts: readonly CellAddress[];
  whole: readonly CellAddress[];
}

export interface TableSpec {
  id: string;
  sectionTitles: readonly string[];
  /**
   * rows: a label, then one value a column.
   * indicators: a name, a unit, one or two values; bodies add and drop rows.
   * line: all labels in a heading above, then the values of all rows in one printed line.
   */
  layout: 'rows' | 'indicators' | 'line';
  groups: readonly RowGroup[];
  identities: readonly Identity[];
  /** Labels of the heading that are neither a row's nor a column's: 信息内容, 申请人情况, 法人或其他组织. */
  headingLabels: readonly string[];
  /** May the rows stand in another order than the form's? */
  ordered: boolean;
}

export interface Template {
  id: string;
  /** First and last report year; null is open. */
  reportYears: readonly [number | null, number | null];
  issuedBy: string | null;
  tables: readonly TableSpec[];
  /** What a report of this form has in common with that of the year before. */
  yearLinks?: YearLinks;
  /** Facts of the prose and cells of these tables that speak of the same thing. */
  narrativeLinks?: readonly NarrativeLink[];
}
