import type {
  Block,
  Grid,
  GridCell,
  Paragraph,
  ParsedDocument,
  Place,
} from '../../../src/model/parsed-document.js';
import { trimmedRange } from './lines.js';
import { type TextBlock, type TextCell, type TextTable, tableOfGrid } from './text-table.js';

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
export function writeText(source: string, blocks: readonly TextBlock[]): Written {
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
    // What stood inside a table is behind what was copied.
    const asPrinted = block.start < from ? null : inPlace(source, block);
    if (asPrinted) written.push(moved(asPrinted, length - from));
    else {
      if (block.start > from) copyTo(block.start);
      if (block.kind === 'island') written.push(...writeIsland(block, write));
      else if (block.kind === 'paragraph') written.push({ ...block, ...writeParagraph(block, write) });
      else written.push(writeTable(source, block.kind === 'grid' ? tableOfGrid(block) : block, write));
      from = Math.max(from, block.end);
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
function gridInPlace(source: string, table: TextTable): Grid | null {
  const isInPieces = table.cells.some(({ pieces: [first, ...others] }) => {
    return others.length > 0 || source.slice(first!.start, first!.end) !== first!.text;
  });
  return isInPieces ? null : gridOf(table, (cell) => placeOf(source, cell));
}

/** A block as the source itself prints it; null where its text is another one. */
export function inPlace(source: string, block: TextBlock): Block | null {
  if (block.kind === 'island') return null;
  if (block.kind === 'table') return gridInPlace(source, block);
  return block.kind === 'grid' || source.slice(block.start, block.end) === block.text ? block : null;
}

/** Its blocks keep their places in the source, which count from where the island begins. */
function writeIsland(
  island: Extract<TextBlock, { kind: 'island' }>,
  write: (part: string) => number,
): Block[] {
  const start = write(`${island.text.replace(/\n$/u, '')}\n`);
  const inSource = <T extends Place>(piece: T): T => ({
    ...piece,
    ...(piece.sourceStart !== undefined && { sourceStart: piece.sourceStart + island.start }),
    ...(piece.sourceEnd !== undefined && { sourceEnd: piece.sourceEnd + island.start }),
  });
  return island.blocks.map((block) => {
    const placed = moved(inSource(block), start);
    return placed.kind === 'grid' ? { ...placed, cells: placed.cells.map(inSource) } : placed;
  });
}

function writeParagraph({ text }: Paragraph, write: (part: string) => number): Pick<Place, 'start' | 'end'> {
  const start = write(text);
  write('\n');
  return { start, end: start + text.length };
}

/** Cells parted by tabs, rows by line breaks. */
function writeTable(source: string, table: TextTable, write: (part: string) => number): Grid {
  const width = widthOf(table);
  const grid = gridOf(table, (cell) => {
    const text = textOf(cell);
    const start = write(text);
    write(cell.column + cell.colSpan < width ? '\t' : '\n');
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
    ...{ kind: 'grid', layout: table.layout, rowCount: heightOf(table), columnCount: widthOf(table), cells },
    ...{ start: cells[0]!.start, end: cells.at(-1)!.end, sourceStart: table.start, sourceEnd: table.end },
  };
}

/** The text of a cell: its lines without their margins. A figure that the edge of its column cut is put together. */
const textOf = ({ pieces }: TextCell): string =>
  pieces
    .map(({ text, goesOn }) => ({ text: text.trim(), goesOn }))
    .filter(({ text }) => text !== '')
    .reduce(
      (whole, { text, goesOn }) => ({
        text:
          whole.text +
          (whole.goesOn && /\d$/u.test(whole.text) && /^\d/u.test(text) ? '' : whole.text && '\n') +
          text,
        goesOn,
      }),
      { text: '', goesOn: false as boolean | undefined },
    ).text;

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
