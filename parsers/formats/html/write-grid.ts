import { type Issue, issue } from '../../../src/model/issue.js';
import type { Grid, GridCell, Place } from '../../../src/model/parsed-document.js';
import type { DocumentText } from './document-text.js';
import { expandSpans } from './expand-spans.js';
import type { HtmlElement } from './html-tree.js';
import { spanOfCell, type TableRow } from './table-rows.js';
import type { FinishedRun } from './text-run.js';

export interface GridSource {
  rows: TableRow[];
  /** Where the rows stand in the source. */
  place: Partial<Place>;
  /** The decoded page, or null. */
  source: string | null;
}

/** Reads the text of a cell. */
export type CellReader = (cell: HtmlElement) => FinishedRun;

/** The inside of an empty cell: all of it where it holds white space only, else the point where it begins. */
function emptyPlace(cell: HtmlElement, source: string | null): Partial<Place> {
  if (source === null || cell.start < 0) return {};
  const { innerStart: sourceStart, innerEnd: sourceEnd } = cell;
  const blank = !source.slice(sourceStart, sourceEnd).includes('<');
  return { sourceStart, sourceEnd: blank ? sourceEnd : sourceStart };
}

/**
 * Writes a table into the text, a line a row, and returns it as a full rectangle; as `ragged` where its spans were lost.
 * Issues (`overlapping-cells`, `span-cut`) have no place yet: the caller knows the block's number.
 */
export function writeGrid(
  table: GridSource,
  text: DocumentText,
  readCell: CellReader,
): { grid: Grid; issues: Issue[] } {
  const rectangle = expandSpans(
    table.rows.map((row) => ({
      cells: row.cells.map((element) => ({
        element,
        rowSpan: spanOfCell(element, 'rowspan'),
        colSpan: spanOfCell(element, 'colspan'),
      })),
      groupEnd: row.groupEnd,
    })),
  );
  const start = text.length();
  const cells: GridCell[] = [];
  let row = 0;
  for (const { cell, ...placed } of rectangle.cells) {
    const sameRow = cells.at(-1)?.row === placed.row;
    if (sameRow) text.addSeparator(' | ');
    while (row < placed.row) {
      text.addSeparator('\n');
      row++;
    }
    const run = readCell(cell.element);
    const place = text.addRun(run);
    const inner = run.segments.length === 0 ? emptyPlace(cell.element, table.source) : {};
    cells.push({ ...placed, text: run.text, ...place, ...inner });
  }
  const grid: Grid = {
    kind: 'grid',
    layout: isEven(cells, rectangle.rowCount) ? 'rectangle' : 'ragged',
    rowCount: rectangle.rowCount,
    columnCount: rectangle.columnCount,
    cells,
    start,
    end: text.length(),
    ...table.place,
  };
  return { grid, issues: spanIssues(rectangle.overlaps, rectangle.cuts) };
}

/** Rows of different length without any span: the spans were lost, and only the order of the cells can be relied on. */
function isEven(cells: GridCell[], rowCount: number): boolean {
  if (cells.some((cell) => cell.rowSpan > 1 || cell.colSpan > 1)) return true;
  return cells.length % rowCount === 0 && cells.every((cell) => cell.column < cells.length / rowCount);
}

function spanIssues(overlaps: number, cuts: number): Issue[] {
  const issues: Issue[] = [];
  if (overlaps > 0) {
    issues.push(
      issue(
        'overlapping-cells',
        `${overlaps} cells span into a cell that hangs down from above; their span was cut there.`,
      ),
    );
  }
  if (cuts > 0) {
    issues.push(
      issue('span-cut', `${cuts} cells span further than the table goes; their span was cut at its end.`),
    );
  }
  return issues;
}
