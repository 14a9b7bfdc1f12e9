import { ORDINAL } from '../../../src/layout/borderless/row-bands.js';
import { SECTION_HEADING } from '../../../src/layout/page/chunk-lines.js';
import { isFigureText } from '../../../src/layout/page/chunks.js';
import { displayWidth } from './display-columns.js';
import type { Line } from './lines.js';
import { type TextCell, type TextTable, textTable } from './text-table.js';

/**
 * Cells that only spaces part, as programs print that keep the layout of a page:
 *
 *   三、本年  （一）予以公开          0     1     0       a label and its figures on one line
 *   度办理结  （二）部分公开（区      0           0       an empty cell is a place under the others where nothing stands
 *   果       分处理的，只计这一                           the label goes on where it began
 */

/** Segments of a line are further apart than the words of a cell. */
const SEGMENT = /[^\s]+(?:[^\S\u3000\t]\S+)*/gu;
const ROWS_MIN = 2;
const FIGURES_MIN = 2;
/** So many lines of a label may stand above the line of its figures, which stands in the middle of the row. */
const LINES_ABOVE_MAX = 4;
/** Labels of one column begin at one place, give or take the half of a centred character. */
const EDGE_SLACK = 1;
/** From line to line a column of labels moves by no more. */
const EDGE_MOVE_MAX = 4;
/** A label reaches no further over the figures of other lines. */
const OVERHANG_MAX = 6;
/** Between rows of a table are no more empty lines. */
const EMPTY_LINES_MAX = 2;

interface Segment extends Line {
  /** Display columns from the left margin: a Chinese character fills two. */
  x0: number;
  x1: number;
  isFigure: boolean;
}

/** A line of the region, by what stands left of its figures and what does not. */
interface SpacedLine {
  at: number;
  labels: Segment[];
  figures: Segment[];
}

/** A label as it grows from line to line. */
interface LabelCell {
  x0: number;
  pieces: Segment[];
  lastAt: number;
}

interface SpacedRow {
  labels: LabelCell[];
  /** Where its figures stand; none where it has no figures. */
  line?: SpacedLine;
}

/** The rows that begin at the line `from`, up to the next heading. Null where none do. */
export function readSpacedColumns(
  _: string,
  lines: readonly Line[],
  from: number,
): { table: TextTable; end: number } | null {
  const region = regionFrom(lines, from);
  const rows = region && rowsOf(region.lines);
  if (!rows) return null;
  const edges = edgesOf(region.lines);
  const cells = rows.flatMap((row, at) => cellsOf(row, at, edges));
  return { table: textTable(cells, lines.slice(from, region.end), 'ragged'), end: region.end };
}

interface Region {
  lines: SpacedLine[];
  end: number;
}

function regionFrom(lines: readonly Line[], from: number): Region | null {
  const first = lines.slice(from, from + LINES_ABOVE_MAX + 1).find(isFigureLine);
  if (!first) return null;
  const found: SpacedLine[] = [];
  let edge = partsOf(segmentsOf(first)).figures[0]!.x0;
  let end = from;
  let empty = 0;
  for (let at = from; at < lines.length && empty <= EMPTY_LINES_MAX; at++) {
    const segments = segmentsOf(lines[at]!);
    if (segments.length === 0) {
      empty++;
      continue;
    }
    const spaced = { at, ...partsOf(segments) };
    const hasFigures = spaced.figures.length > 0;
    if (hasFigures ? !isRow(spaced) : !isLabelLine(segments, edge)) break;
    if (hasFigures) edge = Math.min(edge, spaced.figures[0]!.x0);
    empty = 0;
    found.push(spaced);
    end = at + 1;
  }
  const isRegion = found.filter(({ figures }) => figures.length >= FIGURES_MIN).length >= ROWS_MIN;
  return isRegion ? { lines: found, end } : null;
}

/** How every figure begins. Most lines hold none, which is told faster than where their segments stand. */
const FIGURE_START = /(?<!\S)[-+−\d０-９—–－/／\\无]/gu;

/** A label with figures behind it, and nothing else behind these. */
const isFigureLine = (line: Line): boolean => {
  if ((line.text.match(FIGURE_START)?.length ?? 0) < FIGURES_MIN) return false;
  const { labels, figures } = partsOf(segmentsOf(line));
  return figures.length >= FIGURES_MIN && isRow({ labels, figures });
};

const isRow = ({ labels, figures }: Pick<SpacedLine, 'labels' | 'figures'>): boolean =>
  figures.every(({ isFigure }) => isFigure) && labels.every(({ text }) => !/[。；]/u.test(text));

/** Lines of labels alone: no sentence, no heading of a section, nothing over the figures. */
const isLabelLine = (segments: readonly Segment[], edge: number): boolean =>
  segments.every(
    ({ x0, x1, text }) => x0 < edge - EDGE_SLACK && x1 <= edge + OVERHANG_MAX && !/[。；]/u.test(text),
  ) &&
  !(
    segments.length === 1 &&
    SECTION_HEADING.test(segments[0]!.text) &&
    /(?:情况|问题|事项)/u.test(segments[0]!.text)
  );

function partsOf(segments: readonly Segment[]): Pick<SpacedLine, 'labels' | 'figures'> {
  const first = segments.findIndex(({ isFigure }) => isFigure);
  const end = first < 0 ? segments.length : first;
  return { labels: segments.slice(0, end), figures: segments.slice(end) };
}

function segmentsOf(line: Line): Segment[] {
  const found: Segment[] = [];
  let [at, x] = [0, 0];
  for (const { 0: text, index } of line.text.matchAll(SEGMENT)) {
    const parts = text.split(/\s/u);
    const isFigures = parts.every(isFigureText);
    for (const part of isFigures ? parts : [text]) {
      const start = line.text.indexOf(part, Math.max(index, at));
      x += displayWidth(line.text.slice(at, start), 2);
      const width = displayWidth(part, 2);
      found.push({
        ...{ text: part, start: line.start + start, end: line.start + start + part.length },
        ...{ x0: x, x1: x + width, isFigure: isFigures },
      });
      at = start + part.length;
      x += width;
    }
  }
  return found;
}

function rowsOf(lines: readonly SpacedLine[]): SpacedRow[] {
  const rows: SpacedRow[] = [];
  let open: LabelCell[] = [];
  let pending: LabelCell[] = [];
  let owner: LabelCell | undefined;
  for (const line of lines) {
    const { at, labels, figures } = line;
    for (const segment of labels) {
      const goesOn = labelAbove(open, segment, at);
      // Beside figures stands the label of their own row, which is none that has figures already.
      const isOwn = figures.length > 0 && segment === labels.at(-1);
      if (goesOn && !ORDINAL.test(segment.text) && !(isOwn && goesOn === owner)) {
        goesOn.pieces.push(segment);
        goesOn.lastAt = at;
        continue;
      }
      // A label where one begins that has no figures: a row of empty cells lies between them.
      if (pending.some(({ x0 }) => x0 >= segment.x0 - EDGE_SLACK)) {
        rows.push({ labels: pending });
        pending = [];
      }
      const cell = { x0: segment.x0, pieces: [segment], lastAt: at };
      open = [...open.filter(({ x0 }) => x0 < segment.x0 - EDGE_SLACK), cell];
      pending.push(cell);
    }
    if (figures.length === 0) continue;
    rows.push({ labels: pending, line });
    owner = open.at(-1);
    pending = [];
  }
  if (pending.length > 0) rows.push({ labels: pending });
  return rows;
}

/** The open label that is nearest to where a segment begins. */
function labelAbove(open: readonly LabelCell[], { x0 }: Segment, at: number): LabelCell | undefined {
  const distance = (cell: LabelCell) => Math.abs(cell.x0 - x0);
  const near = open.filter(
    (cell) => distance(cell) <= EDGE_MOVE_MAX && at - cell.lastAt <= EMPTY_LINES_MAX + 1,
  );
  return near.sort((a, b) => distance(a) - distance(b))[0];
}

/** Where the figures of one column end, or begin, on every line. */
interface Edges {
  side: 'x0' | 'x1';
  at: readonly number[];
}

/**
 * The columns of the figures where nothing moves: on all lines they end, or begin, at as many places as the longest row has figures.
 * Programs that keep the layout of a printed page move a column from line to line; of theirs a gap does not tell whose cell is empty.
 */
function edgesOf(lines: readonly SpacedLine[]): Edges | null {
  const rows = lines.map(({ figures }) => figures).filter((figures) => figures.length > 0);
  const widest = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (widest <= FIGURES_MIN) return null;
  for (const side of ['x1', 'x0'] as const) {
    const at = [...new Set(rows.flatMap((figures) => figures.map((figure) => figure[side])))];
    if (at.length === widest) return { side, at: at.sort((a, b) => a - b) };
  }
  return null;
}

function cellsOf({ labels, line }: SpacedRow, row: number, edges: Edges | null): TextCell[] {
  const parts = [...labels.map(({ pieces }) => pieces), ...(line ? placed(line.figures, edges) : [])];
  return parts.map((pieces, column) => ({ row, column, rowSpan: 1, colSpan: 1, pieces }));
}

/** Each figure in its column, and an empty cell where none stands. As they are printed where the columns can't be told. */
function placed(figures: readonly Segment[], edges: Edges | null): Line[][] {
  if (!edges) return figures.map((figure) => [figure]);
  return edges.at.map((edge) => {
    const found = figures.find((figure) => figure[edges.side] === edge);
    const next = figures.find((figure) => figure[edges.side] > edge);
    const end = next?.start ?? figures.at(-1)!.end;
    return [found ?? { text: '', start: end, end }];
  });
}
