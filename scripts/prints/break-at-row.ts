import type { PrintedTable } from '../synthesise/printed.js';
import { layOutTable } from '../synthesise/render/pdf/lay-out-table.js';
import { type PrintPlan, paperSizes } from './print-plan.js';

/** A heading of the text's size takes about this many times its height. */
const HEADING_LEADING = 2.2;

/** Width and height of what a page holds between its margins, in points. */
export const bodyOf = ({ paper, margin }: PrintPlan): { width: number; height: number } => {
  const [width, height] = paperSizes[paper];
  return { width: width - 2 * margin, height: height - 2 * margin };
};

/**
 * How much blank to put between the heading, at the top of a page, and the table, so that the page ends at the row that the
 * plan names. An estimate, good to about a row: over all rows it sweeps the break over the table.
 */
export function blankBefore(table: PrintedTable, plan: PrintPlan): number {
  const { width, height } = bodyOf(plan);
  const { rowEdges } = layOutTable(table, 0, width, plan.tableSize);
  const row = Math.min(plan.breakRow, table.rows.length - 1);
  const inside = plan.cutsRows ? 0.5 : 0;
  const edge = rowEdges[row]! + inside * (rowEdges[row + 1]! - rowEdges[row]!);
  const room = height - HEADING_LEADING * plan.textSize;
  return Math.max(0, (room - edge) % room);
}
