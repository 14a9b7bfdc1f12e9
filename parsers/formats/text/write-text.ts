import type { Block, Grid, GridCell, ParsedDocument, Place } from '../../../src/model/parsed-document.js';
import { trimmedRange } from './lines.js';
import type { TextCell, TextTable } from './text-table.js';

type Written = Required<Pick<ParsedDocument, 'text' | 'blocks' | 'locate'>>;

/** A stretch of the written text that is a copy of the source; between two of them stands the text of a drawn table. */
interface Stretch {
  start: number;
  end: number;
  shift: number;
}

/**
 * Writes the parsed text: the source as it is, but for drawn tables, whose cells are put together from the lines that hold them.
 * A source without such tables is its own parsed text.
 * @param blocks in reading order, with offsets of the source
 */
export function writeText(source: string, blocks: readonly (Block | TextTable)[]): Written {
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  const written: Block[] = [];
  let length = 0;
  let from = 0;
  const write = (part: string): number => {
    const start = length;
    parts.push(part);
    length += part.length;
    return start;
  };
  const copyTo = (end: number) => {
    const start = write(source.slice(from, end));
    stretches.push({ start, end: length, shift: from - start });
    from = end;
  };
  for (const block of blocks) {
    const grid = block.kind === 'table' ? gridInPlace(source, block) : block;
    if (grid) written.push(moved(grid, length - from));
    else {
      const table = block as TextTable;
      copyTo(table.start);
      written.push(writeTable(source, table, write));
      from = Math.max(from, table.end);
    }
  }
  copyTo(source.length);
  const locate = (start: number, end: number): Partial<Place> => {
    const found = stretches.find((stretch) => start < stretch.end && end > stretch.start);
    const inSource = (at: number) => Math.min(Math.max(at, found!.start), found!.end) + found!.shift;
    return found
      ? { sourceStart: inSource(start), sourceEnd: inSource(end) }
      : placeInTable(written, start, end);
  };
  return { text: parts.join(''), blocks: written, locate };
}

/** The table as a grid of the source itself; null where a cell stands on several lines, or otherwise than its text reads. */
export function gridInPlace(source: string, table: TextTable): Grid | null {
  const isInPieces = table.cells.some(({ pieces: [first, ...others] }) => {
    return others.length > 0 || source.slice(first!.start, first!.end) !== first!.text;
  });
  return isInPieces ? null : gridOf(table, (cell) => placeOf(source, cell));
}

/** Cells parted by tabs, rows by line breaks. */
function writeTable(source: string, table: TextTable, write: (part: string) => number): Grid {
  const grid = gridOf(table, (cell) => {
    const text = textOf(cell);
    const start = write(text);
    write(cell.column + cell.colSpan < widthOf(table) ? '\t' : '\n');
    return { text, start, end: start + text.length, ...sourceOf(source, cell) };
  });
  write('\n');
  return grid;
}

const widthOf = ({ cells }: TextTable): number =>
  cells.reduce((width, { column, colSpan }) => Math.max(width, column + colSpan), 0);

const heightOf = ({ cells }: TextTable): number =>
  cells.reduce((height, { row, rowSpan }) => Math.max(height, row + rowSpan), 0);

function gridOf(table: TextTable, place: (cell: TextCell) => Place & { text: string }): Grid {
  const cells: GridCell[] = table.cells.map((cell) => {
    const { row, column, rowSpan, colSpan } = cell;
    return { row, column, rowSpan, colSpan, ...place(cell) };
  });
  return {
    ...{ kind: 'grid', layout: 'rectangle', rowCount: heightOf(table), columnCount: widthOf(table), cells },
    ...{ start: cells[0]!.start, end: cells.at(-1)!.end, sourceStart: table.start, sourceEnd: table.end },
  };
}

/** The text of a cell: its lines without their margins. */
const textOf = ({ pieces }: TextCell): string =>
  pieces
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n');

/** Of a cell that stands in one piece of the source. */
function placeOf(source: string, cell: TextCell): Place & { text: string } {
  const { sourceStart: start, sourceEnd: end } = sourceOf(source, cell);
  return { text: source.slice(start, end), start, end, sourceStart: start, sourceEnd: end };
}

/** From the first character of a cell to its last; an empty cell stands where its first line begins. */
function sourceOf(source: string, { pieces }: TextCell): { sourceStart: number; sourceEnd: number } {
  const filled = pieces.filter(({ text }) => text.trim() !== '');
  const [first, last] = [filled[0] ?? pieces[0]!, filled.at(-1) ?? pieces[0]!];
  const { start } = trimmedRange(source, first.start, first.end);
  return {
    sourceStart: start,
    sourceEnd: filled.length === 0 ? start : trimmedRange(source, last.start, last.end).end,
  };
}

/** Where the cell that holds a slice of the written text stands in the source. */
function placeInTable(blocks: readonly Block[], start: number, end: number): Partial<Place> {
  for (const block of blocks) {
    const cell = block.kind === 'grid' && block.cells.find((each) => each.start <= start && each.end >= end);
    if (cell && cell.sourceStart !== undefined && cell.sourceEnd !== undefined)
      return { sourceStart: cell.sourceStart, sourceEnd: cell.sourceEnd };
  }
  return {};
}

/** A block with its offsets in the parsed text moved; those in the source stay. */
function moved(block: Block, shift: number): Block {
  if (shift === 0) return block;
  const place = ({ start, end }: Place) => ({ start: start + shift, end: end + shift });
  if (block.kind === 'paragraph') return { ...block, ...place(block) };
  return { ...block, ...place(block), cells: block.cells.map((cell) => ({ ...cell, ...place(cell) })) };
}
