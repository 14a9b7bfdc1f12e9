import { type PrintedTable, type UnfoldedPlace, unfoldTable } from '../synthesise/printed.js';
import type { SpanStyle } from './print-plan.js';

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A cell as it is drawn: the text may be in one box of the borders while its meaning reaches further. */
export interface DrawnCell {
  text: string;
  rowSpan: number;
  colSpan: number;
  /** Its first place in the table, from 0. */
  row: number;
  column: number;
  /** Borders that are left out. */
  open: Side[];
}

export interface DrawnTable {
  rows: DrawnCell[][];
  headRows: number;
  /** Relative. */
  widths: number[];
  id: PrintedTable['id'];
}

/** A cell of one row within a span; `step` counts its rows. */
const boxesOf = (place: UnfoldedPlace, step: number, style: SpanStyle): string => {
  const { cell } = place;
  if (style === 'repeated') return cell.text;
  const at = style === 'middle' ? (cell.rowSpan - 1) >> 1 : 0;
  return step === at ? cell.text : '';
};

/**
 * Draws the spans of a table in a style. The heading keeps its own spans: figures say nothing about a heading that is
 * cut into boxes.
 */
export function drawSpans(table: PrintedTable, style: SpanStyle): DrawnTable {
  const places = unfoldTable(table);
  const isBoxed = style === 'boxes' || style === 'middle' || style === 'repeated';
  const rows = places.map((row, rowIndex) =>
    row.flatMap(({ cell, origin, leftEdge }, column): DrawnCell[] => {
      const isCut = isBoxed && rowIndex >= table.headRows && cell.rowSpan > 1;
      const place = { row: rowIndex, column, colSpan: cell.colSpan, open: [] as Side[] };
      if (!isCut) return origin ? [{ ...place, text: cell.text, rowSpan: cell.rowSpan }] : [];
      if (!leftEdge) return [];
      let step = 0;
      while (step < rowIndex && places[rowIndex - step - 1]![column]!.cell === cell) step++;
      return [{ ...place, text: boxesOf({ cell, origin, leftEdge }, step, style), rowSpan: 1 }];
    }),
  );
  const drawn = { id: table.id, headRows: table.headRows, widths: table.widths, rows };
  if (style === 'open-rows') return openRows(drawn);
  return style === 'open-columns' ? openColumns(drawn) : drawn;
}

const isFigure = (text: string): boolean => /^[\d０-９,，.\s—/+-]*$/.test(text);

/** The border between every third row of figures and the next one is drawn beside the labels only. */
function openRows(table: DrawnTable): DrawnTable {
  const isOpenBelow = (row: number): boolean => row > table.headRows && row % 3 === 0;
  const figuresOnly = (row: number): boolean =>
    (table.rows[row] ?? []).filter(({ text }) => isFigure(text)).length > 1;
  const rows = table.rows.map((row, index) =>
    row.map((cell): DrawnCell => {
      if (cell.rowSpan > 1 || !isFigure(cell.text)) return cell;
      const open: Side[] = [];
      if (isOpenBelow(index) && figuresOnly(index + 1)) open.push('bottom');
      if (isOpenBelow(index - 1) && figuresOnly(index - 1)) open.push('top');
      return { ...cell, open };
    }),
  );
  return { ...table, rows };
}

/** No border between the last two columns, from the top to the bottom. */
function openColumns(table: DrawnTable): DrawnTable {
  const last = table.widths.length - 1;
  const rows = table.rows.map((row) =>
    row.map((cell): DrawnCell => {
      const open: Side[] = [];
      if (cell.column === last) open.push('left');
      if (cell.column + cell.colSpan === last) open.push('right');
      return { ...cell, open };
    }),
  );
  return { ...table, rows };
}
