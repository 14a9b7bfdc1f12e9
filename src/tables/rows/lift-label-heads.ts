import type { GridCell } from '../../model/parsed-document.js';
import { type CellPart, linesOf, ORDINAL, partOf } from './part-cells.js';

/**
 * Rows that a tool cut at the wrong height, so that a label begins with the end of the label above it:
 *
 *   一、本年新收政府信息公开申请数        | 76
 *   量⏎二、上年结转政府信息公开申请数量   | 0
 *
 * What stands in a cell before the line that begins with the ordinal goes to the row above, behind its label.
 */
export function liftLabelHeads(rows: readonly (readonly GridCell[])[]): CellPart[][] {
  const lifted: CellPart[][] = [];
  for (const row of rows) {
    const above = lifted.at(-1);
    lifted.push(
      row.map((cell) => {
        const parted = above && partHead(cell);
        if (!parted) return cell;
        const place = above.findLastIndex(({ column, text }) => column <= cell.column && text.trim() !== '');
        if (place < 0) return cell;
        const { row: at, column } = above[place]!;
        above.splice(place + 1, 0, { ...parted.head, row: at, column });
        return parted.rest;
      }),
    );
  }
  return lifted;
}

function partHead(cell: GridCell): { head: CellPart; rest: CellPart } | null {
  const lines = linesOf(cell);
  const own = lines.findIndex(({ text }) => ORDINAL.test(text));
  if (own <= 0) return null;
  const from = lines[own]!.start - cell.start;
  return {
    head: partOf(cell, cell.text.slice(0, from).trimEnd(), 0),
    rest: partOf(cell, cell.text.slice(from), from),
  };
}
