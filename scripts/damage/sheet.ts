import { mapFigures } from '../synthesise/map-figures.js';
import { pageOf } from '../synthesise/page.js';
import {
  type Figure,
  type Page,
  type PrintedTable,
  type TableName,
  unfoldTable,
} from '../synthesise/printed.js';
import type { Report } from '../synthesise/report.js';

/** A figure of the form and where it is printed: `cell` is the index in `table.rows[line]`. */
export interface Place {
  /** "granted.total" */
  key: string;
  line: number;
  cell: number;
}

/** A printed row that holds figures. */
export interface Line {
  index: number;
  /** Index of the cell that names the row; null if a heading above names all figures. */
  label: number | null;
  places: Place[];
}

/** A printed table that knows which figure of the form each of its cells is. */
export interface Sheet {
  table: PrintedTable;
  lines: Line[];
}

/** No report prints it. */
export const MARK = '\u0001';

/** The same layout with the address of each figure in the place of the figure. */
export const markedPage = (report: Report): Page => {
  const tables = Object.fromEntries(
    Object.entries(report.tables).map(([table, rows]) => [
      table,
      mapFigures(rows, (_, row, column): Figure => ({ text: `${MARK}${row}.${column}`, value: null })),
    ]),
  );
  return pageOf({ ...report, tables });
};

const findTable = (page: Page, id: TableName): PrintedTable | undefined =>
  page.blocks.flatMap((block) => (block.kind === 'table' && block.table.id === id ? [block.table] : []))[0];

/** The label that is nearest to the first figure; in a list with units it is the first cell. */
const labelIndex = (table: PrintedTable, first: number): number | null => {
  if (table.id === 'review') return null;
  return table.id === 'statistics' ? 0 : first - 1;
};

/** @returns undefined if the report has no such table */
export const sheetOf = (report: Report, id: TableName): Sheet | undefined => {
  const marked = findTable(markedPage(report), id);
  const table = findTable(pageOf(report), id);
  if (!marked || !table) return undefined;
  const lines: Line[] = [];
  marked.rows.forEach((row, line) => {
    const places = row.flatMap(({ text }, cell) =>
      text.startsWith(MARK) ? [{ key: text.slice(MARK.length), line, cell }] : [],
    );
    if (places.length === 0) return;
    lines.push({ index: line, label: labelIndex(table, places[0]!.cell), places });
  });
  return { table, lines };
};

export const textAt = ({ table }: Sheet, { line, cell }: Place): string => table.rows[line]![cell]!.text;

/** The table with other texts in some cells. */
export const withTexts = (
  table: PrintedTable,
  changes: readonly { line: number; cell: number; text: string }[],
): PrintedTable => {
  const rows = table.rows.map((row) => [...row]);
  for (const { line, cell, text } of changes) rows[line]![cell] = { ...rows[line]![cell]!, text };
  return { ...table, rows };
};

/** The table without one printed row; cells that reach over it get shorter, cells that start in it start below. */
export const withoutLine = (table: PrintedTable, gone: number): PrintedTable => {
  const unfolded = unfoldTable(table).filter((_, line) => line !== gone);
  const rows = unfolded.map((row, line) =>
    row.flatMap(({ cell, leftEdge }, column) => {
      if (!leftEdge || (line > 0 && unfolded[line - 1]![column]?.cell === cell)) return [];
      let rowSpan = 1;
      while (unfolded[line + rowSpan]?.[column]?.cell === cell) rowSpan++;
      return [{ ...cell, rowSpan }];
    }),
  );
  return { ...table, rows };
};

/** What is printed at the places of some figures in a table whose rows got shorter. */
export const readInPlace = (table: PrintedTable, lines: readonly Line[]): Map<string, string> =>
  new Map(
    lines.flatMap(({ places }) =>
      places.map(({ key, line, cell }): [string, string] => [key, table.rows[line]![cell]?.text ?? '']),
    ),
  );

/**
 * What is printed at the places of the figures if the damaged table is printed without spans. Undefined if that shows
 * that something happened: rows of other lengths, other texts beside the figures.
 */
export const readWithoutSpans = (
  sheet: Sheet,
  damaged: PrintedTable,
  covered: 'empty' | 'repeated',
): Map<string, string> | undefined => {
  const textsOf = (table: PrintedTable): string[][] =>
    unfoldTable(table).map((row) =>
      row.map(({ cell, origin }) => (origin || covered === 'repeated' ? cell.text : '')),
    );
  const [before, after] = [textsOf(sheet.table), textsOf(damaged)];
  const unfolded = unfoldTable(sheet.table);
  const keys = new Map(
    sheet.lines.flatMap(({ places }) =>
      places.map(({ key, line, cell }): [string, string] => {
        const origin = sheet.table.rows[line]![cell]!;
        return [`${line}.${unfolded[line]!.findIndex((place) => place.cell === origin)}`, key];
      }),
    ),
  );
  const reads = new Map<string, string>();
  const isAlike = before.every((row, line) =>
    row.every((text, column) => {
      const now = after[line]?.[column];
      const key = keys.get(`${line}.${column}`);
      if (key !== undefined && now !== undefined) reads.set(key, now);
      return key === undefined ? now === text : now !== undefined;
    }),
  );
  const isAsLong = after.every((row, line) => row.length === before[line]?.length);
  return isAlike && isAsLong ? reads : undefined;
};

/** Every figure's text by its key. */
export const printedTexts = (sheet: Sheet): Map<string, string> =>
  new Map(sheet.lines.flatMap(({ places }) => places.map((place) => [place.key, textAt(sheet, place)])));
