import { type Issue, issue } from '../../model/issue.js';
import type { Mark } from '../../model/mark.js';
import type { Block, Grid, GridCell, Paragraph, ParsedDocument, Place } from '../../model/parsed-document.js';
import type { Result } from '../../model/result.js';
import type { BoundingBox } from '../../model/span.js';
import { firstWhere } from '../../words/first-where.js';
import type { TextRun } from '../page/join-lines.js';
import { intersectBoxes, uniteBoxes } from '../page/matrix.js';
import { type Glyph, glyphBox, type PageContent } from '../page/page-content.js';
import { recognitionOf } from '../page/recognition-of.js';
import { inReadingOrder, type TableCell, type TablePart } from '../page/table-part.js';
import type { LayoutBlock } from './layout-document.js';

type Written = Result<Pick<ParsedDocument, 'text' | 'blocks' | 'locate' | 'recognition' | 'marks'>>;

/** A piece of the parsed text whose characters have glyphs. */
interface PlacedRun {
  start: number;
  run: TextRun;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Boxes of the reading direction, rounded and as displayed. */
type Displayed = (page: number, box: BoundingBox) => BoundingBox;

function displayOf(pages: readonly PageContent[]): Displayed {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (number, box) => {
    const page = byNumber.get(number)!;
    const shown = page.toDisplay(intersectBoxes(box, [0, 0, page.width, page.height]));
    return shown.map(hundredths) as BoundingBox;
  };
}

/** Writes the blocks with their offsets: a paragraph a line, a table row a line with its cells joined by ` | `. */
export function writeDocument(layout: readonly LayoutBlock[], pages: readonly PageContent[]): Written {
  const display = displayOf(pages);
  const blocks: Block[] = [];
  const runs: PlacedRun[] = [];
  const issues: Issue[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (const block of layout) {
    const start = text.length;
    if (block.kind === 'paragraph') {
      text += block.run.text;
      runs.push({ start, run: block.run });
      blocks.push(writeParagraph(block.run, start, display));
    } else {
      const written = writeGrid(block.table, start, display);
      text += written.text;
      runs.push(...written.runs);
      marks.push(...written.marks);
      for (const cell of written.joinedDigits) issues.push(joinedDigits(cell, blocks.length));
      blocks.push(written.grid);
    }
    text += '\n';
  }
  const slice = slicer(runs);
  marks.push(...runs.flatMap(marksOf));
  const value = { text, blocks, locate: locator(slice, display), ...recogniser(slice, text) };
  return { value: { ...value, ...(marks.length > 0 && { marks: marks.sort(byPlace) }) }, issues };
}

const byPlace = (a: Mark, b: Mark): number => a.start - b.start || a.end - b.end;

/** The stretches of a text whose glyphs are marked alike. */
function marksOf({ start, run }: PlacedRun): Mark[] {
  const marks: Mark[] = [];
  run.glyphs.forEach((glyph, i) => {
    const last = marks.at(-1);
    if (!glyph?.mark) return;
    if (last?.kind === glyph.mark && last.end === start + i) last.end++;
    else marks.push({ kind: glyph.mark, start: start + i, end: start + i + 1 });
  });
  return marks;
}

/** What is known of a cell as a whole: an empty stretch is a place at which something is that is not in its text. */
const cellMarks = ({ marks = [], run }: TableCell, start: number): Mark[] =>
  marks.map((kind) => ({ kind, start, end: kind === 'several-readings' ? start + run.text.length : start }));

function writeParagraph(run: TextRun, start: number, display: Displayed): Paragraph {
  return {
    kind: 'paragraph',
    text: run.text,
    start,
    end: start + run.text.length,
    ...placeOf(run.glyphs, display),
  };
}

/** Page of the first glyph, and the box around the glyphs on that page. */
function placeOf(glyphs: readonly (Glyph | null)[], display: Displayed): Pick<Place, 'page' | 'bbox'> {
  const printed = glyphs.filter((glyph) => glyph !== null);
  const page = printed[0]?.page;
  if (page === undefined) return {};
  const box = printed
    .filter((glyph) => glyph.page === page)
    .map(glyphBox)
    .reduce(uniteBoxes);
  return { page, bbox: display(page, box) };
}

function writeGrid(table: TablePart, start: number, display: Displayed) {
  let text = '';
  const cells: GridCell[] = [];
  const runs: PlacedRun[] = [];
  const joinedDigits: GridCell[] = [];
  const marks: Mark[] = [];
  let row = -1;
  for (const cell of inReadingOrder(table.cells)) {
    if (row >= 0) text += cell.row === row ? ' | ' : '\n';
    row = cell.row;
    const from = start + text.length;
    text += cell.run.text;
    const { column, rowSpan, colSpan, page } = cell;
    const written: GridCell = {
      ...{ row, column, rowSpan, colSpan, text: cell.run.text, start: from, end: start + text.length },
      ...{ page, bbox: display(page, cell.box) },
    };
    cells.push(written);
    runs.push({ start: from, run: cell.run });
    marks.push(...cellMarks(cell, from));
    if (cell.run.hasJoinedDigits) joinedDigits.push(written);
  }
  const grid: Grid = {
    kind: 'grid',
    layout: 'rectangle',
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    cells,
    start,
    end: start + text.length,
    page: table.page,
    bbox: display(table.page, table.box),
  };
  return { text, grid, runs, joinedDigits, marks };
}

function joinedDigits(cell: GridCell, block: number): Issue {
  const { row, column, start, end, page, bbox } = cell;
  return issue(
    'pdf-joined-digits',
    `The digits of "${cell.text}" stand on two lines of a narrow cell and were put together.`,
    {
      at: {
        block,
        row,
        column,
        start,
        end,
        ...(page === undefined ? {} : { page }),
        ...(bbox ? { bbox } : {}),
      },
    },
  );
}

/** The glyphs of a slice of the parsed text, run by run; each with its offset in the parsed text. */
type Slice = (start: number, end: number) => { start: number; glyphs: (Glyph | null)[] }[];

function slicer(runs: readonly PlacedRun[]): Slice {
  return (start, end) => {
    const parts: ReturnType<Slice> = [];
    const endOf = (at: number) => runs[at]!.start + runs[at]!.run.text.length;
    for (let at = firstWhere(runs.length, (i) => endOf(i) > start); at < runs.length; at++) {
      const { start: from, run } = runs[at]!;
      if (from >= end) break;
      const first = Math.max(0, start - from);
      parts.push({ start: from + first, glyphs: run.glyphs.slice(first, end - from) });
    }
    return parts;
  };
}

/** A slice over several pages or blocks is placed by its first part. */
function locator(slice: Slice, display: Displayed): (start: number, end: number) => Partial<Place> {
  return (start, end) => {
    for (const { glyphs } of slice(start, end)) {
      const place = placeOf(glyphs, display);
      if (place.page !== undefined) return place;
    }
    return {};
  };
}

/** How surely a slice was recognised. Of one over several runs, what stands between them (line ends, ` | `) is printed by nobody. */
function recogniser(slice: Slice, text: string): Pick<ParsedDocument, 'recognition'> {
  return {
    recognition: (start, end) => {
      const glyphs: (Glyph | null)[] = Array(Math.max(0, end - start)).fill(null);
      for (const part of slice(start, end)) {
        for (const [i, glyph] of part.glyphs.entries()) glyphs[part.start - start + i] = glyph;
      }
      return recognitionOf(glyphs, text.slice(start, end));
    },
  };
}
