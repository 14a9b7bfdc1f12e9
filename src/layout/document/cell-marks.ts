import type { MarkKind } from '../../model/mark.js';
import type { BoundingBox } from '../../model/span.js';
import { intersectBoxes } from '../page/matrix.js';
import { type Glyph, glyphCentre, type PageContent } from '../page/page-content.js';
import type { Lattice, LatticeCell } from '../ruled/build-lattice.js';

/** The cell at a point of the page. */
export type FindCell = (x: number, y: number) => { lattice: Lattice; cell: LatticeCell } | undefined;

/** Digits of one number touch each other, but for this share of an em. */
const TOUCH_EMS = 0.1;
/** A drawing belongs to a cell that holds this share of it, or of which it fills this share. */
const SHARE_MIN = 0.5;
/** Larger drawings (points) are grounds and seals; pictures of whole tables are recognised elsewhere. */
const DRAWING_HEIGHT_MAX = 60;
const DRAWING_WIDTH_MAX = 250;

const FIGURE = /^[\d０-９.,．，]$/u;

/** What the page shows of each cell beside its text. */
export class CellMarks {
  readonly #marks = new Map<LatticeCell, Set<MarkKind>>();

  add(cell: LatticeCell, mark: MarkKind): void {
    const own = this.#marks.get(cell);
    if (own) own.add(mark);
    else this.#marks.set(cell, new Set([mark]));
  }

  of(cell: LatticeCell): MarkKind[] {
    return [...(this.#marks.get(cell) ?? [])].sort();
  }
}

/**
 * A run of digits is one number, and a border does not cut it: all of it stands in the cell in which its middle does.
 *
 *     |  12  |187654|  3  |       a figure wider than its cell; every cell that it reaches into is in doubt
 *          ^^      ^^
 *
 * @returns for each glyph of such a number the point that decides where it stands
 */
export function wholeNumbers(
  glyphs: readonly Glyph[],
  find: FindCell,
  marks: CellMarks,
): Map<Glyph, { x: number; y: number }> {
  const decided = new Map<Glyph, { x: number; y: number }>();
  for (const run of figureRuns(glyphs)) {
    const cells = new Map(
      run.flatMap((glyph) => {
        const { x, y } = glyphCentre(glyph);
        const found = find(x, y);
        return found && !found.lattice.isInferred ? [[found.cell, found.lattice] as const] : [];
      }),
    );
    if (cells.size < 2 || new Set(cells.values()).size > 1) continue;
    const y = glyphCentre(run[0]!).y;
    const x = (run[0]!.x0 + run.at(-1)!.x1) / 2;
    for (const glyph of run) decided.set(glyph, { x, y });
    for (const cell of cells.keys()) marks.add(cell, 'several-readings');
  }
  return decided;
}

/** Digits that touch, from left to right. */
function figureRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const figures = glyphs
    .filter(({ text, recognised }) => !recognised && FIGURE.test(text))
    .sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const runs: Glyph[][] = [];
  for (const glyph of figures) {
    const last = runs.at(-1)?.at(-1);
    const touches =
      last &&
      Math.abs(glyph.baseline - last.baseline) < 0.01 * glyph.size &&
      Math.abs(glyph.x0 - last.x1) <= TOUCH_EMS * glyph.size &&
      Math.abs(glyph.size - last.size) < 0.05 * glyph.size;
    if (touches) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
  }
  return runs.filter((run) => run.length > 1);
}

/** Marks the cells in which something stands that nobody sees, or that nobody read. */
export function markUnseen(
  { unseen = [], unread = [] }: Pick<PageContent, 'unseen' | 'unread'>,
  find: FindCell,
  textOf: (cell: LatticeCell) => string,
  marks: CellMarks,
): void {
  const byCell = new Map<LatticeCell, { text: string; mark: MarkKind }>();
  for (const { glyph, mark } of unseen) {
    const { x, y } = glyphCentre(glyph);
    const cell = find(x, y)?.cell;
    if (cell) byCell.set(cell, { mark, text: (byCell.get(cell)?.text ?? '') + glyph.text.trim() });
  }
  // What was painted over and then written again says nothing new.
  for (const [cell, { text, mark }] of byCell)
    if (text !== '' && text !== textOf(cell)) marks.add(cell, mark);
  for (const box of unread) {
    if (box[3] - box[1] > DRAWING_HEIGHT_MAX || box[2] - box[0] > DRAWING_WIDTH_MAX) continue;
    for (const cell of cellsUnder(box, find)) marks.add(cell, 'not-read');
  }
}

const areaOf = ([x0, y0, x1, y1]: BoundingBox): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

function cellsUnder(box: BoundingBox, find: FindCell): LatticeCell[] {
  const found = find((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
  if (!found) return [];
  const { xs, ys, cells } = found.lattice;
  return cells.filter(({ row, column, rowSpan, colSpan }) => {
    const own: BoundingBox = [xs[column]!, ys[row]!, xs[column + colSpan]!, ys[row + rowSpan]!];
    const common = areaOf(intersectBoxes(own, box));
    return common >= SHARE_MIN * Math.min(areaOf(own), areaOf(box));
  });
}
