import type { Grid, GridCell } from '../../../src/model/parsed-document.js';
import { trimmedRange } from './lines.js';

export interface Range {
  start: number;
  end: number;
}

/** Builds a grid from rows of cell ranges. In text the parsed text is the source itself, so both offsets agree. */
export function gridFromRanges(text: string, rows: Range[][], layout: Grid['layout']): Grid {
  const cells: GridCell[] = [];
  rows.forEach((ranges, row) => {
    ranges.forEach((range, column) => {
      const { start, end } = trimmedRange(text, range.start, range.end);
      cells.push({
        row,
        column,
        rowSpan: 1,
        colSpan: 1,
        text: text.slice(start, end),
        start,
        end,
        sourceStart: start,
        sourceEnd: end,
      });
    });
  });
  const first = rows[0]?.[0]?.start ?? 0;
  const last = rows.at(-1)?.at(-1)?.end ?? first;
  return {
    kind: 'grid',
    layout,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((r) => r.length)),
    cells,
    start: first,
    end: last,
    sourceStart: first,
    sourceEnd: last,
  };
}
