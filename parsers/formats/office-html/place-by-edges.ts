import { hideUnder } from './hide-under.js';
import type { OfficeBlock, OfficeCell } from './office-block.js';

/** A row of a table that knows where its cells end, not which columns they are. */
export interface EdgedRow {
  /** Left edge of the first cell, in twips (1/1440 inch). */
  left: number;
  cells: EdgedCell[];
}

export interface EdgedCell {
  /** Right edge in twips; null where the file does not say. */
  right: number | null;
  /** first: the cells marked `continued` below it belong to it. */
  vertical: 'none' | 'first' | 'continued';
  blocks: OfficeBlock[];
}

export interface PlacedRows {
  rows: OfficeCell[][];
  /** Cells that hang from above, and hold text of their own all the same: word processors don't show it. */
  unshown: number;
  /** Their places are not known: they were counted from the left, and nothing was merged. */
  counted: boolean;
}

/** 0.9 mm: edges that are nearer were meant to be one; no column of figures is so narrow. */
const SAME_EDGE_TWIPS = 50;
/** A table with more is none; its cells are counted instead of placed. */
const COLUMNS_MAX = 500;

/** Distinct edges from left to right; what lies within the tolerance of the first of them is one edge. Null where they are too many. */
function mergeEdges(edges: number[], tolerance: number): Map<number, number> | null {
  const columnOf = new Map<number, number>();
  let first = Number.NEGATIVE_INFINITY;
  let column = -1;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - first > tolerance) {
      first = edge;
      column++;
    }
    columnOf.set(edge, column);
  }
  return column < COLUMNS_MAX ? columnOf : null;
}

/** The first and the end column of every cell; null where a cell has no width, or no edge. */
function columnsByEdges(rows: readonly EdgedRow[], tolerance: number): [number, number][][] | null {
  const edges = rows.flatMap(({ left, cells }) => [left, ...cells.map(({ right }) => right ?? Number.NaN)]);
  if (edges.some(Number.isNaN)) return null;
  const columnOf = mergeEdges(edges, tolerance);
  if (columnOf === null) return null;
  const placed = rows.map(({ left, cells }) => {
    let from = columnOf.get(left)!;
    return cells.map(({ right }): [number, number] => {
      const start = from;
      from = columnOf.get(right!)!;
      return [start, from];
    });
  });
  return placed.every((cells) => cells.every(([start, end]) => start < end)) ? placed : null;
}

/** Joins cells that hang together; what claims to hang under nothing stands for itself. */
function hangCells(rows: readonly EdgedRow[], columns: [number, number][][]): PlacedRows {
  let above = new Map<number, OfficeCell>();
  let unshown = 0;
  const placed = rows.map(({ cells }, row) => {
    const hanging = new Map<number, OfficeCell>();
    const shown: OfficeCell[] = [];
    cells.forEach(({ vertical, blocks }, index) => {
      const [column, end] = columns[row]![index]!;
      const upper = above.get(column);
      if (vertical === 'continued' && upper?.colSpan === end - column) {
        upper.rowSpan++;
        if (blocks.length > 0) unshown++;
        hideUnder(upper, blocks);
        hanging.set(column, upper);
        return;
      }
      const cell: OfficeCell = { column, colSpan: end - column, rowSpan: 1, blocks };
      if (vertical !== 'none') hanging.set(column, cell);
      shown.push(cell);
    });
    above = hanging;
    return shown;
  });
  return { rows: placed, unshown, counted: false };
}

/**
 * Gives cells their columns by where they end: the edges of all rows together are the lines of the grid.
 *
 *     A........ | B      edges 0 50 75      A A B
 *     C.. | D.. | E            0 25 50 75   C D E
 *
 * Where edges are missing or contradict themselves, cells are counted from the left, and nothing is merged.
 */
export function placeByEdges(rows: readonly EdgedRow[]): PlacedRows {
  const columns = columnsByEdges(rows, SAME_EDGE_TWIPS) ?? columnsByEdges(rows, 0);
  if (columns !== null) return hangCells(rows, columns);
  const counted = rows.map(({ cells }) =>
    cells.map(({ blocks }, column) => ({ column, colSpan: 1, rowSpan: 1, blocks })),
  );
  return { rows: counted, unshown: 0, counted: true };
}
