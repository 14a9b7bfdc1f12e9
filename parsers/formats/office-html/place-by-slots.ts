import { hideUnder } from './hide-under.js';
import type { OfficeBlock, OfficeCell } from './office-block.js';
import type { PlacedRows } from './place-by-edges.js';

/** One place of a row whose places are all written down: a cell, or a place that another cell covers. */
export interface Slot {
  covered: boolean;
  /** As written; 1 where nothing is said. */
  colSpan: number;
  rowSpan: number;
  blocks: OfficeBlock[];
}

/**
 * Gives cells their columns by counting places. A span reaches as far as places are marked as covered, and a place that is
 * marked but not covered is an empty cell: no cell is ever moved.
 *
 *     A (2 wide) | covered | B      A A B
 *     C | D | E                     C D E
 */
export function placeBySlots(rows: readonly (readonly Slot[])[]): PlacedRows {
  /** By row: columns that a cell covers. */
  const taken = rows.map(() => new Set<number>());
  /** By row and column: the cell that covers it. */
  const owner = rows.map(() => new Map<number, OfficeCell>());
  const isOpen = (row: number, column: number): boolean =>
    rows[row]?.[column]?.covered === true && !taken[row]!.has(column);
  let unshown = 0;
  const placed = rows.map((slots, row) => {
    const cells: OfficeCell[] = [];
    slots.forEach((slot, column) => {
      if (taken[row]!.has(column)) {
        if (slot.blocks.length > 0) unshown++;
        hideUnder(owner[row]!.get(column), slot.blocks);
        return;
      }
      let colSpan = 1;
      while (colSpan < slot.colSpan && isOpen(row, column + colSpan)) colSpan++;
      const columns = Array.from({ length: colSpan }, (_, index) => column + index);
      let rowSpan = 1;
      while (rowSpan < slot.rowSpan && columns.every((at) => isOpen(row + rowSpan, at))) rowSpan++;
      const cell: OfficeCell = { column, colSpan, rowSpan, blocks: slot.blocks };
      for (let below = row; below < row + rowSpan; below++)
        for (const at of columns) {
          taken[below]!.add(at);
          owner[below]!.set(at, cell);
        }
      cells.push(cell);
    });
    return cells;
  });
  return { rows: placed, unshown, counted: false };
}
