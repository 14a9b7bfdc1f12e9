import { addFlags } from '../model/codes/add-flags.js';
import type { Cell, ReportRecord } from '../model/report-record.js';

/**
 * Puts the number that the identities prove in the place of the printed one, where there is such a number.
 * `raw` and `suggested` stay, `flags` says `repaired`, and the confidence stays what the evidence for the printed number
 * was. The record that was given is not changed.
 */
export function applySuggestions(record: ReportRecord): ReportRecord {
  const tables: ReportRecord['tables'] = {};
  for (const [table, rows] of Object.entries(record.tables)) {
    tables[table] = Object.fromEntries(Object.entries(rows).map(([row, cells]) => [row, repairRow(cells)]));
  }
  const extras = record.extras.map((extra) => ({ ...extra, cells: repairRow(extra.cells) }));
  return { ...record, tables, extras };
}

const repairRow = (cells: Record<string, Cell>): Record<string, Cell> =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, repairCell(cell)]));

function repairCell(cell: Cell): Cell {
  if (!cell.suggested) return cell;
  return { ...cell, value: cell.suggested.value, flags: addFlags(cell.flags, 'repaired') };
}
