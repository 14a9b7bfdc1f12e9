import type { Page, PrintedBlock, PrintedTable } from '../../printed.js';
import { type LaidTable, layOutTable } from './lay-out-table.js';
import { bodyBottom, bodyWidth, drawLine, drawText, margins, type Sheet, sheetSize } from './sheet.js';
import { textWidth, wrapText } from './wrap-text.js';

export interface PdfOptions {
  /** Prints the heading rows of a table again on the next page. */
  repeatHeads: boolean;
  /** Lets a page break fall inside a row: one line of a label here, the next one there. */
  splitRows: boolean;
  footer: (page: number, pages: number) => string;
  tableSize: number;
}

/** Where the next line goes. */
interface Pen {
  sheets: Sheet[];
  y: number;
}

const turnPage = (pen: Pen): void => {
  pen.sheets.push([]);
  pen.y = margins.top;
};

const sheetOf = (pen: Pen): Sheet => pen.sheets[pen.sheets.length - 1]!;

const writeLine = (pen: Pen, text: string, x: number, size: number): void => {
  const leading = size * 1.6;
  if (pen.y + leading > bodyBottom) turnPage(pen);
  drawText(sheetOf(pen), text, x, pen.y + leading * 0.75, size);
  pen.y += leading;
};

const writeText = (pen: Pen, block: Exclude<PrintedBlock, { kind: 'table' | 'hidden' }>): void => {
  const size = block.kind === 'title' ? 16 : 12;
  const isCentred = block.kind === 'title' || block.kind === 'byline';
  const indented = isCentred ? block.text : `\u3000\u3000${block.text}`;
  for (const line of wrapText(indented, bodyWidth, size)) {
    const lead = line.match(/^\u3000*/)![0];
    const shift = isCentred ? (bodyWidth - textWidth(line, size)) / 2 : textWidth(lead, size);
    writeLine(pen, line.slice(lead.length), margins.left + shift, size);
  }
};

/** Draws what of the table lies between two heights of the endless sheet. */
const drawSlice = (sheet: Sheet, laid: LaidTable, from: number, to: number, top: number): void => {
  for (const { x0, x1, y0, y1, lines } of laid.cells) {
    if (y1 <= from || y0 >= to) continue;
    const [upper, lower] = [Math.max(y0, from) - from + top, Math.min(y1, to) - from + top];
    drawLine(sheet, x0, upper, x1, upper);
    drawLine(sheet, x0, lower, x1, lower);
    drawLine(sheet, x0, upper, x0, lower);
    drawLine(sheet, x1, upper, x1, lower);
    for (const line of lines) {
      if (line.y < from || line.y >= to) continue;
      // A centred line that the cut would slice moves wholly to the side of its middle.
      const half = laid.leading / 2;
      const middle = Math.min(Math.max(line.y - from + top, upper + half), lower - half);
      drawText(sheet, line.text, line.x, middle + laid.size * 0.35, laid.size);
    }
  }
};

/** The lowest height up to `limit` at which the table may be cut, or null. */
const cutBelow = (laid: LaidTable, from: number, limit: number, splitRows: boolean): number | null => {
  const rowCut = laid.rowEdges.filter((edge) => edge > from + 1 && edge <= limit).pop() ?? null;
  if (!splitRows) return rowCut;
  const row = laid.rowEdges.findIndex(
    (edge, index) => edge < limit && (laid.rowEdges[index + 1] ?? 0) > limit,
  );
  const lineCut = row < 0 ? null : laid.rowEdges[row]! + laid.leading + 3;
  const isInside =
    lineCut !== null &&
    lineCut <= limit &&
    lineCut > from &&
    lineCut < laid.rowEdges[row + 1]! - laid.leading / 2;
  return isInside ? lineCut : rowCut;
};

const writeTable = (pen: Pen, table: PrintedTable, options: PdfOptions): void => {
  const laid = layOutTable(table, margins.left, bodyWidth, options.tableSize);
  const bottom = laid.rowEdges[laid.rowEdges.length - 1]!;
  const headBottom = laid.rowEdges[table.headRows]!;
  let from = 0;
  while (from < bottom) {
    const room = bodyBottom - pen.y;
    const isFresh = pen.y === margins.top;
    const to =
      bottom - from <= room
        ? bottom
        : // A row taller than a page is cut wherever the page ends.
          (cutBelow(laid, from, from + room, options.splitRows) ?? (isFresh ? from + room : null));
    if (to !== null) {
      drawSlice(sheetOf(pen), laid, from, to, pen.y);
      pen.y += to - from;
      from = to;
    }
    if (from < bottom) {
      turnPage(pen);
      if (options.repeatHeads && table.headRows > 0 && from >= headBottom) {
        drawSlice(sheetOf(pen), laid, 0, headBottom, pen.y);
        pen.y += headBottom;
      }
    }
  }
  pen.y += 8;
};

/** Sets the whole page on sheets of A4. */
export const paginate = (page: Page, options: PdfOptions): Sheet[] => {
  const pen: Pen = { sheets: [[]], y: margins.top };
  for (const block of page.blocks) {
    if (block.kind === 'table') writeTable(pen, block.table, options);
    else if (block.kind !== 'hidden') writeText(pen, block);
  }
  pen.sheets.forEach((sheet, index) => {
    const text = options.footer(index + 1, pen.sheets.length);
    drawText(sheet, text, (sheetSize.width - textWidth(text, 9)) / 2, sheetSize.height - 36, 9);
  });
  return pen.sheets;
};
