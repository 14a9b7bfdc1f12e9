import { characterColumns, type DisplayColumns, displayColumns } from './display-columns.js';
import type { Line } from './lines.js';
import { type TextCell, type TextPiece, type TextTable, textTable } from './text-table.js';

/**
 * Tables with borders of characters, as text browsers, reStructuredText, Org, databases and table printers draw them:
 *
 *   ┌────┬────────┐   +----+--------+   +------+---+
 *   │    │ 申请人 │   | 三 | 公开   |   | name | n |      one rule above and below the heading:
 *   │ 三 ├───┬────┤   |    +---+----+   +------+---+      every line is a row
 *   │    │ 甲│ 乙 │   |    | 1 | 2  |   | 规章 | 3 |
 *   └────┴───┴────┘   +----+---+----+   +------+---+
 *
 * A border that is left out between two places makes them one cell, across and down.
 */

const RULE = /[─━═╌┄-]|=/u;
const JOINT = /[+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯┠┨┯┷╞╪╡╒╤╕╘╧╛╓╥╖╟╫╢╙╨╜┝┥┿╂┰┸|│┃║]/u;
const BAR = /[|│┃║┆┊├┤┼┣┫╋╠╣╬┠┨┝┥╟╢╞╡]/u;
/** A stretch of a border between two joints. */
const RULED =
  /(?<=[+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯┠┨┯┷╞╪╡╒╤╕╘╧╛╓╥╖╟╫╢╙╨╜┝┥┿╂┰┸])(?:[─━═╌┄]+|[-=]{2,}|:?-+:?)(?=[+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯┠┨┯┷╞╪╡╒╤╕╘╧╛╓╥╖╟╫╢╙╨╜┝┥┿╂┰┸])/u;
const OPENS = /^\s*[+┌├└┏┣┗╔╠╚╭╰╒╞╘╓╟╙┼|│┃║]/u;
const TOP = /^\s*[+┌┏╔╭╒╓┼]/u;

const LINES_MIN = 3;

/** Does a table with drawn borders begin with this line? */
const opensDrawnTable = ({ text }: Line): boolean => TOP.test(text) && RULED.test(text);

/** Where the drawn table that begins at `from` ends; `from` itself where none does. */
export function drawnTableEnd(lines: readonly Line[], from: number): number {
  if (!opensDrawnTable(lines[from]!)) return from;
  let end = from + 1;
  while (end < lines.length && OPENS.test(lines[end]!.text)) end++;
  // What follows the last border belongs to something else.
  while (end > from && !RULED.test(lines[end - 1]!.text)) end--;
  return end - from >= LINES_MIN ? end : from;
}

/** A line of the drawing: where it has the bars of the borders, as offsets in the line, and under which columns it is ruled. */
interface DrawnLine {
  line: Line;
  /** For each border the place of its bar; null where the line has none there. */
  bars: (number | null)[];
  /** Where each border would stand. */
  edges: number[];
  ruled: boolean[];
}

/** Reads the lines of a drawn table. Null where they have no two borders side by side. */
export function readDrawnTable(lines: readonly Line[]): TextTable | null {
  const borders = bordersOf(lines);
  if (borders.length < 2) return null;
  const drawn = lines.map((line) => drawnLine(line, borders));
  const bands = bandsOf(drawn, borders);
  if (bands.length === 0) return null;
  const cells = isLineARow(bands, borders) ? lineCells(bands, borders) : boxCells(bands, borders);
  return textTable(cells, lines);
}

/** The columns of all borders that run down: every joint of a border that runs across. */
function bordersOf(lines: readonly Line[]): number[] {
  const found = new Set<number>();
  for (const { text } of lines) {
    if (!RULED.test(text)) continue;
    const shown = displayColumns(text, 1);
    for (let column = 0; column < shown.width; column++) {
      if (!JOINT.test(shown.at(column))) continue;
      if (RULE.test(shown.at(column + 1)) || RULE.test(shown.at(column - 1))) found.add(column);
    }
  }
  return [...found].sort((a, b) => a - b);
}

const BARS = /[|│┃║]/gu;

/**
 * Takes the width of characters with which the line's bars stand under the others. Some printers misjudge the width of
 * Chinese: a line with as many bars as there are borders has them in order, wherever they stand.
 */
function drawnLine(line: Line, borders: readonly number[]): DrawnLine {
  const measured = [displayColumns(line.text, 1), displayColumns(line.text, 2), characterColumns(line.text)];
  const readings = measured.map((shown) => {
    const edges = borders.map((column) => shown.offset(column));
    const bars = borders.map((column, i) => (BAR.test(shown.at(column)) ? edges[i]! : null));
    return { bars, edges, shown, hits: bars.filter((bar) => bar !== null).length };
  });
  const best = readings.reduce((first, other) => (other.hits > first.hits ? other : first));
  const ruled = borders.slice(1).map((right, i) => isRuled(best.shown, borders[i]!, right));
  const inOrder = [...line.text.matchAll(BARS)].map(({ index }) => index);
  if (best.hits < borders.length && inOrder.length === borders.length)
    return { line, bars: inOrder, edges: inOrder, ruled };
  return { line, bars: best.bars, edges: best.edges, ruled };
}

/** Lines between two borders that run across; `closes` says under which columns the lower one runs. */
interface Band {
  lines: DrawnLine[];
  closes: boolean[];
}

function bandsOf(drawn: readonly DrawnLine[], borders: readonly number[]): Band[] {
  const bands: Band[] = [];
  let open: DrawnLine[] = [];
  for (const each of drawn) {
    const { ruled } = each;
    if (!ruled.includes(true)) {
      open.push(each);
      continue;
    }
    // A line that is a border in part holds text of the cells that it leaves open.
    if (ruled.includes(false)) open.push(each);
    if (open.length > 0) bands.push({ lines: open, closes: ruled });
    open = [];
  }
  if (open.length > 0) bands.push({ lines: open, closes: borders.slice(1).map(() => true) });
  return bands;
}

function isRuled({ at }: DisplayColumns, left: number, right: number): boolean {
  if (right - left < 2) return false;
  for (let column = left + 1; column < right; column++)
    if (!RULE.test(at(column)) && !(at(column) === ':' || JOINT.test(at(column)))) return false;
  return true;
}

/** Rules only around the heading, and lines of figures between them: then a line is a row. */
function isLineARow(bands: readonly Band[], borders: readonly number[]): boolean {
  const whole = bands.every(({ closes }) => closes.every(Boolean));
  const tallest = Math.max(...bands.map(({ lines }) => lines.length));
  return whole && borders.length > 2 && bands.length <= BANDS_OF_HEADING && tallest >= LINES_MIN;
}

/** Heading, body, and a foot. */
const BANDS_OF_HEADING = 3;

/** What a line holds between two borders, which are named by their number. */
function sliceOf({ line, edges, bars }: DrawnLine, left: number, right: number): TextPiece {
  const from = bars[left] === null ? edges[left]! : edges[left]! + 1;
  const to = Math.max(from, edges[right]!);
  const text = line.text.slice(from, to);
  // Beside a margin of one space at most, the text fills its column.
  return { text, start: line.start + from, end: line.start + to, goesOn: !/^\s{2}|\s{2}$/u.test(text) };
}

const hasBar = ({ bars }: DrawnLine, border: number): boolean => bars[border] !== null;

function lineCells(bands: readonly Band[], borders: readonly number[]): TextCell[] {
  const lines = bands.flatMap((band) => band.lines);
  const last = borders.length - 1;
  return lines.flatMap((each, row) => {
    const bars = [...borders.keys()].filter(
      (border) => border === 0 || border === last || hasBar(each, border),
    );
    return bars.slice(1).map((right, i) => {
      const column = bars[i]!;
      return { row, column, rowSpan: 1, colSpan: right - column, pieces: [sliceOf(each, column, right)] };
    });
  });
}

/** Places of the drawing that no border parts are one cell. */
function boxCells(bands: readonly Band[], borders: readonly number[]): TextCell[] {
  const width = borders.length - 1;
  const parents = bands.flatMap((_, row) =>
    Array.from({ length: width }, (_, column) => row * width + column),
  );
  const root = (place: number): number => (parents[place] === place ? place : root(parents[place]!));
  const join = (a: number, b: number) => {
    parents[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  };
  bands.forEach(({ lines, closes }, row) => {
    for (let column = 0; column < width; column++) {
      const place = row * width + column;
      if (column + 1 < width && !lines.some((line) => hasBar(line, column + 1))) join(place, place + 1);
      if (row + 1 < bands.length && !closes[column]) join(place, place + width);
    }
  });
  const groups = new Map<number, number[]>();
  for (const place of parents.keys()) {
    const first = root(place);
    groups.set(first, [...(groups.get(first) ?? []), place]);
  }
  return [...groups.values()].map((places) => cellOf(places, bands, width));
}

function cellOf(places: readonly number[], bands: readonly Band[], width: number): TextCell {
  const rows = places.map((place) => Math.floor(place / width));
  const columns = places.map((place) => place % width);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  const [lastRow, lastColumn] = [Math.max(...rows), Math.max(...columns)];
  const pieces = bands.slice(row, lastRow + 1).flatMap(({ lines, closes }, i) => {
    // The line that closes this cell may hold text of the cells that it leaves open.
    const isLast = row + i === lastRow && closes[column];
    const own = isLast ? lines.filter(({ ruled }) => !ruled[column]) : lines;
    return own.map((line) => sliceOf(line, column, lastColumn + 1));
  });
  const first = bands[row]!.lines[0]!;
  return {
    ...{ row, column, rowSpan: lastRow - row + 1, colSpan: lastColumn - column + 1 },
    pieces: pieces.length > 0 ? pieces : [{ text: '', start: first.line.start, end: first.line.start }],
  };
}
