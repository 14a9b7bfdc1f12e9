import { FIGURE } from '../page/chunks.js';
import { lineText, splitAtColumnGaps, splitAtGaps, type TextLine } from '../page/text-line.js';
import { type TextColumn, textColumnOf } from './join-paragraphs.js';

/** Two columns of prose of a page, and the middle of the white band (the gutter) between them. Points. */
export interface ProseColumns {
  left: TextColumn;
  right: TextColumn;
  gutter: number;
}

/** What stands left and right of a gutter, from top to bottom. */
export interface Sides {
  left: TextLine[];
  right: TextLine[];
}

/** A gutter is at least this many ems wide: a word processor's is two, a typesetter's one. */
const GUTTER_MIN_EMS = 1;
/** Fewer lines may stand side by side by chance. */
const LINES_MIN = 3;
/** Narrower columns (ems) are those of a table or a list. */
const WIDTH_MIN_EMS = 8;
/** Columns of prose are as wide as each other; those of labels and explanations are not. */
const WIDTH_RATIO_MAX = 1.6;
/** This share of the lines ends at the edge of its column, give or take so many ems; the rest ends paragraphs. */
const FULL_SHARE_MIN = 0.5;
const FULL_SHARE_OF_ONE_MIN = 0.3;
const FULL_SLACK_EMS = 1.2;
/** This share of the lines starts at the edge of its column, or is indented by so many ems. */
const ALIGNED_SHARE_MIN = 0.8;
const EDGE_SLACK_EMS = 0.6;
const INDENT_EMS = { from: 1, to: 4.5 };
/** Prose has a stop or a comma in so many lines. */
const LINES_PER_STOP = 3;
export const STOP = /[，。；、：！？,.;]/u;

/**
 * Finds two columns of prose among the lines of a page outside of its tables. Both sides of the gutter must look like it:
 *
 *     text of the left   | text of the right      no line crosses the white band;
 *     column, which is   | column. Its lines      lines start at an edge, and most of them are full;
 *     read to its end.   | are full, too.         no figure stands alone, as those of a table do
 *
 * @returns absent where the evidence does not suffice
 */
export function findProseColumns(lines: readonly TextLine[]): ProseColumns | undefined {
  const ends = lines
    .flatMap(piecesOf)
    .map(({ x1, size }) => Math.round(x1 + (GUTTER_MIN_EMS / 2) * size))
    .sort((a, b) => a - b);
  let best: { columns: ProseColumns; count: number } | undefined;
  for (const x of new Set(ends)) {
    const sides = sidesOf(
      lines.filter((line) => !crosses(line, x) && !hasFigure(line)),
      x,
    );
    const columns = columnsOf(sides, besideEachOther(sides));
    const count = sides.left.length + sides.right.length;
    if (columns && count > (best?.count ?? 0)) best = { columns, count };
  }
  return best?.columns;
}

const piecesOf = (line: TextLine): TextLine[] => splitAtGaps(line, GUTTER_MIN_EMS);

/** Whether the text of a line stands on a place. */
export const crosses = (line: TextLine, x: number): boolean =>
  piecesOf(line).some(({ x0, x1 }) => x0 < x && x1 > x);

/** The text of lines that do not cross a place, left and right of it. */
export function sidesOf(lines: readonly TextLine[], x: number): Sides {
  const part = (line: TextLine, isWanted: (x0: number) => boolean): TextLine[] => {
    const glyphs = line.glyphs.filter(({ glyph }) => isWanted(glyph.x0));
    if (glyphs.length === 0) return [];
    const [first, last] = [glyphs[0]!, glyphs.at(-1)!];
    const own = [{ ...first, spaces: 0 as const }, ...glyphs.slice(1)];
    return [{ ...line, glyphs: own, x0: first.glyph.x0, x1: last.glyph.x1 }];
  };
  return {
    left: lines.flatMap((line) => part(line, (x0) => x0 < x)),
    right: lines.flatMap((line) => part(line, (x0) => x0 >= x)),
  };
}

/** The lines that have one beside them: headings of one side say nothing. */
function besideEachOther({ left, right }: Sides): Sides {
  const isBeside = (a: TextLine, b: TextLine): boolean => Math.abs(a.baseline - b.baseline) < a.size;
  return {
    left: left.filter((line) => right.some((other) => isBeside(line, other))),
    right: right.filter((line) => left.some((other) => isBeside(line, other))),
  };
}

/** @param beside the lines of the sides that are evidence */
function columnsOf(sides: Sides, beside: Sides): ProseColumns | undefined {
  if (beside.left.length < LINES_MIN || beside.right.length < LINES_MIN) return undefined;
  const [left, right] = [textColumnOf(sides.left)!, textColumnOf(sides.right)!];
  const size = Math.max(...[...beside.left, ...beside.right].map((line) => line.size));
  const widths = [left.right - left.left, right.right - right.left];
  const [narrow, wide] = [Math.min(...widths), Math.max(...widths)];
  if (right.left - left.right < GUTTER_MIN_EMS * size) return undefined;
  if (narrow < WIDTH_MIN_EMS * size || wide > WIDTH_RATIO_MAX * narrow) return undefined;
  const isFullEnough = fullShare(beside.left, left) + fullShare(beside.right, right) >= 2 * FULL_SHARE_MIN;
  if (!isFullEnough || !isProse(beside.left, left) || !isProse(beside.right, right)) return undefined;
  return { left, right, gutter: (left.right + right.left) / 2 };
}

const fullShare = (lines: readonly TextLine[], column: TextColumn): number =>
  lines.filter((line) => isFull(line, column)).length / lines.length;

function isProse(lines: readonly TextLine[], column: TextColumn): boolean {
  const stops = [...lines.map(lineText).join('')].filter((character) => STOP.test(character)).length;
  return (
    fullShare(lines, column) >= FULL_SHARE_OF_ONE_MIN &&
    areAligned(lines, column) &&
    stops * LINES_PER_STOP >= lines.length
  );
}

/** A figure stands alone in the line, as in the row of a table. */
export const hasFigure = (line: TextLine): boolean =>
  splitAtColumnGaps(line).some((piece) => FIGURE.test(lineText(piece)));

/** Text goes on in the next line: it had no room for more. */
export const isFull = ({ x1, size }: TextLine, { right }: TextColumn): boolean =>
  Math.abs(x1 - right) <= FULL_SLACK_EMS * size;

/** Lines start at the edge of the column, or are indented as paragraphs are. */
export function areAligned(lines: readonly TextLine[], { left }: TextColumn): boolean {
  const own = lines.filter(({ x0, size }) => {
    const ems = (x0 - left) / size;
    return Math.abs(ems) <= EDGE_SLACK_EMS || (ems >= INDENT_EMS.from && ems <= INDENT_EMS.to);
  });
  return own.length >= ALIGNED_SHARE_MIN * lines.length;
}
