import type { Range } from './grid-from-ranges.js';
import type { Line } from './lines.js';

/** A row of cells, or a line without a tab that belongs to no row. */
export type TabRow = { cells: Range[] } | { line: Line };

/**
 * Puts rows together that a line break inside a cell has cut, where the row before them and the one behind them show how
 * many cells a row has:
 *
 *   →→3.要求提供公开出版物→6→→6
 *   →→4.无正当理由大量反复申请            3 cells and 4 make a row of 6: two labels in one cell
 *   5.要求行政机关确认→4→→4
 *   →（六）其他处理→1.逾期不补正→1→→1
 *
 * The parts of one cell are alike: figures or words. A line that fits nowhere is no part of the table.
 */
export function joinBrokenRows(text: string, lines: Line[]): TabRow[] {
  const pieces = lines.map((line) => ({ line, cells: cellsOf(line) }));
  const joined: TabRow[] = [];
  let width = pieces[0]!.cells.length;
  for (let i = 0; i < pieces.length; ) {
    const { line, cells } = pieces[i]!;
    const isPlain = !line.text.includes('\t');
    const count = cells.length === width ? 1 : brokenInto(text, pieces, i, width);
    const last = joined.at(-1);
    if (count > 0) joined.push({ cells: joinCells(pieces.slice(i, i + count)) });
    else if (!isPlain) joined.push({ cells });
    else if (last && 'cells' in last && isRestOfFigure(text, last.cells.at(-1)!, cells[0]!)) {
      last.cells.at(-1)!.end = line.end;
    } else joined.push({ line });
    if (count === 0 && !isPlain) width = cells.length;
    i += Math.max(count, 1);
  }
  return joined;
}

interface Piece {
  line: Line;
  cells: Range[];
}

function cellsOf(line: Line): Range[] {
  const cells: Range[] = [];
  let { start } = line;
  for (const part of line.text.split('\t')) {
    cells.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return cells;
}

/** Of how many lines from `from` on a row of that width is made; 0 where they make none. */
function brokenInto(text: string, pieces: Piece[], from: number, width: number): number {
  let total = pieces[from]!.cells.length;
  let i = from + 1;
  for (; total < width && i < pieces.length; i++) {
    const [above, below] = [pieces[i - 1]!.cells.at(-1)!, pieces[i]!.cells[0]!];
    if (!goesOn(text, above, below) || !isUsualAt(text, pieces, above, total - 1, width)) return 0;
    total += pieces[i]!.cells.length - 1;
  }
  if (total !== width || i - from < 2) return 0;
  const next = pieces[i]?.cells ?? [];
  const isFollowed = next.length === 0 || next.length === width || isFigure(text, next[0]!);
  return isFollowed ? i - from : 0;
}

/** Does a whole row hold something of that kind, a figure or words, in the same column? */
function isUsualAt(text: string, pieces: Piece[], part: Range, column: number, width: number): boolean {
  return pieces.some(({ cells }) => {
    const cell = cells.length === width ? cells[column]! : null;
    return cell && !isBlank(text, cell) && isFigure(text, cell) === isFigure(text, part);
  });
}

const FIGURE = /^[-+]?\d[\d.,]*$/u;
const LINE_BREAK = /^(?:\r\n|[\n\r\f\u2028\u2029])$/u;

/** Do two pieces of text stand on lines under each other, and are they as alike as the parts of one cell are? */
function goesOn(text: string, above: Range, below: Range): boolean {
  if (!LINE_BREAK.test(text.slice(above.end, below.start))) return false;
  if (isBlank(text, above) || isBlank(text, below)) return false;
  return isFigure(text, above) === isFigure(text, below);
}

const isRestOfFigure = (text: string, above: Range, below: Range): boolean =>
  isFigure(text, below) && goesOn(text, above, below);

const textOf = (text: string, { start, end }: Range): string => text.slice(start, end).trim();

const isBlank = (text: string, cell: Range): boolean => textOf(text, cell) === '';

const isFigure = (text: string, cell: Range): boolean => FIGURE.test(textOf(text, cell).normalize('NFKC'));

const joinCells = (pieces: Piece[]): Range[] =>
  pieces.reduce<Range[]>((row, { cells }) => {
    const seam = row.at(-1);
    if (!seam) return cells;
    return [...row.slice(0, -1), { start: seam.start, end: cells[0]!.end }, ...cells.slice(1)];
  }, []);
