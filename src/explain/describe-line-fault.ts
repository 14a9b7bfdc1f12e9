import { clip } from '../printing/fit-width.js';
import type { FormLabels } from './form-labels.js';
import { groupBy, type Placed } from './name-cells.js';

/** Some labels of the forms are whole sentences. */
const LABEL_WIDTH_MAX = 36;

interface LineFault {
  text: string;
  /** What each line must be, and what the source prints. */
  details: string[];
}

/** The faults that move the figures of whole rows or columns at once, as the sums say what belongs where. */
const lineFaults: Record<string, { lines: number; words(names: string): string }> = {
  'fault:lines-exchanged': {
    lines: 2,
    words: (names) =>
      `the figures of ${names} most likely stand in each other's place: exchanged, they make the failed sums hold`,
  },
  'fault:line-shifted': {
    lines: 1,
    words: (names) =>
      `the figures of ${names} are most likely moved by one cell: put back, they make the failed sums hold`,
  },
};

/** Is the cell corrected as part of a line? */
export const isOfLine = ({ cell }: Placed): boolean =>
  cell.suggested !== undefined && cell.flags.some((flag) => flag in lineFaults);

/**
 * One line of words for all cells of a fault that moved them together.
 * @param members those of `isOfLine`
 * @returns null if the cells are not those of as many rows or columns as the fault moves
 */
export function describeLineFault(members: Placed[], labels: FormLabels): LineFault | null {
  const fault = lineFaults[members[0]?.cell.flags.find((flag) => flag in lineFaults) ?? ''];
  if (!fault) return null;
  const rows = groupBy(members, ({ row }) => row);
  const columns = groupBy(members, ({ column }) => column);
  const rowLabel = (row: string): string => clip(labels.row(row), LABEL_WIDTH_MAX);
  const columnLabel = ({ row, column }: Placed): string => labels.column(row, column);
  if (rows.length === fault.lines && members.length > fault.lines) {
    const names = rows.map(([row]) => rowLabel(row));
    return {
      text: fault.words(`${rows.length > 1 ? 'rows' : 'row'} ${names.join(' and ')}`),
      details: rows.map(
        ([, cells], index) => `row ${names[index]}: ${cells.map(said(columnLabel)).join(', ')}`,
      ),
    };
  }
  if (columns.length === fault.lines) {
    const names = columns.map(([, cells]) => columnLabel(cells[0]!));
    return {
      text: fault.words(`${columns.length > 1 ? 'columns' : 'column'} ${names.join(' and ')}`),
      details: columns.map(
        ([, cells], index) =>
          `column ${names[index]}: ${cells.map(said(({ row }) => rowLabel(row))).join(', ')}`,
      ),
    };
  }
  return null;
}

const said =
  (name: (placed: Placed) => string) =>
  (placed: Placed): string =>
    `${name(placed)} ${placed.cell.suggested!.value} (printed ${placed.cell.value ?? placed.cell.raw})`;
