import type { MarkKind } from '../../model/mark.js';
import type { BoundingBox } from '../../model/span.js';
import { firstGlyphWidth, joinLines } from '../page/join-lines.js';
import { type Glyph, glyphCentre, type PageContent } from '../page/page-content.js';
import type { TableCell, TablePart } from '../page/table-part.js';
import { groupLines, type TextLine } from '../page/text-line.js';
import type { Lattice, LatticeCell } from '../ruled/build-lattice.js';
import { dropThinLines } from '../ruled/drop-thin-lines.js';
import { CellMarks, type FindCell, markUnseen, wholeNumbers } from './cell-marks.js';

/** Distance between text and border is at most this (points); a larger one is no padding but alignment. */
const PADDING_MAX = 12;
/** Rounding of widths in producers, points. */
const WIDTH_SLACK = 0.6;

const WORD = /\p{Script=Han}/u;
const DIGIT = /\p{Nd}/u;

type FillContent = Pick<PageContent, 'number' | 'glyphs' | 'unseen' | 'unread'>;

interface FilledPage {
  tables: TablePart[];
  /** Glyphs outside all tables. */
  rest: Glyph[];
}

/**
 * Gives each glyph to the cell in which its centre stands. A text that was drawn in one string over several cells is
 * so divided by its glyphs. A glyph inside nested tables goes to the smallest.
 */
export function fillTables(drawn: readonly Lattice[], content: FillContent): FilledPage {
  const { glyphs, number: page } = content;
  const lattices = drawn.map((lattice) => withoutThinLines(lattice, glyphs));
  const bySize = [...lattices].sort((a, b) => area(a.box) - area(b.box));
  const cellsOf = new Map(bySize.map((lattice) => [lattice, new Map<LatticeCell, Glyph[]>()]));
  const lookups = new Map(bySize.map((lattice) => [lattice, cellLookup(lattice)]));
  const rest: Glyph[] = [];
  const restOf = new Map<Lattice, Glyph[]>(bySize.map((lattice) => [lattice, []]));
  const find: FindCell = (x, y) => {
    const lattice = bySize.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
    const cell = lattice && lookups.get(lattice)!(x, y);
    return lattice && cell && { lattice, cell };
  };
  const marks = new CellMarks();
  const wholes = wholeNumbers(glyphs, find, marks);
  for (const glyph of glyphs) {
    const { x, y } = wholes.get(glyph) ?? glyphCentre(glyph);
    const { lattice, cell } = find(x, y) ?? {};
    if (!lattice || !cell) {
      rest.push(glyph);
      continue;
    }
    restOf.get(lattice)!.push(glyph);
    const filled = cellsOf.get(lattice)!;
    const list = filled.get(cell);
    if (list) list.push(glyph);
    else filled.set(cell, [glyph]);
  }
  const textOf = (cell: LatticeCell) =>
    [...cellsOf.values()]
      .flatMap((filled) => filled.get(cell) ?? [])
      .map(({ text }) => text.trim())
      .join('');
  markUnseen(content, find, textOf, marks);
  const tables: TablePart[] = [];
  for (const lattice of lattices) {
    const part = toPart(lattice, cellsOf.get(lattice)!, page, marks);
    if (isTable(part)) tables.push(part);
    else rest.push(...restOf.get(lattice)!);
  }
  return { tables, rest };
}

function withoutThinLines(lattice: Lattice, glyphs: readonly Glyph[]): Lattice {
  const [x0, y0, x1, y1] = lattice.box;
  const inside = glyphs.filter((glyph) => {
    const { x, y } = glyphCentre(glyph);
    return glyph.text !== ' ' && x >= x0 && x <= x1 && y >= y0 && y <= y1;
  });
  const centres = inside.map(glyphCentre);
  const sizes = inside.map((glyph) => glyph.size).sort((a, b) => a - b);
  const between = (values: number[]) => (from: number, to: number) =>
    values.some((value) => value > from && value < to);
  return dropThinLines(lattice, {
    textHeight: sizes[sizes.length >> 1] ?? 0,
    hasRowText: between(centres.map(({ y }) => y)),
    hasColumnText: between(centres.map(({ x }) => x)),
    hasOnlyWords: (from, to) => {
      const own = inside.filter((_, i) => centres[i]!.y > from && centres[i]!.y < to);
      return own.some(({ text }) => WORD.test(text)) && !own.some(({ text }) => DIGIT.test(text));
    },
  });
}

const area = (box: BoundingBox): number => (box[2] - box[0]) * (box[3] - box[1]);

function cellLookup(lattice: Lattice): (x: number, y: number) => LatticeCell | undefined {
  const columns = lattice.xs.length - 1;
  const owner: LatticeCell[] = [];
  for (const cell of lattice.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) owner[r * columns + c] = cell;
  }
  return (x, y) => {
    const column = intervalAt(lattice.xs, x);
    const row = intervalAt(lattice.ys, y);
    return owner[row * columns + column];
  };
}

/** Index of the interval between two lines in which a position falls; the ends count as inside. */
function intervalAt(lines: readonly number[], position: number): number {
  let low = 0;
  let high = lines.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function toPart(
  lattice: Lattice,
  filled: ReadonlyMap<LatticeCell, readonly Glyph[]>,
  page: number,
  marks: CellMarks,
): TablePart {
  const drafts = lattice.cells.map((cell) => {
    const box: BoundingBox = [
      lattice.xs[cell.column]!,
      lattice.ys[cell.row]!,
      lattice.xs[cell.column + cell.colSpan]!,
      lattice.ys[cell.row + cell.rowSpan]!,
    ];
    return { ...cell, box, lines: groupLines(filled.get(cell) ?? []), marks: marks.of(cell) };
  });
  const closed = drafts.filter(({ isOpen, lines }) => !isOpen || lines.length > 0);
  const padding = paddingOf(closed);
  const widest = lattice.isInferred ? widestLines(closed) : undefined;
  return {
    kind: 'ruled',
    ...(lattice.isInferred ? { isInferred: true } : {}),
    page,
    box: lattice.box,
    xs: lattice.xs,
    rowCount: lattice.ys.length - 1,
    columnCount: lattice.xs.length - 1,
    cells: closed.map((draft) => toCell(draft, padding, widest?.get(draft.column), page)),
  };
}

type Draft = LatticeCell & { box: BoundingBox; lines: TextLine[]; marks: MarkKind[] };

/** The least distance that any text of the table keeps from its left or right border; one that runs over it says nothing. */
function paddingOf(drafts: readonly Draft[]): number {
  let padding = PADDING_MAX;
  for (const { box, lines } of drafts)
    for (const line of lines) {
      const distance = Math.min(line.x0 - box[0], box[2] - line.x1);
      if (distance >= 0) padding = Math.min(padding, distance);
    }
  return padding;
}

const widthOf = ({ x0, x1 }: TextLine): number => x1 - x0;

/** The widest line of each column. Where no border is drawn, only its text shows how wide a column is. */
function widestLines(drafts: readonly Draft[]): Map<number, number> {
  const widest = new Map<number, number>();
  for (const { column, colSpan, lines } of drafts)
    if (colSpan === 1) widest.set(column, Math.max(widest.get(column) ?? 0, ...lines.map(widthOf)));
  return widest;
}

/** @param widest the widest line of a column whose borders are not drawn, points */
function toCell(draft: Draft, padding: number, widest: number | undefined, page: number): TableCell {
  const { box, lines } = draft;
  const room = box[2] - box[0] - 2 * padding;
  // Digits that are put together are in doubt, so that rounding may speak for it; a line as wide as they would be, against it.
  const lineRoom = Math.min(
    room - WIDTH_SLACK,
    draft.colSpan === 1 && widest !== undefined ? widest + WIDTH_SLACK : room,
  );
  const isForced = (i: number) => {
    const next = lines[i + 1];
    return next !== undefined && widthOf(lines[i]!) + firstGlyphWidth(next) > lineRoom;
  };
  const last = lines.at(-1);
  return {
    ...draft,
    page,
    run: joinLines(lines.map(withSingleSpaces), isForced),
    room: room + WIDTH_SLACK - (last === undefined ? 0 : widthOf(last)),
  };
}

/** Inside one cell no gap separates columns. */
const withSingleSpaces = (line: TextLine): TextLine => ({
  ...line,
  glyphs: line.glyphs.map((item) => (item.spaces === 2 ? { ...item, spaces: 1 } : item)),
});

/** A frame around text or a chart without words is no table. */
function isTable(part: TablePart): boolean {
  if (part.columnCount < 2) return false;
  const withText = part.cells.filter((cell) => cell.run.text !== '').length;
  return withText >= 2 || (withText === 1 && part.cells.length >= 3);
}
