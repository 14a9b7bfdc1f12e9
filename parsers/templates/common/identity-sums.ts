import type { Identity } from '../../../src/model/template.js';

/** sum of `parts` = `whole` in every one of `rows`: one identity a row. */
export function rowSums(
  id: string,
  rows: readonly string[],
  parts: readonly string[],
  whole: string,
): Identity[] {
  return rows.map((row) => ({
    id: `${id}/${row}`,
    relation: 'equals',
    parts: parts.map((column) => ({ row, column })),
    whole: [{ row, column: whole }],
  }));
}

/** sum of `parts` = sum of `whole` in every one of `columns`: one identity a column. */
export function columnSums(
  id: string,
  columns: readonly string[],
  parts: readonly string[],
  whole: readonly string[],
): Identity[] {
  return columns.map((column) => ({
    id: `${id}/${column}`,
    relation: 'equals',
    parts: parts.map((row) => ({ row, column })),
    whole: whole.map((row) => ({ row, column })),
  }));
}
