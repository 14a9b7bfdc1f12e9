import type { CellCounts } from '../../model/run-summary.js';

export const confidences = ['verified', 'read', 'suspect', 'blank', 'missing'] as const;

export const noCells = (): CellCounts => ({ verified: 0, read: 0, suspect: 0, blank: 0, missing: 0 });

export const cellsOf = ({ verified, read, suspect, blank, missing }: CellCounts): CellCounts => ({
  ...{ verified, read, suspect, blank, missing },
});

export function addCells(sum: CellCounts, more: CellCounts): void {
  for (const level of confidences) sum[level] += more[level];
}

export const countCells = (cells: CellCounts): number =>
  confidences.reduce((sum, level) => sum + cells[level], 0);
