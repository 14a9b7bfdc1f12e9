import { addFlags } from '../model/codes/add-flags.js';
import type { Issue } from '../model/issue.js';
import type { Cell, ExtraRow } from '../model/report-record.js';
import type { Result } from '../model/result.js';
import { type CarrierNames, carriersDiffer } from './difference-issues.js';
import { isSure } from './rank-carriers.js';
import type { ReportReading } from './reading.js';
import { stampPlaces } from './stamp-carrier.js';

/**
 * Rows beside the form: those of all carriers, one of each label. No sum knows such a row, so two sure numbers that differ
 * are both in doubt.
 */
export function mergeExtras(carriers: readonly ReportReading[], names: CarrierNames): Result<ExtraRow[]> {
  const rows: ExtraRow[] = [];
  const origins = new Map<ExtraRow, number>();
  const issues: Issue[] = [];
  for (const [carrier, { graded }] of carriers.entries()) {
    const before = rows.length;
    for (const extra of stampPlaces(graded.extras, carrier)) {
      const at = rows.slice(0, before).findIndex((row) => isSameRow(row, extra));
      if (at < 0) {
        rows.push(extra);
        origins.set(extra, carrier);
        continue;
      }
      const origin = origins.get(rows[at]!)!;
      const merged = mergeRow(rows[at]!, extra, { carrier, origin, names, issues });
      origins.set(merged, origin);
      rows[at] = merged;
    }
  }
  return { value: rows, issues };
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/** Under one label of one table, and with columns that are known to be the same. */
const isSameRow = (left: ExtraRow, right: ExtraRow): boolean =>
  left.table === right.table &&
  fold(left.label) === fold(right.label) &&
  Object.keys(left.cells).map(fold).sort().join() === Object.keys(right.cells).map(fold).sort().join();

interface Pair {
  origin: number;
  carrier: number;
  names: CarrierNames;
  issues: Issue[];
}

function mergeRow(row: ExtraRow, other: ExtraRow, pair: Pair): ExtraRow {
  const others = new Map(Object.entries(other.cells).map(([column, cell]) => [fold(column), cell]));
  const cells = Object.entries(row.cells).map(([column, cell]) => {
    const path = `extras.${row.table}「${row.label}」.${column}`;
    return [column, mergeCell(cell, others.get(fold(column)), path, pair)];
  });
  return { ...row, cells: Object.fromEntries(cells) };
}

function mergeCell(cell: Cell, other: Cell | undefined, path: string, pair: Pair): Cell {
  if (!other || other.value === null || other.value === cell.value)
    return other && !isSure(cell) && isSure(other) ? other : cell;
  if (cell.value === null) return other;
  const [here, there] = [
    { carrier: cell.at?.carrier ?? pair.origin, value: cell.value },
    { carrier: pair.carrier, value: other.value },
  ];
  const tell = (severity: 'info' | 'warning', stands: typeof here, against: typeof there): void => {
    pair.issues.push(carriersDiffer(severity, path, stands, [against], pair.names));
  };
  if (isSure(cell) !== isSure(other)) {
    tell('info', isSure(cell) ? here : there, isSure(cell) ? there : here);
    return isSure(cell) ? cell : other;
  }
  tell('warning', here, there);
  const flags = addFlags(cell.flags, 'carriers-differ', 'rivals', `rival:${other.value}`);
  return { ...cell, confidence: 'suspect', flags };
}
