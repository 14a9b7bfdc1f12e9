import { isTablePart } from '../borderless/find-aligned-tables.js';
import { dropWatermarks } from '../page/drop-watermarks.js';
import type { TextRun } from '../page/join-lines.js';
import { markRaised } from '../page/mark-raised.js';
import type { PageContent } from '../page/page-content.js';
import type { TablePart } from '../page/table-part.js';
import { groupLines, lineText, type TextLine } from '../page/text-line.js';
import type { Lattice } from '../ruled/build-lattice.js';
import { completeLattices } from './complete-lattices.js';
import { fillTables } from './fill-table.js';
import { findFurniture } from './find-furniture.js';
import { findProseColumns, type ProseColumns } from './find-prose-columns.js';
import { continues, paragraphRun, type TextColumn } from './join-paragraphs.js';
import { type Flow, pageFlows } from './page-flows.js';
import { hasSameColumns, stitchTables } from './stitch-tables.js';

/** A block in reading order, before offsets. */
export type LayoutBlock =
  | { kind: 'paragraph'; lines: TextLine[]; run: TextRun }
  | { kind: 'table'; table: TablePart };

/** What layout did to the document besides placing text. */
export interface LayoutNotes {
  furniture: { page: number; text: string }[];
  repeatedHeaders: { page: number; rows: number }[];
  /** Rows that a page break had cut and that were joined, by the page on which they start. */
  joinedRows: number[];
  /** Pages that begin with a table row without a label that could not be joined to the row before the break. */
  unclearRows: number[];
  watermarks: { page: number; text: string }[];
}

interface Layout {
  blocks: LayoutBlock[];
  notes: LayoutNotes;
}

/**
 * A table goes on only at the top of the next page. Where the first part ends says little: rows that may not be broken
 * leave half a page blank.
 */
const BREAK_ABOVE_MIN = 0.25;
const BREAK_BELOW_MAX = 0.5;

interface LaidPage {
  content: PageContent;
  tables: TablePart[];
  lines: TextLine[];
}

/** Lays out the pages: tables, paragraphs, page furniture, and what goes on over page breaks. */
export function layoutDocument(contents: readonly PageContent[]): Layout {
  const { pages, watermarks } = dropWatermarks(
    contents.map((page) => ({ ...page, glyphs: markRaised(page.glyphs) })),
  );
  const laid: LaidPage[] = [];
  // Columns of a table that only its text shows hold for what of it stands on the next page.
  let known: readonly number[] = [];
  for (const page of pages) {
    const { lattices, lastColumns } = completeLattices(page, known);
    known = lastColumns;
    laid.push(layoutPage(page, lattices));
  }
  const furniture = findFurniture(
    laid.map(({ content, lines }) => ({ number: content.number, height: content.height, lines })),
  );
  const notes: LayoutNotes = {
    furniture: [],
    repeatedHeaders: [],
    joinedRows: [],
    unclearRows: [],
    watermarks,
  };
  const assembly: Assembly = { blocks: [], notes, paragraph: undefined, openTable: undefined };
  const bodies = laid.map(({ content, lines }) =>
    lines.filter((line) => !furniture.get(content.number)?.has(line)),
  );
  const columns = columnsOfPages(laid, bodies);
  laid.forEach(({ content, tables }, i) => {
    for (const line of furniture.get(content.number) ?? [])
      notes.furniture.push({ page: content.number, text: lineText(line) });
    const body = { lines: bodies[i]!, tables, width: content.width };
    for (const flow of pageFlows(body, columns[i])) addFlow(assembly, content, flow);
  });
  closeParagraph(assembly);
  closeTable(assembly);
  return { blocks: assembly.blocks, notes };
}

function layoutPage(content: PageContent, lattices: readonly Lattice[]): LaidPage {
  const { tables, rest } = fillTables(lattices, content);
  return { content, tables, lines: groupLines(rest) };
}

/** The columns of prose of each page. A page with few lines has those of the page before, or of the first that has some. */
function columnsOfPages(
  pages: readonly LaidPage[],
  bodies: readonly (readonly TextLine[])[],
): (ProseColumns | undefined)[] {
  const found = bodies.map(findProseColumns);
  return found.map((own, i) => {
    const isAlike = (other: number) => pages[other]!.content.width === pages[i]!.content.width;
    const before = found.findLastIndex((columns, j) => columns && j < i && isAlike(j));
    const after = found.findIndex((columns, j) => columns && j > i && isAlike(j));
    return own ?? found[before] ?? found[after];
  });
}

interface PageFrame {
  number: number;
  height: number;
  column: TextColumn;
  pitch: number;
}

/** A table while nothing stands after it, and where its last part ends (share of the page height). */
interface OpenTable {
  table: TablePart;
  page: number;
  bottom: number;
}

/** Collects blocks page by page; the last one stays open, because the next page may continue it. */
interface Assembly {
  blocks: LayoutBlock[];
  notes: LayoutNotes;
  paragraph: { lines: TextLine[]; start: PageFrame; last: PageFrame } | undefined;
  /** The last table, while nothing stands after it, and the end of its last part. */
  openTable: OpenTable | undefined;
}

function addFlow(to: Assembly, { number, height }: PageContent, flow: Flow): void {
  const { items, column, pitch, isPart } = flow;
  const frame: PageFrame = { number, height, column, pitch };
  if (isPart) closeParagraph(to);
  for (const item of items) {
    if (isTablePart(item)) addTable(to, item, frame);
    else addLine(to, item, frame);
  }
}

function addLine(to: Assembly, line: TextLine, frame: PageFrame): void {
  closeTable(to);
  const open = to.paragraph;
  const last = open?.lines.at(-1);
  const goesOn =
    open &&
    last &&
    frame.number - open.last.number <= 1 &&
    continues(last, line, open.lines[0]!, {
      column: open.last.column,
      nextColumn: frame.column,
      startColumn: open.start.column,
      pitch: frame.pitch,
    });
  if (goesOn) {
    open.lines.push(line);
    open.last = frame;
    return;
  }
  closeParagraph(to);
  to.paragraph = { lines: [line], start: frame, last: frame };
}

function addTable(to: Assembly, part: TablePart, frame: PageFrame): void {
  closeParagraph(to);
  const open = to.openTable;
  const bottom = part.box[3] / frame.height;
  if (open && goesOn(open, part, frame)) {
    const { table, repeatedRows, isRowCut, isUnclear } = stitchTables(open.table, part);
    if (repeatedRows > 0) to.notes.repeatedHeaders.push({ page: part.page, rows: repeatedRows });
    if (isUnclear) to.notes.unclearRows.push(part.page);
    if (isRowCut) to.notes.joinedRows.push(open.page);
    to.openTable = { table, page: part.page, bottom };
    return;
  }
  closeTable(to);
  to.openTable = { table: part, page: part.page, bottom };
}

function goesOn(open: OpenTable, part: TablePart, frame: PageFrame): boolean {
  return (
    part.page === open.page + 1 &&
    open.bottom > BREAK_ABOVE_MIN &&
    part.box[1] / frame.height < BREAK_BELOW_MAX &&
    hasSameColumns(open.table, part)
  );
}

function closeParagraph(to: Assembly): void {
  if (!to.paragraph) return;
  const { lines } = to.paragraph;
  to.blocks.push({ kind: 'paragraph', lines, run: paragraphRun(lines) });
  to.paragraph = undefined;
}

function closeTable(to: Assembly): void {
  if (!to.openTable) return;
  to.blocks.push({ kind: 'table', table: to.openTable.table });
  to.openTable = undefined;
}
