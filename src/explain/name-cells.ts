import type { Cell } from '../model/report-record.js';
import type { CellAddress } from '../model/template.js';
import { clip } from '../printing/fit-width.js';
import { cellName, type FormLabels } from './form-labels.js';

/** A cell of a table, and its place. */
export type Placed = CellAddress & { cell: Cell };

/** Names in a list before the rest is counted. */
export const NAMES_MAX = 4;
/** In a list; some labels of the forms are whole sentences. */
const ROW_WIDTH_MAX = 36;

/** Cells by name; of a row with many of them, only the row. */
export function namesOf(placed: Placed[], labels: FormLabels): string {
  const names = groupBy(placed, ({ row }) => row).flatMap(([row, members]) => {
    const label = clip(labels.row(row), ROW_WIDTH_MAX);
    if (members.length > 2) return [`${label} (${members.length} cells)`];
    return members.map(({ column }) => cellName(labels, { row, column }, label));
  });
  return listed(names);
}

export function listed(names: string[]): string {
  const shown = names.slice(0, NAMES_MAX).join(', ');
  return names.length > NAMES_MAX ? `${shown} and ${names.length - NAMES_MAX} more` : shown;
}

/** In the order of the first occurrence of the keys. */
export function groupBy<T>(items: T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups];
}
