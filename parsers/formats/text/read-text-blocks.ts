import type { Paragraph } from '../../../src/model/parsed-document.js';
import { cutLongLine } from './cut-long-line.js';
import { drawnLayouts } from './drawn-layouts.js';
import { gridFromRanges } from './grid-from-ranges.js';
import { joinStackedLines } from './join-stacked-lines.js';
import { joinWrappedRows } from './join-wrapped-rows.js';
import { type Line, splitLines, trimmedRange } from './lines.js';
import { isPipeLine, isSeparatorLine, readMarkdownTables, readPipeRegion } from './pipe-region.js';
import { isEmptyLine, isTabLine, readTabRegion } from './tab-region.js';
import type { TextBlock, TextCell, TextTable } from './text-table.js';

export interface TextBlocks {
  /** With offsets of the source. */
  blocks: TextBlock[];
  /** text-pipe, text-tab or text: what most of its table lines are. */
  format: string;
}

/** Word leaves this where a bookmark stood. */
const BOOKMARK = /^\[bookmark: [^\]]*\]\s*/u;
const MARKDOWN_HEADING = /^(#{1,6})\s+/u;
const BARE_PIPE = /^\s*\|\s*$/u;
/** A number behind the last bare pipe closes the last row. */
const BARE_VALUE = /^\s*[-+]?[\d.,]{1,12}\s*$/u;
/** A lone pipe in a line is a breadcrumb or a byline, no table. */
const PIPE_LINES_MIN = 2;
/** A line between two pipes with some more inside is a row, though it stands alone. */
const ROW_ALONE = /^\s*\|(?:[^|]*\|){4,}\s*$/u;

/** Cuts plain text into paragraphs (one a line), pipe regions and tab regions. Offsets are those of `text` itself. */
export function readTextBlocks(text: string): TextBlocks {
  return readTextLines(text, splitLines(text));
}

/** The same for some lines of it. */
export function readTextLines(text: string, printed: readonly Line[]): TextBlocks {
  const lines = joinStackedLines(text, printed);
  const blocks: TextBlocks['blocks'] = [];
  let pipes = 0;
  let tabs = 0;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i]!;
    const drawn = findDrawn(text, lines, i);
    if (drawn) {
      blocks.push(...withInnerTables(text, drawn.table));
      pipes += drawn.end - i;
      i = drawn.end;
      continue;
    }
    const pieces = cutLongLine(line);
    if (pieces) {
      blocks.push(...blocksOfPieces(text, pieces));
      pipes++;
      i++;
      continue;
    }
    const pipeEnd = isPipeLine(line) ? pipeRegionEnd(lines, i) : pipeRegionFromPlainLine(lines, i);
    const tabEnd = isTabLine(line) ? tabRegionEnd(lines, i) : i;
    if (pipeEnd > i) {
      const region = joinWrappedRows(text, lines.slice(i, pipeEnd));
      if (region.some(isSeparatorLine)) blocks.push(...readMarkdownTables(text, region));
      else blocks.push(readPipeRegion(text, region));
      pipes += pipeEnd - i;
      i = pipeEnd;
    } else if (tabEnd > i) {
      for (const block of readTabRegion(text, lines.slice(i, tabEnd)))
        blocks.push('text' in block ? paragraph(text, block) : block);
      tabs += tabEnd - i;
      i = tabEnd;
    } else {
      if (line.text.trim() !== '') blocks.push(paragraph(text, line));
      i++;
    }
  }
  const format = pipes === 0 && tabs === 0 ? 'text' : pipes >= tabs ? 'text-pipe' : 'text-tab';
  return { blocks, format };
}

/** Such pieces are text between the tables. */
const isSentence = ({ text }: Line): boolean => text.length > 60 || /[。；]/u.test(text);

/** Pieces of a long line: paragraphs. Where empty cells left their place, what stands between two sentences is a row of cells. */
function blocksOfPieces(text: string, pieces: readonly Line[]): TextBlocks['blocks'] {
  if (!pieces.slice(0, -1).some((piece) => piece.text.trim() === ''))
    return pieces.filter((piece) => piece.text.trim() !== '').map((piece) => paragraph(text, piece));
  const blocks: TextBlocks['blocks'] = [];
  let cells: Line[] = [];
  const flush = () => {
    if (cells.length > 0) blocks.push(gridFromRanges(text, [cells], 'ragged'));
    cells = [];
  };
  for (const piece of pieces) {
    if (!isSentence(piece)) cells.push(piece);
    else {
      flush();
      blocks.push(paragraph(text, piece));
    }
  }
  flush();
  return blocks;
}

function findDrawn(text: string, lines: readonly Line[], from: number) {
  if (lines[from]!.text.trim() === '') return null;
  for (const { read } of drawnLayouts) {
    const found = read(text, lines, from);
    if (found) return found;
  }
  return null;
}

/** Lines of a cell that holds more than text. */
const INNER_LINES_MIN = 3;

/** Its lines are cut inside marks, which only its whole text shows: so it holds no table that can be told by lines. */
const isCutInMarks = ({ pieces }: TextCell): boolean => {
  const text = pieces.map((piece) => piece.text.trimEnd()).join('\n');
  return [...text.matchAll(/\{[^{}\n]*\n[^{}]*\}/gu)].length >= INNER_LINES_MIN;
};

/** A table that lays out a page holds whole tables in its cells: they stand behind it, and its one cell is none. */
function withInnerTables(text: string, table: TextTable): TextBlocks['blocks'] {
  const inner: TextBlocks['blocks'] = [];
  const cells = table.cells.filter((cell) => {
    if (cell.pieces.length < INNER_LINES_MIN || isCutInMarks(cell)) return true;
    const { blocks } = readTextLines(text, cell.pieces);
    if (!blocks.some(({ kind }) => kind !== 'paragraph')) return true;
    inner.push(...blocks);
    return false;
  });
  return [...(cells.length > 0 ? [{ ...table, cells }] : []), ...inner];
}

/** Where the run of pipe lines that starts at `from` ends; `from` itself where it is no region. */
function pipeRegionEnd(lines: readonly Line[], from: number): number {
  let end = from;
  let count = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (isPipeLine(line)) {
      count++;
      end = i + 1;
    } else if (line.text.trim() === '') {
      const next = lines.slice(i, i + 3).find((l) => l.text.trim() !== '');
      if (!next || !/^\s*\|/u.test(next.text) || lines.slice(from, end).some(isSeparatorLine)) break;
    } else if (BARE_PIPE.test(lines[i - 1]!.text) && BARE_VALUE.test(line.text)) {
      end = i + 1;
    } else if (!continuesCell(lines, i)) break;
  }
  return count >= PIPE_LINES_MIN || ROW_ALONE.test(lines[from]!.text) ? end : from;
}

/** A plain line is part of a cell when the cell before it is still open, or when a bare pipe closes it. */
function continuesCell(lines: readonly Line[], i: number): boolean {
  const before = lines[i - 1];
  const after = lines.slice(i + 1, i + 3).find((l) => l.text.trim() !== '');
  if (after && BARE_PIPE.test(after.text)) return true;
  if (!before || !after) return false;
  const open = before.text.trim() !== '' && !before.text.trimEnd().endsWith('|') && isPipeLine(before);
  return open && isPipeLine(after);
}

/** A region may begin with a plain line that a bare pipe closes. */
function pipeRegionFromPlainLine(lines: readonly Line[], i: number): number {
  const line = lines[i]!;
  const next = lines[i + 1];
  if (line.text.trim() === '' || line.text.length > 60 || !next || !BARE_PIPE.test(next.text)) return i;
  const end = pipeRegionEnd(lines, i + 1);
  return end > i + 1 ? end : i;
}

/** Tab lines, the empty lines between them and the lines that go on with a cell. */
function tabRegionEnd(lines: readonly Line[], from: number): number {
  let end = from + 1;
  let open = true;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (isTabLine(line)) open = true;
    else if (isEmptyLine(line)) {
      open = false;
      continue;
    } else if (!open) break;
    end = i + 1;
  }
  return end;
}

function paragraph(text: string, line: Line): Paragraph {
  const heading = MARKDOWN_HEADING.exec(line.text);
  const bookmark = BOOKMARK.exec(line.text);
  const skipped = (heading ?? bookmark)?.[0].length ?? 0;
  const { start, end } = trimmedRange(text, line.start + skipped, line.end);
  return {
    kind: 'paragraph',
    text: text.slice(start, end),
    ...(heading ? { headingLevel: heading[1]!.length } : {}),
    start,
    end,
    sourceStart: start,
    sourceEnd: end,
  };
}
