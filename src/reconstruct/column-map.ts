import { type FoldCharacters, foldLabel, labelSimilarity } from './label-text.js';
import type { OfficialColumn } from './official-labels.js';
import { holdsNumber, type PhysicalRow, type Token } from './token.js';

/** What the heading above a row says of its columns. */
export interface ColumnEvidence {
  /** Rectangles: grid column -> column id, when every column of the form was found. */
  map: Map<number, string> | null;
  /** The form's columns in the order in which the heading prints them; null where it does not name them all. */
  order: string[] | null;
  /** Texts of the heading cells by column id, as printed. */
  printed: Map<string, string>;
}

const COLUMN_SCORE_MIN = 0.7;
/** A heading stands at most this many rows above the values that it names. */
const HEADING_ROWS_MAX = 40;

function columnSimilarity(core: string, column: OfficialColumn): number {
  return Math.max(...column.cores.map((official) => labelSimilarity(core, official)));
}

/** Reads the heading of `row`: the nearest rows above it that name its columns. */
export function columnEvidence(
  rows: PhysicalRow[],
  at: number,
  columns: OfficialColumn[],
  fold: FoldCharacters,
): ColumnEvidence {
  const row = rows[at]!;
  const heading = headingRows(rows, at);
  const inGrid = row.form === 'rectangle' ? heading.filter((h) => h.block === row.block) : [];
  const map = inGrid.length > 0 ? mapGridColumns(inGrid, columns, fold) : null;
  if (map) return { map: map.columns, order: null, printed: map.printed };
  // The nearest heading that names them all; tables repeat the names of their neighbours.
  let tokens = row.labels;
  let best = printedOrder(tokens, columns, fold);
  for (const above of [...heading].reverse()) {
    if (best.order) break;
    tokens = [...above.labels, ...tokens];
    best = printedOrder(tokens, columns, fold);
  }
  return { map: null, ...best };
}

/** Rows of labels only, and rows whose heading was joined to their own label: a few pieces more than a label has. */
const JOINED_HEADING_MIN = 4;

function headingRows(rows: PhysicalRow[], at: number): PhysicalRow[] {
  const found: PhysicalRow[] = [];
  for (let i = at - 1; i >= 0 && at - i <= HEADING_ROWS_MAX; i--) {
    const row = rows[i]!;
    // A heading shorter than its table is padded with empty cells.
    const isHeading = !holdsNumber(row) && row.values.length < Math.max(row.labels.length, 1);
    const isJoined =
      row.form !== 'rectangle' && (row.labels.length >= JOINED_HEADING_MIN || row.form === 'running');
    if (isHeading || isJoined) found.unshift(row);
  }
  return found;
}

/** Columns to the right that repeat a heading cell: a span that was written out in each of its columns. */
function repeatedBeside(lowest: Map<number, Token>, column: number): number[] {
  const text = lowest.get(column)!.text;
  const found: number[] = [];
  for (let c = column + 1; lowest.get(c)?.text === text; c++) found.push(c);
  return found;
}

function mapGridColumns(heading: PhysicalRow[], columns: OfficialColumn[], fold: FoldCharacters) {
  const lowest = new Map<number, Token>();
  for (const token of heading.flatMap((row) => row.labels)) {
    if (token.column === undefined) continue;
    for (let c = token.column; c < token.column + (token.colSpan ?? 1); c++) lowest.set(c, token);
  }
  const found = new Map<number, string>();
  const printed = new Map<string, string>();
  for (const column of columns) {
    let best: { c: number; score: number; token: Token } | null = null;
    for (const [c, token] of lowest) {
      if (found.has(c)) continue;
      const score = columnSimilarity(foldLabel(token.text, fold).core, column);
      if (score >= COLUMN_SCORE_MIN && (!best || score > best.score)) best = { c, score, token };
    }
    if (!best) {
      if (column.spec.optional) continue;
      return null;
    }
    found.set(best.c, column.spec.id);
    for (const c of repeatedBeside(lowest, best.c)) if (!found.has(c)) found.set(c, column.spec.id);
    printed.set(column.spec.id, best.token.text);
  }
  return { columns: found, printed };
}

/**
 * The order in which a flattened heading names the columns. A form's total column may stand anywhere (it spans the
 * levels), so only the others must follow each other.
 */
function printedOrder(tokens: Token[], columns: OfficialColumn[], fold: FoldCharacters) {
  const printed = new Map<string, string>();
  const text = tokens.map((t) => foldLabel(t.text, fold).core).join('|');
  const joined = text.replaceAll('|', '');
  const places: { id: string; at: number }[] = [];
  let after = 0;
  for (const column of columns.filter((c) => !c.spec.optional)) {
    const isTotal = column.spec.id === 'total';
    const at = firstPlace(joined, column.cores, isTotal ? 0 : after);
    if (at === null) return { order: null, printed };
    if (!isTotal) after = at.end;
    places.push({ id: column.spec.id, at: isTotal ? Number.MAX_SAFE_INTEGER : at.start });
  }
  for (const column of columns) {
    const token = tokens.findLast(
      (t) => columnSimilarity(foldLabel(t.text, fold).core, column) >= COLUMN_SCORE_MIN,
    );
    if (token) printed.set(column.spec.id, token.text);
  }
  return { order: places.sort((a, b) => a.at - b.at).map((p) => p.id), printed };
}

function firstPlace(text: string, cores: string[], from: number): { start: number; end: number } | null {
  for (const core of cores) {
    const start = text.indexOf(core, from);
    if (start >= 0) return { start, end: start + core.length };
  }
  return null;
}
