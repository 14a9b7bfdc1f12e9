import type { PrintedTable } from '../synthesise/printed.js';
import type { Random } from '../synthesise/random.js';
import type { Sheet } from './sheet.js';

/** What a damage did to one printed table. */
export interface Damaged {
  table: PrintedTable;
  /** Keys of the figures that it hit. */
  hit: Set<string>;
  /** What a person reads now at some figures of the form, by key; the others read as before. Null: it is printed nowhere. */
  reads: Map<string, string | null>;
  /**
   * Does the table show that something happened beside the figures themselves: a cell too few, a label that is gone?
   * Then no wrong number may look sure, identity or not.
   */
  isVisible: boolean;
  /** Is all that shows it a cell that is not there? Paper shows a cell that is not there as an empty one. */
  isByAbsence?: boolean;
  /** Is all that shows it a cell that reaches over two? Where no spans are printed it looks like one cell beside another. */
  isBySpan?: boolean;
}

/** A damage of a printed table. Null if the table has nothing that it could hit. */
export interface Damage {
  name: string;
  /** One line for the reader of the results. */
  says: string;
  /** Only the texts of figures change: the table can be fitted without a carrier. */
  keepsLayout: boolean;
  apply(sheet: Sheet, random: Random): Damaged | null;
}

/** A damage of the finished text or markup. The printed numbers stay what they were. */
export interface SourceDamage {
  name: string;
  says: string;
  /** Carriers that it can happen to. */
  carriers: readonly string[];
  /** @param region where the tables are. Null if there is nothing to hit. */
  apply(text: string, region: { start: number; end: number }, random: Random): string | null;
}
