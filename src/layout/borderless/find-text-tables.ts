import type { BoundingBox } from '../../model/span.js';
import { hasFigure, type Line, linesOf, SECTION_HEADING } from '../page/chunk-lines.js';
import { type Chunk, chunkBottom, chunkCentre, chunkTop } from '../page/chunks.js';
import { innerPitchOf, labelEdgeOf, sameLine } from '../page/figure-rows.js';
import type { Ruling } from '../page/page-content.js';
import { cutAtHeadings } from './cut-at-headings.js';
import type { TableRegion } from './infer-borders.js';
import { ORDINAL, PITCH_SLACK } from './row-bands.js';
import { sidedRegions } from './sided-regions.js';

/** Fewer figures, or lines with figures, may be an address or a date. */
const FIGURES_MIN = 3;
const ROWS_MIN = 2;
/** One line of figures is a table where it holds as many as the table of reviews. */
const FIGURES_IN_ONE_ROW_MIN = 4;
/** This share of the figures of a table stand under or over another one. */
const ALIGNED_SHARE_MIN = 0.6;
/** Lines of one table are at most this many ems apart, or this many times as far as most of its lines. */
const GAP_MAX_EMS = 1.9;
const GAP_MAX_PITCHES = 1.6;
/** Before anything is known of the table: the rows of an airy one. */
const FIRST_GAP_MAX_EMS = 4;
/** Above its first row a table has a heading of at most this many lines, this near. */
const HEAD_LINES_MAX = 8;
const HEAD_GAP_MAX_EMS = 2.4;
/** A line of prose is wider than this share of the table, and goes on over its figures. */
const PROSE_SHARE = 0.75;
/** Fewer lines may be those under a title or over a footnote; rows are at most this far (points) apart. */
const RULES_MIN = 4;
const RULE_GAP_MAX = 120;
/** Text of a table has one size. */
const SIZE_SLACK = 0.08;
/** Distance (points) of the border from the text, where none is drawn. */
const PADDING = 2;
/** Finds the tables without borders, or with borders in one direction only, among the chunks outside of all ruled tables. */
export function findTextTables(all: readonly Chunk[], rulings: readonly Ruling[]): TableRegion[] {
  const sided = sidedRegions(all, rulings);
  const regions = [
    ...sided,
    ...ruledRegions(
      all.filter((chunk) => !sided.some((region) => region.chunks.includes(chunk))),
      rulings,
    ),
  ];
  const inRegion = (chunk: Chunk) => regions.some((region) => region.chunks.includes(chunk));
  const lines = linesOf(all.filter((chunk) => !inRegion(chunk)));
  let after = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!isAnchor(lines[at]!)) continue;
    const end = endOf(lines, at);
    const own = lines.slice(at, end);
    if (isTable(own)) {
      const start = startOf(lines, at, after, own);
      const stop = tailOf(lines, end, lines.slice(start, end));
      regions.push(regionOf(lines.slice(start, stop), rulings));
      after = stop;
    }
    at = end - 1;
  }
  return regions.flatMap(cutAtHeadings);
}

/** Tables of which only the horizontal borders are drawn, each about as long as the next. */
function ruledRegions(chunks: readonly Chunk[], rulings: readonly Ruling[]): TableRegion[] {
  const groups: Ruling[][] = [];
  const horizontal = rulings.filter(({ axis }) => axis === 'horizontal');
  for (const ruling of [...horizontal].sort((a, b) => a.position - b.position)) {
    const group = groups.find((lines) => {
      const [from, to] = [Math.min(...lines.map((l) => l.from)), Math.max(...lines.map((l) => l.to))];
      return (
        ruling.position - lines.at(-1)!.position <= RULE_GAP_MAX &&
        ruling.from >= from - 3 &&
        ruling.to <= to + 3
      );
    });
    if (group) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups.flatMap((lines) => {
    const box: BoundingBox = [
      Math.min(...lines.map(({ from }) => from)),
      lines[0]!.position,
      Math.max(...lines.map(({ to }) => to)),
      lines.at(-1)!.position,
    ];
    const own = chunks.filter(
      (chunk) =>
        chunkTop(chunk) > box[1] - 1 &&
        chunkBottom(chunk) < box[3] + 1 &&
        chunk.x0 < box[2] &&
        chunk.x1 > box[0],
    );
    const isWide = own.some((a) => own.some((b) => b.isFigure && b.x0 > a.x1 && sameLine(a, b)));
    return lines.length >= RULES_MIN && isWide ? [{ chunks: own, box, rulings: lines }] : [];
  });
}

/** A line of which one can tell that it is a row: figures beside something, or many short texts. */
const isAnchor = (line: Line): boolean =>
  (line.chunks.length >= 2 && hasFigure(line)) || line.chunks.length >= 3;

/** One past the last row of the table that begins at a line. */
function endOf(lines: readonly Line[], start: number): number {
  let end = start + 1;
  const gaps: number[] = [];
  let [x0, x1] = [lines[start]!.x0, lines[start]!.x1];
  let figuresFrom = firstFigure(lines[start]!);
  // A line of words may name columns, or be prose with gaps: 日期：…  字号：大 中 小.
  const namesFrom = Math.max(...lines[start]!.chunks.map((chunk) => chunk.x0));
  for (let next = start + 1; next < lines.length; next++) {
    const line = lines[next]!;
    const gap = line.baseline - lines[next - 1]!.baseline;
    if (gap > gapMax(gaps) * line.size) break;
    const isAlone = line.chunks.length === 1;
    const columnsFrom = Number.isFinite(figuresFrom) ? figuresFrom : namesFrom;
    const isProse = line.x1 - line.x0 > PROSE_SHARE * (x1 - x0) && line.x1 > columnsFrom;
    if (isAlone && isProse) break;
    if (Math.abs(line.size - lines[start]!.size) > 0.3 * line.size) break;
    gaps.push(gap / line.size);
    figuresFrom = Math.min(figuresFrom, firstFigure(line));
    x0 = Math.min(x0, line.x0);
    x1 = Math.max(x1, line.x1);
    if (isAnchor(line) || hasFigure(line)) end = next + 1;
  }
  return end;
}

const firstFigure = ({ chunks }: Line): number =>
  Math.min(...chunks.filter(({ isFigure }) => isFigure).map(({ x0 }) => x0));

/** The largest distance (ems) to the next line of a table, by those that it has. */
function gapMax(gaps: readonly number[]): number {
  if (gaps.length < 4) return FIRST_GAP_MAX_EMS;
  const sorted = [...gaps].sort((a, b) => a - b);
  return Math.max(GAP_MAX_EMS, GAP_MAX_PITCHES * sorted[Math.floor(sorted.length * 0.75)]!);
}

function isTable(lines: readonly Line[]): boolean {
  const rows = lines.map(({ chunks }) => chunks.filter(({ isFigure }) => isFigure));
  const figures = rows.flat();
  if (figures.length < FIGURES_MIN) return false;
  if (rows.filter((row) => row.length > 0).length < ROWS_MIN) {
    const names = lines.flatMap(({ chunks }) => chunks.filter(({ isFigure }) => !isFigure));
    return figures.length >= FIGURES_IN_ONE_ROW_MIN && names.length >= figures.length;
  }
  // In prose set wide, dates stand under other words than dates.
  const aligned = rows.flatMap((row, i) =>
    row.filter(({ x0, x1 }) =>
      rows.some((other, j) => j !== i && other.some((figure) => figure.x0 < x1 && figure.x1 > x0)),
    ),
  );
  return aligned.length >= ALIGNED_SHARE_MIN * figures.length;
}

/** The first line of the heading above the first row. */
function startOf(lines: readonly Line[], at: number, after: number, own: readonly Line[]): number {
  const x0 = Math.min(...own.map((line) => line.x0));
  const x1 = Math.max(...own.map((line) => line.x1));
  let start = at;
  while (start > after && at - start < HEAD_LINES_MAX) {
    const line = lines[start - 1]!;
    const next = lines[start]!;
    const isNear = next.baseline - line.baseline <= HEAD_GAP_MAX_EMS * next.size;
    const isSameSize = Math.abs(line.size - next.size) <= SIZE_SLACK * next.size;
    // The end of a group's label, which began on the page before, may stand left of all labels.
    const lastX0 = Math.max(...line.chunks.map((chunk) => chunk.x0));
    const isWithin = lastX0 >= x0 - next.size && line.x1 <= x1 + next.size;
    const isProse = line.chunks.length === 1 && line.x1 - line.x0 > PROSE_SHARE * (x1 - x0);
    if (!isNear || !isSameSize || !isWithin || isProse || SECTION_HEADING.test(line.chunks[0]!.text)) break;
    start--;
  }
  return start;
}

/** One past the last line of the last row: its label may go on under its figures. */
function tailOf(lines: readonly Line[], end: number, own: readonly Line[]): number {
  const chunks = own.flatMap((line) => line.chunks);
  const pitch = innerPitchOf(chunks);
  const edge = labelEdgeOf(chunks);
  let stop = end;
  while (pitch !== undefined && stop < lines.length) {
    const line = lines[stop]!;
    const isNear = line.baseline - lines[stop - 1]!.baseline <= PITCH_SLACK * pitch;
    const isLabel = line.chunks.every((chunk) => chunkCentre(chunk) < edge && chunk.x1 <= edge + chunk.size);
    if (!isNear || !isLabel || ORDINAL.test(line.chunks[0]!.text)) break;
    stop++;
  }
  return stop;
}

/** The text of the lines, and the rulings that lie along them. */
function regionOf(lines: readonly Line[], rulings: readonly Ruling[]): TableRegion {
  const chunks = lines.flatMap((line) => line.chunks);
  const size = lines[0]!.size;
  const text: BoundingBox = [
    Math.min(...chunks.map(({ x0 }) => x0)) - PADDING,
    Math.min(...chunks.map(chunkTop)) - PADDING,
    Math.max(...chunks.map(({ x1 }) => x1)) + PADDING,
    Math.max(...chunks.map(chunkBottom)) + PADDING,
  ];
  const own = rulings.filter(
    ({ axis, position, from, to }) =>
      axis === 'horizontal' &&
      position > text[1] - size &&
      position < text[3] + size &&
      from < text[2] &&
      to > text[0],
  );
  const box: BoundingBox = [
    Math.min(text[0], ...own.map(({ from }) => from)),
    Math.min(text[1], ...own.map(({ position }) => position)),
    Math.max(text[2], ...own.map(({ to }) => to)),
    Math.max(text[3], ...own.map(({ position }) => position)),
  ];
  return { chunks, box, rulings: own };
}
