import type { BoundingBox } from '../../../src/model/span.js';
import { Borders } from './borders.js';
import { type Chunk, chunkBottom, chunkTop } from './chunks.js';
import { columnsOf, columnsUnder, type Interval } from './column-gaps.js';
import { innerPitchOf, labelEdgeOf, sectionsOf, type TableSection } from './figure-rows.js';
import { type Gutter, labelGutters, nearestRow } from './label-gutters.js';
import type { Ruling } from './page-content.js';
import { type ParentBlock, parentBlocks, unitsOf } from './parent-blocks.js';
import { isOneText, ORDINAL, type RowBand, type RowSigns, rowBands } from './row-bands.js';

/** The text of a table, and the borders of it that are drawn. */
export interface TableRegion {
  chunks: readonly Chunk[];
  box: BoundingBox;
  rulings: readonly Ruling[];
}

/** This share of the lines of labels, of which some wrap, begins with an ordinal. */
const NUMBERED_SHARE_MIN = 0.4;

/** There are more lines than rows; those of a heading alone part no rows. */
function isEachRowRuled(horizontal: readonly Ruling[], sections: readonly TableSection[]): boolean {
  const baselines = sections.flatMap(({ rows }) => rows.map(({ baseline }) => baseline));
  const [first, last] = [Math.min(...baselines), Math.max(...baselines)];
  const partsRows = horizontal.some(({ position }) => position > first && position < last);
  const lines = new Set(horizontal.map(({ position }) => Math.round(position)));
  return lines.size > baselines.length + 1 && (partsRows || baselines.length < 2);
}

/** A section with its height on the page. */
interface Placed extends TableSection {
  top: number;
  bottom: number;
}

/**
 * Infers the borders of a table that draws none, or only some, from the places of its texts: columns from figures and
 * headings, rows from labels and figures.
 * @param known column lines of the part of the table on the page before, which hold where no text crosses them
 */
export function inferBorders(region: TableRegion, known: readonly number[] = []): Ruling[] {
  const { chunks, box } = region;
  const edge = labelEdgeOf(chunks);
  const borders = new Borders([
    ...region.rulings,
    ...known.map((position): Ruling => ({ axis: 'vertical', position, from: box[1], to: box[3] })),
  ]);
  const horizontal = region.rulings.filter(({ axis }) => axis === 'horizontal');
  const sections = sectionsOf(chunks, edge);
  const lines = sections.flatMap(({ labels }) => labels);
  const signs: RowSigns = {
    isNumbered: lines.filter(({ text }) => ORDINAL.test(text)).length >= NUMBERED_SHARE_MIN * lines.length,
    innerPitch: innerPitchOf(chunks),
    horizontal,
    isRuled: isEachRowRuled(horizontal, sections),
  };
  const placed = placeSections(sections, box, borders);
  for (const section of placed)
    drawSection(section, { box, edge, signs, borders, known: section.heads.length === 0 ? known : [] });
  if (signs.isRuled) borders.onlyAcross(horizontal);
  borders.across(box[1], box[0], box[2]);
  borders.across(box[3], box[0], box[2]);
  borders.down(box[0], box[1], box[3]);
  borders.down(box[2], box[1], box[3]);
  return borders.rulings;
}

const textOf = ({ heads, corner, rows, labels }: TableSection): Chunk[] => [
  ...heads,
  ...corner,
  ...rows.flatMap((row) => row.chunks),
  ...labels,
];

function placeSections(sections: readonly TableSection[], box: BoundingBox, borders: Borders): Placed[] {
  let top = box[1];
  return sections.map((section, i) => {
    const next = sections[i + 1];
    const last = Math.max(...textOf(section).map(chunkBottom));
    const bottom = next ? borders.rowLine(last, Math.min(...textOf(next).map(chunkTop))) : box[3];
    const result = { ...section, top, bottom };
    top = bottom;
    return result;
  });
}

interface Sheet {
  box: BoundingBox;
  edge: number;
  signs: RowSigns;
  borders: Borders;
  known: readonly number[];
}

function drawSection(section: Placed, sheet: Sheet): void {
  const { borders, box, edge } = sheet;
  const columns = columnsOf(section);
  if (columns.length === 0) return;
  const first = columns[0]!;
  const labelLine = Number.isFinite(edge) && edge < first.x0 ? [borders.columnLine(edge, first.x0)] : [];
  const between = columns.slice(1).map((column, i) => borders.columnLine(columns[i]!.x1, column.x0));
  const texts = [{ x0: Number.NEGATIVE_INFINITY, x1: edge }, ...columns];
  // A column without figures on this page, and without its heading, stands on the page before.
  const blank = sheet.known.filter((x) => x > first.x0 && texts.every(({ x0, x1 }) => x < x0 || x > x1));
  const lines = [...labelLine, ...between, ...blank.filter((x) => !between.includes(x))].sort(
    (a, b) => a - b,
  );
  const body = [...section.rows.flatMap((row) => row.chunks), ...section.labels];
  const head = [...section.heads, ...section.corner];
  let bodyTop = section.top;
  if (head.length > 0) {
    bodyTop =
      body.length > 0
        ? borders.rowLine(Math.max(...head.map(chunkBottom)), Math.min(...body.map(chunkTop)))
        : section.bottom;
    drawHead(section, { columns, lines, labelLine, bottom: bodyTop }, sheet);
    borders.across(bodyTop, box[0], box[2]);
  }
  for (const x of lines) borders.down(x, bodyTop, section.bottom);
  drawBody(section, bodyTop, sheet);
  borders.across(section.bottom, box[0], box[2]);
}

interface HeadBlock {
  chunks: Chunk[];
  from: number;
  to: number;
}

/** Headings one above the other; a wide one closes the lines between the columns under it. */
function drawHead(
  section: Placed,
  grid: {
    columns: readonly Interval[];
    lines: readonly number[];
    labelLine: readonly number[];
    bottom: number;
  },
  { borders, box, signs }: Sheet,
): void {
  const blocks: HeadBlock[] = [];
  for (const chunk of [...section.heads].sort((a, b) => a.baseline - b.baseline)) {
    const [from, to] = columnsUnder(chunk, grid.columns);
    const above = blocks.findLast((block) => block.from <= to && block.to >= from);
    const goesOn =
      above && above.from === from && above.to === to && isOneText(above.chunks.at(-1)!, chunk, signs);
    if (goesOn) above.chunks.push(chunk);
    else blocks.push({ chunks: [chunk], from, to });
  }
  const edges = [
    ...(grid.labelLine.length > 0 ? grid.labelLine : [box[0]]),
    ...grid.lines.slice(grid.labelLine.length),
    box[2],
  ];
  const closed: { line: number; from: number; to: number }[] = [];
  for (const block of blocks) {
    const above = blocks.filter((other) => isOver(other, block)).at(-1);
    const below = blocks.find((other) => isOver(block, other));
    const top = above ? lineBetween(above, block, borders) : section.top;
    const bottom = below ? lineBetween(block, below, borders) : grid.bottom;
    if (below) {
      const [from, to] = [Math.min(block.from, below.from), Math.max(block.to, below.to)];
      borders.across(bottom, edges[from]!, edges[to + 1]!);
    }
    for (let column = block.from; column < block.to; column++)
      closed.push({ line: edges[column + 1]!, from: top, to: bottom });
  }
  for (const line of grid.lines) {
    let at = section.top;
    const gaps = closed.filter((gap) => gap.line === line).sort((a, b) => a.from - b.from);
    for (const gap of gaps) {
      borders.down(line, at, gap.from);
      at = Math.max(at, gap.to);
    }
    borders.down(line, at, grid.bottom);
  }
}

const isOver = (upper: HeadBlock, lower: HeadBlock): boolean =>
  upper !== lower &&
  upper.from <= lower.to &&
  upper.to >= lower.from &&
  upper.chunks[0]!.baseline < lower.chunks[0]!.baseline;

const lineBetween = (upper: HeadBlock, lower: HeadBlock, borders: Borders): number =>
  borders.rowLine(Math.max(...upper.chunks.map(chunkBottom)), Math.min(...lower.chunks.map(chunkTop)));

function drawBody(section: Placed, top: number, sheet: Sheet): void {
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
