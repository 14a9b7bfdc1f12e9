import { type Chunk, chunkCentre } from './chunks.js';

/** Figures that stand on one line, and the words beside them. */
export interface FigureRow {
  baseline: number;
  chunks: Chunk[];
}

/** A heading and the rows under it, up to the next heading of the table. Both may be empty. */
export interface TableSection {
  heads: Chunk[];
  /** Labels in the corner beside the heading. */
  corner: Chunk[];
  rows: FigureRow[];
  /** Labels beside the rows, or between them where they wrap. */
  labels: Chunk[];
}

/** Chunks on one line may differ by this many ems: digits of another font. */
const LINE_SLACK_EMS = 0.5;

export const sameLine = (a: Chunk, b: { baseline: number }): boolean =>
  Math.abs(a.baseline - b.baseline) <= LINE_SLACK_EMS * a.size;

/** The lines on which figures stand, from top to bottom. */
function figureRowsOf(chunks: readonly Chunk[]): FigureRow[] {
  const rows: FigureRow[] = [];
  const sorted = [...chunks].sort((a, b) => a.baseline - b.baseline);
  for (const figure of sorted.filter(({ isFigure }) => isFigure)) {
    const last = rows.at(-1);
    if (last && sameLine(figure, last)) last.chunks.push(figure);
    else rows.push({ baseline: figure.baseline, chunks: [figure] });
  }
  return rows;
}

/** Where labels end: the right edge of the words that stand left of all figures. */
export function labelEdgeOf(chunks: readonly Chunk[]): number {
  const rows = figureRowsOf(chunks);
  const words = chunks.filter(({ isFigure }) => !isFigure);
  let edge = Number.NEGATIVE_INFINITY;
  for (const { baseline, chunks: figures } of rows) {
    const first = Math.min(...figures.map(({ x0 }) => x0));
    for (const word of words)
      if (sameLine(word, { baseline }) && word.x1 <= first) edge = Math.max(edge, word.x1);
  }
  const besideFigures = Number.isFinite(edge) ? edge : Number.POSITIVE_INFINITY;
  const leftmost = Math.min(...rows.flatMap((row) => row.chunks.map(({ x0 }) => x0)));
  const [top, bottom] = [rows[0]?.baseline ?? 0, rows.at(-1)?.baseline ?? 0];
  for (const word of words) {
    const isAlone = words.every((other) => other === word || other.x1 <= word.x1 || !sameLine(word, other));
    const isBeside = word.baseline > top && word.baseline < bottom && word.x1 <= leftmost;
    // What begins behind all labels is the title of columns.
    if (word.x0 >= besideFigures) continue;
    if (isAlone && isBeside) edge = Math.max(edge, word.x1);
  }
  return edge;
}

/**
 * Cuts the text of a table into sections. Words right of the label edge, on lines without figures, are headings.
 *
 *     信息内容   本年制发件数   现行有效件数
 *     规章            1             9           one section
 *     信息内容   本年处理决定数量
 *     行政许可        7                         the next one
 */
export function sectionsOf(chunks: readonly Chunk[], labelEdge: number): TableSection[] {
  const rows = figureRowsOf(chunks);
  const inRow = (chunk: Chunk) => rows.some((row) => sameLine(chunk, row));
  const words = chunks.filter(({ isFigure }) => !isFigure);
  const isRight = (chunk: Chunk) => chunkCentre(chunk) > labelEdge;
  for (const word of words.filter(isRight)) rows.find((row) => sameLine(word, row))?.chunks.push(word);
  const heads = words.filter((word) => isRight(word) && !inRow(word));
  const events = [
    ...heads.map((head) => ({ y: head.baseline, head, row: undefined })),
    ...rows.map((row) => ({ y: row.baseline, row, head: undefined })),
  ].sort((a, b) => a.y - b.y);
  const sections: TableSection[] = [];
  for (const { head, row } of events) {
    const last = sections.at(-1);
    if (!last || (head && last.rows.length > 0))
      sections.push({ heads: [], corner: [], rows: [], labels: [] });
    const current = sections.at(-1)!;
    if (head) current.heads.push(head);
    else if (row) current.rows.push(row);
  }
  for (const label of words.filter((word) => !isRight(word))) {
    const index = sections.findLastIndex(({ heads: own }) => own.some((head) => startsAt(head, label)));
    const section = sections[Math.max(0, index)];
    if (!section) continue;
    const isCorner = section.heads.some(
      (head) => head.baseline >= label.baseline - LINE_SLACK_EMS * label.size,
    );
    (isCorner ? section.corner : section.labels).push(label);
  }
  return sections;
}

const startsAt = (head: Chunk, label: Chunk): boolean =>
  head.baseline <= label.baseline + LINE_SLACK_EMS * label.size;

/**
 * The distance (points) of the lines of one wrapped text; absent where nothing wraps, because no lines are nearer to each
 * other than rows with a label are.
 */
export function innerPitchOf(chunks: readonly Chunk[]): number | undefined {
  const words = chunks.filter(({ isFigure }) => !isFigure).sort((a, b) => a.baseline - b.baseline);
  let pitch = Number.POSITIVE_INFINITY;
  words.forEach((upper, i) => {
    for (const lower of words.slice(i + 1)) {
      const distance = lower.baseline - upper.baseline;
      if (distance > INNER_PITCH_MAX_EMS * upper.size) break;
      if (distance > 0.9 * upper.size && lower.x0 < upper.x1 && lower.x1 > upper.x0)
        pitch = Math.min(pitch, distance);
    }
  });
  const isLabelled = (row: FigureRow) => words.some((word) => sameLine(word, row));
  const rows = figureRowsOf(chunks);
  const labelled = rows.some(isLabelled) ? rows.filter(isLabelled) : rows;
  const rowPitch = Math.min(...labelled.slice(1).map((row, i) => row.baseline - labelled[i]!.baseline));
  return pitch < INNER_PITCH_SHARE_MAX * rowPitch && Number.isFinite(pitch) ? pitch : undefined;
}

/** Rows have at least two points of padding; fonts of figures make them differ by less. */
const INNER_PITCH_SHARE_MAX = 0.93;
/** Lines further apart are not of one text. */
const INNER_PITCH_MAX_EMS = 2;
