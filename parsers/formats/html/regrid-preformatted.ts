import type { Block, Grid, GridCell, Paragraph } from '../../../src/model/parsed-document.js';
import { readTextBlocks } from '../text/read-text-blocks.js';
import { inPlace } from '../text/write-text.js';

/** Fewer lines with tabs or pipes are no table. */
const TABLE_LINES_MIN = 3;

/**
 * Tables typed into <pre> with tabs or pipes come out of the page as paragraphs, a line each. Reads such lines again as the
 * text format would. Only where the page's source is that text: markup or entities between the lines leave them alone.
 */
export function regridPreformatted(blocks: Block[], source: string): Block[] {
  const result: Block[] = [];
  let i = 0;
  while (i < blocks.length) {
    const run = lineRun(blocks, i, source);
    const grids =
      run.filter((line) => /[\t|]/u.test(line.text)).length >= TABLE_LINES_MIN ? regrid(run, source) : null;
    result.push(...(grids ?? run), ...(run.length === 0 ? [blocks[i]!] : []));
    i += Math.max(run.length, 1);
  }
  return result;
}

/** Paragraphs from `from` on that follow each other in the source with nothing but white space between. */
function lineRun(blocks: Block[], from: number, source: string): Paragraph[] {
  const run: Paragraph[] = [];
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'paragraph' || block.sourceStart === undefined || block.sourceEnd === undefined) break;
    const last = run.at(-1);
    const printed = source.slice(block.sourceStart, block.sourceEnd);
    if (printed.includes('<') || printed.includes('&')) break;
    if (last && source.slice(last.sourceEnd!, block.sourceStart).trim() !== '') break;
    run.push(block);
  }
  return run;
}

function regrid(run: Paragraph[], source: string): Block[] | null {
  const start = lineStart(source, run[0]!.sourceStart!);
  const end = lineEnd(source, run.at(-1)!.sourceEnd!);
  const text = source.slice(start, end);
  const blocks = readTextBlocks(text).blocks.map((block) => inPlace(text, block));
  if (!blocks.every((block) => block !== null)) return null;
  if (!blocks.some((block) => block.kind === 'grid')) return null;
  const toText = (offset: number): number => placeInRun(run, start + offset);
  return blocks.map((block) => {
    const placed = { ...block, ...placeOf(block, start, toText) };
    if (placed.kind === 'paragraph') return placed;
    const cells: GridCell[] = placed.cells.map((cell) => ({ ...cell, ...placeOf(cell, start, toText) }));
    return { ...placed, cells } satisfies Grid;
  });
}

function placeOf(piece: { start: number; end: number }, shift: number, toText: (offset: number) => number) {
  return {
    start: toText(piece.start),
    end: toText(piece.end),
    sourceStart: shift + piece.start,
    sourceEnd: shift + piece.end,
  };
}

/** Offset in the parsed text of an offset in the source; white space at a line's ends falls to its ends. */
function placeInRun(run: Paragraph[], offset: number): number {
  const line = run.findLast((l) => l.sourceStart! <= offset) ?? run[0]!;
  return Math.min(line.end, Math.max(line.start, line.start + offset - line.sourceStart!));
}

function lineStart(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && source[at - 1] !== '\n' && source[at - 1] !== '>') at--;
  return at;
}

function lineEnd(source: string, offset: number): number {
  let at = offset;
  while (at < source.length && source[at] !== '\n' && source[at] !== '<') at++;
  return at;
}
