import type { TableSpec } from '../../model/template.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { OfficialColumn, OfficialRow } from '../official-labels.js';
import type { RowCells } from '../place/place-values.js';
import { rowSums } from '../place/row-sums.js';
import { namesAny } from '../rows/names-any.js';
import { slotOf } from '../slot.js';
import { holdsNumber, type PhysicalRow, type Token } from '../token.js';

/** The figures of a table that is printed as one line, and what stands before them. */
export interface Collected {
  rows: PhysicalRow[];
  values: Token[];
  heading: PhysicalRow[];
  /** Folded labels before each printed row of values. */
  labels: string[];
  /** Values stand right behind the last row: one of the row's was doubled, or something that is no value cut it in two. */
  hasSurplus: boolean;
}

/** No heading of such a table has more lines. */
export const HEADING_ROWS_MAX = 30;

export const foldedText = (rows: PhysicalRow[], fold: FoldCharacters): string =>
  rows.flatMap((row) => row.labels.map((t) => foldLabel(t.text, fold).core)).join('');

/** The cells that the line fills, the rows of the table one behind the other. */
export const cellsOfLine = (rows: readonly OfficialRow[], columns: readonly OfficialColumn[]): RowCells => ({
  addresses: rows.flatMap(({ spec }) => columns.map((column) => ({ row: spec.id, column: column.spec.id }))),
  columns: rows.flatMap(() => columns.map(({ spec }) => spec)),
});

/**
 * A line of as many figures as the table has cells, below the title of its section, in which every sum of the table holds: it needs no
 * heading to be known. Sums of nothing but zeros tell nothing.
 */
export function lineUnderSection(
  rows: PhysicalRow[],
  spec: TableSpec,
  officials: OfficialRow[],
  columns: OfficialColumn[],
  fold: FoldCharacters,
): Collected | null {
  const width = officials.length * columns.length;
  const titles = spec.sectionTitles.map((title) => foldLabel(title, fold).core);
  const title = rows.findIndex((row) => namesAny(row, titles, fold));
  if (title < 0) return null;
  const at = rows.findIndex((row, i) => i >= title && holdsNumber(row));
  const row = rows[at];
  if (!row || at - title > HEADING_ROWS_MAX || row.values.length !== width) return null;
  const cells = cellsOfLine(officials, columns);
  const slots = row.values.map(slotOf);
  const isZero = row.values.every(({ text }) => !/[1-9１-９]/u.test(text));
  if (isZero || !rowSums({ ...cells, identities: spec.identities }).areKept(slots)) return null;
  const heading = [...rows.slice(title, at), { ...row, values: [] }];
  return {
    ...{ rows: [row], values: [...row.values], heading },
    ...{ labels: [foldedText(heading, fold)], hasSurplus: false },
  };
}
