import type { BoundingBox } from '../../model/span.js';
import { Borders } from '../page/borders.js';
import { type Chunk, chunkBottom, chunkCentre, chunkTop } from '../page/chunks.js';
import { columnsOf } from '../page/column-gaps.js';
import { innerPitchOf, labelEdgeOf, sectionsOf, type TableSection } from '../page/figure-rows.js';
import type { Ruling } from '../page/page-content.js';
import { drawBody } from './draw-body.js';
import { drawHead } from './draw-head.js';
import { ORDINAL, type RowSigns } from './row-bands.js';
import type { PlacedSection, Sheet } from './table-sheet.js';

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

/**
 * Infers the borders of a table that draws none, or only some, from the places of its texts: columns from figures and
 * headings, rows from labels and figures.
 * @param known column lines of the part of the table on the page before, which hold where no text crosses them
 */
export function inferBorders(region: TableRegion, known: readonly number[] = []): Ruling[] {
  const { chunks, box } = region;
  const edge = labelEdgeOf(chunks);
  const borders = new Borders(region.rulings, known);
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

function placeSections(
  sections: readonly TableSection[],
  box: BoundingBox,
  borders: Borders,
): PlacedSection[] {
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

function drawSection(section: PlacedSection, sheet: Sheet): void {
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
  const drawn = borders.drawnBeside(body, bodyTop, section.bottom);
  const isDrawn = (x: number) => drawn.some((other) => !isBetween([...body, ...head], x, other));
  for (const x of [...lines.filter((line) => !isDrawn(line)), ...drawn])
    borders.down(x, bodyTop, section.bottom);
  drawBody(section, bodyTop, sheet);
  borders.across(section.bottom, box[0], box[2]);
}

/** Whether a text stands between two column lines, and so parts them; a heading of several columns only reaches over one. */
const isBetween = (texts: readonly Chunk[], a: number, b: number): boolean =>
  texts.some((text) => chunkCentre(text) > Math.min(a, b) && chunkCentre(text) < Math.max(a, b));
