import type { BoundingBox } from '../../model/span.js';
import type { Chunk } from '../page/chunks.js';
import type { TableSection } from '../page/figure-rows.js';
import { type Gutter, labelGutters, nearestRow } from './label-gutters.js';
import { type ParentBlock, parentBlocks, unitsOf } from './parent-blocks.js';
import { type RowBand, rowBands } from './row-bands.js';
import type { PlacedSection, Sheet } from './table-sheet.js';

/** Rows of a section, from labels and figures; the label of a group goes over all of its rows. `top` in points. */
export function drawBody(section: PlacedSection, top: number, sheet: Sheet): void {
  const { borders, box, signs } = sheet;
  const { rows, labels } = section;
  const found = rows.length > 0 ? labelGutters(labels, rows) : [];
  const gutters = found.map((gutter) => ({ ...gutter, x: borders.columnLine(gutter.left, gutter.right) }));
  const isParent = (label: Chunk): boolean => {
    const row = nearestRow(label, rows);
    return gutters.some(({ x, from, to }) => x > label.x1 - 0.5 && row >= from && row <= to);
  };
  const leaves = labels.filter((label) => !isParent(label));
  const units = unitsOf(leaves);
  const bands = rowBands(leaves, rows, signs, units);
  if (bands.length === 0) return;
  const parents = parentBlocks(labels.filter(isParent), signs, units);
  for (const parent of parents) {
    const beside = bands.filter(
      ({ top: from, bottom: to }) => from < parent.bottom - 1 && to > parent.top + 1,
    );
    // A label of one row, with its unit beside it: the row is as high as the label.
    if (beside.length === 1)
      Object.assign(beside[0]!, {
        top: Math.min(beside[0]!.top, parent.top),
        bottom: Math.max(beside[0]!.bottom, parent.bottom),
      });
  }
  const separators = bands.slice(1).map((band, i) => borders.rowLine(bands[i]!.bottom, band.top));
  for (const y of separators) {
    let at = box[0];
    for (const parent of parents
      .filter((block) => block.top < y && block.bottom > y)
      .sort((a, b) => a.x0 - b.x0)) {
      const { left, right } = slotOf(parent, y, { gutters, rows, bands, separators, box });
      borders.across(y, at, left);
      at = Math.max(at, right);
    }
    borders.across(y, at, box[2]);
  }
  const edges = [top, ...separators, section.bottom];
  for (const { x, from, to } of gutters) {
    const first = bandOfRow(rows[from]!.baseline, bands);
    const last = bandOfRow(rows[to]!.baseline, bands);
    borders.down(x, edges[first]!, edges[last + 1]!);
  }
}

const bandOfRow = (baseline: number, bands: readonly RowBand[]): number =>
  Math.max(
    0,
    bands.findIndex(({ lines }) =>
      lines.some((line) => line.isFigure && Math.abs(line.baseline - baseline) <= 0.5 * line.size),
    ),
  );

/** The column of labels in which a group's label stands, at the height of a line that would cut it. */
function slotOf(
  parent: ParentBlock,
  y: number,
  at: {
    gutters: readonly Gutter[];
    rows: TableSection['rows'];
    bands: readonly RowBand[];
    separators: readonly number[];
    box: BoundingBox;
  },
): { left: number; right: number } {
  const index = at.separators.indexOf(y);
  const near = at.gutters.filter(({ from, to }) => {
    const first = bandOfRow(at.rows[from]!.baseline, at.bands);
    const last = bandOfRow(at.rows[to]!.baseline, at.bands);
    return first <= index + 1 && last >= index;
  });
  const left = Math.max(at.box[0], ...near.filter(({ x }) => x <= parent.x0).map(({ x }) => x));
  const right = Math.min(at.box[2], ...near.filter(({ x }) => x >= parent.x1).map(({ x }) => x));
  return { left, right };
}
