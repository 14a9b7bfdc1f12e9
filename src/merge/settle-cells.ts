import { addressKey } from '../model/address-key.js';
import type { Cell, Check, TableCells } from '../model/report-record.js';
import type { MergedTable } from './merge-table.js';
import { isSure } from './rank-carriers.js';

/**
 * The confidence of merged cells. The sums of the merged table have graded them anew; what a carrier's own sums have confirmed
 * stays confirmed, unless a sum of the merged table fails with it. Where a sum fails only because it holds a number on which
 * the carriers differ, that number is named, and its neighbours are not accused for it.
 * @param cells of the merged table as its sums grade them; @param checks of the table
 */
export function settleCells(
  cells: TableCells,
  checks: readonly Check[],
  table: string,
  merged: MergedTable,
): TableCells {
  const failed = checks.filter(({ status, id }) => status === 'fail' && id.startsWith(`${table}/`));
  const differing = new Set(
    [...merged.choices].filter(([, { rivals }]) => rivals.length > 0).map(([key]) => `${table}.${key}`),
  );
  const settle = (row: string, column: string, graded: Cell): Cell => {
    const key = addressKey({ row, column });
    const choice = merged.choices.get(key);
    if (!choice) return graded;
    const { reading } = choice;
    const cell = { ...graded };
    if (cell.at && reading.carrier > 0) cell.at = { ...cell.at, carrier: reading.carrier };
    if (choice.rivals.length > 0) return withoutMisread(cell);
    // Only a sum confirms what no carrier was sure of; that no sum accuses it any more is not enough.
    if (!isSure(reading.cell)) return graded.confidence === 'read' ? ownCell(reading.cell, cell) : cell;
    const failing = failed.filter((check) => check.cells.includes(`${table}.${key}`));
    const isBlameless = failing.every((check) => check.cells.some((path) => differing.has(path)));
    if (graded.confidence === 'suspect')
      return failing.length > 0 && isBlameless
        ? { ...ownCell(reading.cell, cell), confidence: 'read' }
        : cell;
    const isConfirmed = merged.readings
      .get(key)!
      .some(
        (one) => !one.isOtherForm && one.cell.confidence === 'verified' && one.cell.value === graded.value,
      );
    return isConfirmed && failing.length === 0 ? { ...cell, confidence: 'verified' } : cell;
  };
  return Object.fromEntries(
    Object.entries(cells).map(([row, columns]) => [
      row,
      Object.fromEntries(
        Object.entries(columns).map(([column, cell]) => [column, settle(row, column, cell)]),
      ),
    ]),
  );
}

/** As its own carrier has it, at the place of the merged cell. */
const ownCell = (own: Cell, { at }: Cell): Cell => ({ ...own, at });

/** To the decoder the numbers of the carriers were readings of one print; if nothing was recognised, nothing was misread. */
const withoutMisread = (cell: Cell): Cell =>
  cell.flags.includes('ocr')
    ? cell
    : { ...cell, flags: cell.flags.filter((flag) => flag !== 'fault:misread') };
