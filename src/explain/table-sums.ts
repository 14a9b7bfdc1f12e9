import { addressKey } from '../model/address-key.js';
import type { Cell, Check, ReportRecord } from '../model/report-record.js';
import type { CellAddress, Identity } from '../model/template.js';
import { shortCheckId } from './describe-check.js';
import type { FormLabels } from './form-labels.js';

/** A check of the record together with the identity of the form that it evaluates. */
export interface TableSum {
  /** Id below the table: `row-total/granted`. */
  id: string;
  status: Check['status'];
  relation: Identity['relation'];
  parts: readonly CellAddress[];
  whole: readonly CellAddress[];
}

/** A table of the record with its sums: what is printed, and what the suggestions would change. */
export interface TableSums {
  sums: TableSum[];
  cell(address: CellAddress): Cell | undefined;
  /** The printed number. A blank counts as 0, as it does in the checks; null if no number could be read. */
  printed(address: CellAddress): number | null;
  /** How much a suggestion would add to what is printed; 0 without a suggestion. */
  change(address: CellAddress): number;
}

/** Checks of forms that are not known have no parts to name and are left out. */
export function tableSums(record: ReportRecord, table: string, labels: FormLabels): TableSums {
  const cells = record.tables[table] ?? {};
  const cell = ({ row, column }: CellAddress): Cell | undefined => cells[row]?.[column];
  const statuses = new Map(record.checks.map((check) => [check.id, check.status]));
  const identities = labels.spec?.identities ?? [];
  return {
    sums: identities.flatMap(({ id, relation, parts, whole }) => {
      const status = statuses.get(`${table}/${id}`);
      return status ? [{ id, status, relation, parts, whole }] : [];
    }),
    cell,
    printed: (address) => {
      const found = cell(address);
      if (found?.confidence === 'blank') return 0;
      return found?.value ?? null;
    },
    change: (address) => {
      const found = cell(address);
      return found?.suggested ? found.suggested.value - (found.value ?? 0) : 0;
    },
  };
}

/** The ids of the checks that speak for a suggestion, below their table. */
export const reasonsOf = (cell: Cell, table: string): string[] =>
  cell.suggested?.because.split(', ').map((id) => shortCheckId(id, table)) ?? [];

export const isSame = (a: CellAddress, b: CellAddress): boolean => a.row === b.row && a.column === b.column;

/** Each cell once. */
export const uniqueOf = (cells: readonly CellAddress[]): CellAddress[] => [
  ...new Map(cells.map((address) => [addressKey(address), address])).values(),
];

/** 1 for a part of the sum, -1 for its whole, 0 for a cell that it does not count. */
export function signIn({ parts, whole }: TableSum, address: CellAddress): 1 | -1 | 0 {
  if (parts.some((part) => isSame(part, address))) return 1;
  return whole.some((cell) => isSame(cell, address)) ? -1 : 0;
}

/** Sum of the parts less the whole, both as printed; null if a number is not read. */
export function gapOf(sum: TableSum, { printed }: TableSums): number | null {
  let gap = 0;
  for (const address of [...sum.parts, ...sum.whole]) {
    const value = printed(address);
    if (value === null) return null;
    gap += signIn(sum, address) * value;
  }
  return gap;
}

/** The failed sums that count one of the cells. */
export const failedSums = ({ sums }: TableSums, cells: readonly CellAddress[]): TableSum[] =>
  sums.filter((sum) => sum.status === 'fail' && cells.some((address) => signIn(sum, address) !== 0));
