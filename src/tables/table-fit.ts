import type { Issue } from '../model/issue.js';
import type { TableSpec, Template } from '../model/template.js';
import { largest } from '../words/largest.js';
import type { Alignment } from './alignment.js';
import type { CellDraft } from './cell-draft.js';
import type { OfficialRow } from './official-labels.js';
import type { PhysicalRow, Token } from './token.js';

/** A printed row that the form does not have, kept as it stands. */
export interface ExtraDraft {
  label: string;
  unit: string | null;
  /** By column heading as printed. */
  cells: { column: string; draft: CellDraft }[];
}

/** The printed rows of a table beside the form's. */
export interface AlignedTable {
  /** Of the whole source; `alignment` says which of them are the table's. */
  rows: PhysicalRow[];
  officials: OfficialRow[];
  alignment: Alignment;
}

/** The same, and what its cells hold. */
export interface PrintedTable extends AlignedTable {
  /** Rows of the form whose label is printed without figures, as indices of `officials`. */
  empty: ReadonlySet<number>;
  /** The drafts of the rows that `alignment` found. */
  drafts: CellDraft[];
}

/** A table of the form, fitted to what is printed. */
export interface TableFit {
  template: Template;
  spec: TableSpec;
  drafts: CellDraft[];
  extras: ExtraDraft[];
  /** Identities that were used to place or cut values: they can't also confirm them. */
  spent: Set<string>;
  leftovers: Token[];
  /** What it was fitted to, row by row; absent where the whole table was read as one line or as indicators. */
  printed?: PrintedTable;
  /** The other forms of the same table, as they fit the same source. */
  rivals?: readonly TableCandidate[];
  /** A second copy of the table in the same source. */
  copy?: TableFit | null;
  /** Do numbers without a label stand among its rows that none of them took? */
  hasStrayRow?: boolean;
  /** May its digits be others than those printed? Then its sums suggest nothing. */
  areDigitsUnsure?: boolean;
  issues: Issue[];
  /** How well the form fits; only for comparing forms on the same source. */
  score: number;
  /** What of the parsed text the table takes up: stretches in order, not overlapping. */
  region: TextRange[];
}

/** How well a table of a form fits, before its cells are read: most forms are given up for another one. */
export interface TableCandidate extends Pick<TableFit, 'template' | 'spec' | 'score' | 'region'> {
  aligned?: AlignedTable;
  read: () => TableFit;
}

/** Offsets in the parsed text. */
export interface TextRange {
  start: number;
  end: number;
}

/** Text between two rows of a table that is no longer than this belongs to the table. */
const GAP_MAX = 300;

/** What printed rows take up of the source. In running text the labels of a row reach back into the prose and are left out. */
export function regionOf(rows: PhysicalRow[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const row of rows) {
    const tokens = row.form === 'running' ? row.values : [...row.labels, ...row.values];
    if (row.values.length === 0) continue;
    const start = -largest(tokens.map((t) => -t.place.start));
    const end = largest(tokens.map((t) => t.place.end));
    ranges.push({ start, end });
  }
  return mergeRanges(ranges, GAP_MAX);
}

/** Says of a stretch of the parsed text whether any of `ranges` touches it. */
export function rangeTest(ranges: TextRange[]): (start: number, end: number) => boolean {
  return (start, end) => ranges.some((range) => range.end > start && range.start < end);
}

/** Joins stretches that overlap or stand no further apart than `gap`. */
export function mergeRanges(ranges: TextRange[], gap = 0): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start - last.end <= gap) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
