import type { Colors } from 'picocolors/types.js';
import type { Cell, TableCells } from '../model/report-record.js';
import type { ColumnSpec, RowGroup, RowSpec } from '../model/template.js';
import { padEnd, padStart, widthOf, wrap } from '../printing/fit-width.js';
import { printable } from '../printing/printable.js';
import { drawCell } from './draw-cell.js';
import type { FormLabels } from './form-labels.js';

/** Headings are broken to these widths: the fewer columns, the wider. */
const HEADINGS_WIDTH = 36;
const HEADING_WIDTH_MIN = 8;
const HEADING_WIDTH_MAX = 28;
const LABEL_WIDTH_MIN = 20;
const INDENT = '  ';

export interface Drawing {
  colors: Colors;
  /** Columns of the terminal. */
  width: number;
}

/** A stretch of the table under one heading. */
interface Part {
  title: string | null;
  columns: { id: string; label: string }[];
  rows: { id: string; labelPath: readonly string[] }[];
}

/**
 * Draws a table as its form prints it: parents of a label on lines of their own, labels wrapped, numbers under each other.
 *
 *                                     商业  社会公
 *                             自然人  企业  益组织  总计
 *       三、本年度办理结果
 *         （一）予以公开           2     0      1     3?
 */
export function drawTable(cells: TableCells, labels: FormLabels, drawing: Drawing): string[] {
  return partsOf(cells, labels).flatMap((part) => drawPart(part, cells, drawing));
}

function partsOf(cells: TableCells, { spec }: FormLabels): Part[] {
  const parts: Part[] = [];
  const known = new Set<string>();
  for (const group of spec?.groups ?? []) {
    const rows = group.rows.filter(({ id }) => id in cells);
    for (const { id } of rows) known.add(id);
    const columns = columnsOf(group, rows, cells);
    if (rows.length > 0) parts.push({ title: group.title ?? null, columns, rows });
  }
  const unknown = Object.keys(cells).filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const ids = new Set(unknown.flatMap((id) => Object.keys(cells[id]!)));
    const columns = [...ids].map((id) => ({ id, label: id }));
    parts.push({ title: null, columns, rows: unknown.map((id) => ({ id, labelPath: [id] })) });
  }
  return parts;
}

/** Columns that the record has somewhere in the group. */
const columnsOf = (group: RowGroup, rows: readonly RowSpec[], cells: TableCells): ColumnSpec[] =>
  group.columns.filter(({ id }) => rows.some((row) => cells[row.id]?.[id] !== undefined));

function drawPart(part: Part, cells: TableCells, { colors, width }: Drawing): string[] {
  const headings = part.columns.map(({ label }) => wrap(printable(label), headingWidth(part.columns.length)));
  const widths = part.columns.map(({ id }, index) =>
    Math.max(
      // One more for the place of the sign; no heading is printed over it.
      ...headings[index]!.map((line) => widthOf(line) + 1),
      ...part.rows.map((row) => widthOf(drawCell(cells[row.id]?.[id], colors).plain)),
    ),
  );
  const taken = widths.reduce((sum, w) => sum + w + 1, INDENT.length);
  const deepest = Math.max(...part.rows.map(labelWidth));
  const labelRoom = Math.max(LABEL_WIDTH_MIN, Math.min(deepest, width - taken));
  const lines = drawHeading(part, headings, widths, labelRoom).map((line) => colors.dim(line));
  let above: string[] = [];
  for (const { id, labelPath } of part.rows) {
    lines.push(...drawParents(labelPath, above, labelRoom).map((line) => colors.dim(line)));
    lines.push(...drawRow(labelPath, cells[id] ?? {}, part, widths, labelRoom, colors));
    above = labelPath.slice(0, -1);
  }
  return lines;
}

const headingWidth = (columns: number): number =>
  Math.max(HEADING_WIDTH_MIN, Math.min(HEADING_WIDTH_MAX, Math.floor(HEADINGS_WIDTH / columns)));

const labelWidth = ({ labelPath }: { labelPath: readonly string[] }): number =>
  Math.max(...labelPath.map((label, depth) => widthOf(label) + 2 * depth));

function drawHeading(part: Part, headings: string[][], widths: number[], labelRoom: number): string[] {
  const height = Math.max(...headings.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const cells = headings.map((lines, column) => {
      // Set to the bottom: the last lines are side by side.
      const text = lines[index - (height - lines.length)] ?? '';
      return padStart(`${text} `, widths[column]!);
    });
    const title = index === height - 1 ? (part.title ?? '') : '';
    return `${INDENT}${padEnd(title, labelRoom)} ${cells.join(' ')}`.trimEnd();
  });
}

/** The parents that the row before did not have. */
function drawParents(labelPath: readonly string[], above: readonly string[], labelRoom: number): string[] {
  const parents = labelPath.slice(0, -1);
  const shared = parents.findIndex((label, depth) => label !== above[depth]);
  if (shared < 0) return [];
  return parents
    .slice(shared)
    .flatMap((label, index) => indented(label, shared + index, labelRoom))
    .map((line) => `${INDENT}${line}`);
}

const indented = (label: string, depth: number, room: number): string[] => {
  const indent = '  '.repeat(depth);
  // What a label wraps to hangs under its text.
  return wrap(label, room - indent.length).map((line) => `${indent}${line}`);
};

function drawRow(
  labelPath: readonly string[],
  cells: Record<string, Cell>,
  part: Part,
  widths: number[],
  labelRoom: number,
  colors: Colors,
): string[] {
  const label = indented(printable(labelPath.at(-1)!), labelPath.length - 1, labelRoom);
  const values = part.columns.map(({ id }, index) => {
    const { plain, paint } = drawCell(cells[id], colors);
    const text = padStart(plain, widths[index]!);
    return paint(index === widths.length - 1 ? text.trimEnd() : text);
  });
  const last = label.length - 1;
  return label.map((line, index) => {
    const text = `${INDENT}${index === last ? padEnd(line, labelRoom) : line}`;
    return index === last ? `${text} ${values.join(' ')}` : text;
  });
}
