import type { Cell, ReportRecord } from '../../src/model/report-record.js';
import { judgeCell } from '../scoring/score-documents.js';
import type { Truth } from '../synthesise/truth.js';

/** What merging made of cells that single files had otherwise. */
export interface MergeVerdict {
  /** Wrong and sure after merging, and in no file by itself. */
  newSilent: string[];
  /** Right in one file, not right any more, and no file is sure of something else or rules it out. */
  worse: string[];
}

/** @param truth of the undamaged report */
export const judgeMerge = (
  truth: Truth,
  alone: readonly ReportRecord[],
  merged: ReportRecord | undefined,
): MergeVerdict => {
  const verdict: MergeVerdict = { newSilent: [], worse: [] };
  for (const [table, rows] of Object.entries(truth.tables)) {
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, want] of Object.entries(columns)) {
        // Nobody can know an amount without a unit: to doubt it is as right as not to have it.
        if (want === null) continue;
        const cellOf = (record: ReportRecord | undefined): Cell | undefined =>
          record?.tables[table]?.[row]?.[column];
        const before = alone.map((record) => judgeCell(cellOf(record), want));
        const after = judgeCell(cellOf(merged), want);
        const path = `${table}.${row}.${column}`;
        const wasSilent = before.includes('silent');
        if (after === 'silent' && !wasSilent) verdict.newSilent.push(path);
        const isDenied = wasSilent || alone.some((record) => rulesOut(cellOf(record), want));
        if (before.includes('right') && !isDenied && after !== 'right') verdict.worse.push(path);
      }
    }
  }
  return verdict;
};

/** Undecided between other numbers, as where the damaged digit is among digits that ran together. */
function rulesOut(cell: Cell | undefined, want: unknown): boolean {
  const rivals = cell?.flags.filter((flag) => flag.startsWith('rival:')) ?? [];
  return cell?.value === null && rivals.length > 0 && !rivals.includes(`rival:${want}`);
}
