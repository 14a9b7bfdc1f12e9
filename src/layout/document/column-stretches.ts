import type { TablePart } from '../page/table-part.js';
import { lineText, middleOf, type TextLine } from '../page/text-line.js';
import {
  areAligned,
  crosses,
  hasFigure,
  isFull,
  type ProseColumns,
  type Sides,
  STOP,
  sidesOf,
} from './find-prose-columns.js';
import { linePitchOf } from './join-paragraphs.js';

/** What a page holds, from top to bottom. */
export interface PageBody {
  lines: readonly TextLine[];
  tables: readonly TablePart[];
}

/** A heading between two stretches of columns. */
const HEADING = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u;
/** No line of the other column is nearer to such a heading than this (ems). */
const HEADING_FREE_EMS = 1;
/** A heading of larger print. */
const LARGER = 1.15;
/** What stands so many times as far below as one line below another is another part of the page. */
const PART_PITCHES = 1.7;
/** In spread lines figures stand alone, but only in this share of the lines of prose. */
const FIGURE_SHARE_MAX = 0.25;
/** Fewer lines may be the heading of a table. */
const PROSE_LINES_MIN = 2;

/** A part of a page that is read across, or in columns. */
interface Stretch {
  lines: TextLine[];
  tables: TablePart[];
  isWide: boolean;
}

/** Cuts a page where something crosses the gutter, and where another part of it begins. */
export function stretchesOf({ lines, tables }: PageBody, columns: ProseColumns): Stretch[] {
  const { gutter } = columns;
  const stretches: Stretch[] = [];
  const add = (isWide: boolean, item: { line: TextLine } | { table: TablePart }): void => {
    if (stretches.at(-1)?.isWide !== isWide) stretches.push({ lines: [], tables: [], isWide });
    const last = stretches.at(-1)!;
    if ('line' in item) last.lines.push(item.line);
    else last.tables.push(item.table);
  };
  let next = 0;
  const addLines = (bottom: number): void => {
    for (; next < lines.length && middleOf(lines[next]!) < bottom; next++)
      add(crosses(lines[next]!, gutter), { line: lines[next]! });
  };
  for (const table of tables) {
    addLines(table.box[1]);
    add(table.box[0] < gutter && table.box[2] > gutter, { table });
  }
  addLines(Number.POSITIVE_INFINITY);
  return stretches.flatMap((stretch) => (stretch.isWide ? [stretch] : inColumns(stretch, columns)));
}

/** Cuts a stretch at headings and wide blanks, and reads across what no columns are in. */
function inColumns(stretch: Stretch, columns: ProseColumns): Stretch[] {
  const parts: Stretch[] = [];
  const edges = [Number.NEGATIVE_INFINITY, ...cutsOf(stretch.lines, columns), Number.POSITIVE_INFINITY];
  edges.slice(1).forEach((bottom, i) => {
    const isIn = (y: number) => y >= edges[i]! && y < bottom;
    const lines = stretch.lines.filter((line) => isIn(middleOf(line)));
    const tables = stretch.tables.filter(({ box }) => isIn(box[1]));
    if (lines.length === 0 && tables.length === 0) return;
    parts.push({ lines, tables, isWide: !isInColumns(sidesOf(lines, columns.gutter), columns) });
  });
  return parts;
}

/** The tops of the lines at which another part begins. */
function cutsOf(lines: readonly TextLine[], columns: ProseColumns): number[] {
  const { left, right } = sidesOf(lines, columns.gutter);
  const pitch = linePitchOf(left);
  const afterBlank = lines
    .slice(1)
    .filter((line, i) => line.baseline - lines[i]!.baseline > PART_PITCHES * pitch);
  const headings = left.filter((line) => isHeading(line, left, columns) && isFree(line, right));
  return [...afterBlank, ...headings].map(middleOf).sort((a, b) => a - b);
}

const isHeading = (line: TextLine, left: readonly TextLine[], columns: ProseColumns): boolean => {
  const sizes = left.map(({ size }) => size).sort((a, b) => a - b);
  const isLarge = line.size > LARGER * sizes[sizes.length >> 1]!;
  return isLarge || (HEADING.test(lineText(line)) && !isFull(line, columns.left));
};

const isFree = (heading: TextLine, right: readonly TextLine[]): boolean =>
  right.every((line) => Math.abs(line.baseline - heading.baseline) > HEADING_FREE_EMS * heading.size);

/** Text goes on from line to line on the left, and figures stand alone in few lines: spread ones. */
const isInColumns = ({ left, right }: Sides, columns: ProseColumns): boolean =>
  [left, right].every((lines) => lines.filter(hasFigure).length <= FIGURE_SHARE_MAX * lines.length) &&
  areAligned(left, columns.left) &&
  areAligned(right, columns.right) &&
  left.some((line) => isFull(line, columns.left));

/** Lines of a page that are prose in columns beyond doubt, among lines that may be those of tables. */
export function proseInColumns(lines: readonly TextLine[], columns: ProseColumns): TextLine[] {
  const parts: TextLine[][] = [[]];
  for (const line of lines) {
    if (hasFigure(line)) parts.push([]);
    else parts.at(-1)!.push(line);
  }
  return parts.flatMap((part) =>
    stretchesOf({ lines: part, tables: [] }, columns)
      .filter((stretch) => !stretch.isWide && isProse(stretch, columns))
      .flatMap((stretch) => stretch.lines),
  );
}

function isProse({ lines }: Stretch, { gutter }: ProseColumns): boolean {
  const { left, right } = sidesOf(lines, gutter);
  const text = lines.map(lineText).join('');
  return left.length >= PROSE_LINES_MIN && right.length > 0 && text.search(STOP) >= 0;
}
