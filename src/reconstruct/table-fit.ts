import type { Issue } from '../model/issue.js';
import type { TableSpec, Template } from '../model/template.js';
import type { CellDraft } from './cell-draft.js';
import type { PhysicalRow, Token } from './token.js';

/** A printed row that the form does not have, kept as it stands. */
export interface ExtraDraft {
  label: string;
  unit: string | null;
  /** By column heading as printed. */
  cells: { column: string; draft: CellDraft }[];
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
  issues: Issue[];
  /** How well the form fits; only for comparing forms on the same source. */
  score: number;
  /** What of the source the table takes up, in parsed-text offsets per block. */
  region: { firstBlock: number; lastBlock: number; start: number; end: number };
}

/** What printed rows take up of the source. In running text the labels of a row reach back into the prose and are left out. */
export function regionOf(rows: PhysicalRow[]): TableFit['region'] {
  const tokens = rows
    .filter((row) => row.values.length > 0)
    .flatMap((row) => (row.form === 'running' ? row.values : [...row.labels, ...row.values]));
  const blocks = tokens.map((t) => t.block);
  return {
    firstBlock: Math.min(...blocks),
    lastBlock: Math.max(...blocks),
    start: Math.min(...tokens.map((t) => t.place.start)),
    end: Math.max(...tokens.map((t) => t.place.end)),
  };
}
