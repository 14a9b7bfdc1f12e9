import type { CellAddress, ColumnSpec, RowGroup, RowSpec, TableSpec, Template } from '../model/template.js';

/** The labels of one table of a report, by the ids that the record uses. */
export interface FormLabels {
  /** Null if no form is known: ids are printed instead. */
  spec: TableSpec | null;
  /** Numbers of one kind below each other, at most with another of all years beside them: the row says which. */
  hasOneColumn: boolean;
  /** Is it in the first column of its row? */
  isFirst(rowId: string, id: string): boolean;
  row(id: string): string;
  column(rowId: string, id: string): string;
}

interface Placed {
  row: RowSpec;
  group: RowGroup;
}

/** @param template the form that this table follows */
export function formLabels(table: string, template: Template | undefined): FormLabels {
  const spec = template?.tables.find(({ id }) => id === table) ?? null;
  const rows = new Map<string, Placed>();
  for (const group of spec?.groups ?? []) for (const row of group.rows) rows.set(row.id, { row, group });
  const columnOf = (rowId: string, id: string): ColumnSpec | undefined =>
    rows.get(rowId)?.group.columns.find((column) => column.id === id);
  return {
    spec,
    hasOneColumn: spec?.groups.every((group) => group.columns.length <= 2) ?? false,
    row: (id) => shortLabel(rows.get(id)?.row.labelPath.slice(-1)[0] ?? id),
    isFirst: (rowId, id) => rows.get(rowId)?.group.columns[0]?.id === id,
    column: (rowId, id) => columnOf(rowId, id)?.label ?? id,
  };
}

/**
 * `tables.review.litigationDirect.total` without its table, as the form calls it.
 * @param label of the row, where it is to be shorter than the form's
 */
export const cellName = (
  labels: FormLabels,
  { row, column }: CellAddress,
  label = labels.row(row),
): string =>
  labels.hasOneColumn && labels.isFirst(row, column) ? label : `${label} · ${labels.column(row, column)}`;

/** Without the explanations that the form prints in brackets. */
const shortLabel = (label: string): string => label.replace(/（[^（）]{8,}）$/u, '') || label;
