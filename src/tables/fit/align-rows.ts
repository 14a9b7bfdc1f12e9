import type { FoldCharacters } from '../../words/label-text.js';
import type { AlignedRow, Alignment } from '../alignment.js';
import type { OfficialRow } from '../official-labels.js';
import {
  echo,
  type RowLabel,
  rowLabel,
  rowSimilarity,
  TAIL_SCORE,
  withoutParent,
} from '../rows/row-label.js';
import { holdsNumber, type PhysicalRow } from '../token.js';
import { settleTwins } from './settle-twins.js';

const LABEL_SCORE_MIN = 0.62;
/** Such a label is its row's beyond doubt. */
export const LABELLED_SCORE_MIN = 0.8;
/** Running prose says 规范性文件 often; there only a whole label with all its values is a table's row. */
const RUNNING_SCORE_MIN = 0.9;
const OUT_OF_ORDER_SCORE_MIN = 0.85;
/** Share of a row's score that its label gives; the rest is how well its values fill the row. */
const LABEL_WEIGHT = 0.55;
const UNLABELLED_SCORE = 0.45;
/** So much of a label is left where a picture of it was misread. */
const ECHO_MIN = 0.4;
const MISSING_ROW_COST = 0.05;
const ADJACENT_BONUS = 0.02;
const FORBIDDEN = Number.NEGATIVE_INFINITY;

/**
 * Global alignment of printed rows with the form's rows (Needleman and Wunsch 1970), free at both ends of the document.
 * `tableBlocks` are the blocks that name a heading of the table: there running text may hold incomplete rows.
 * `labelledMin` rows must have their label, or the source does not hold the table; that is told before they are aligned.
 * A row that lost its label is placed between its neighbours; rows the form does not know are left out and reported later.
 */
export function alignRows(
  rows: PhysicalRow[],
  officials: OfficialRow[],
  fold: FoldCharacters,
  tableBlocks: ReadonlySet<number> = new Set(),
  labelledMin = 0,
): Alignment | null {
  const nothing = officials.map(() => 0);
  const labels = rows.map((row) => withoutParent(rowLabel(row, fold), officials));
  const similarity = rows.map((row, i) => {
    if (!canHold(row) || row.labels.length === 0) return nothing;
    const scores = officials.map((official) => rowSimilarity(labels[i]!, official));
    return withoutRivalsOfExact(withoutShorterTails(scores, labels[i]!, officials));
  });
  const isLabelled = (scores: number[]) => scores.some((known) => known >= LABELLED_SCORE_MIN);
  if (labelledMin > 0 && similarity.filter(isLabelled).length < labelledMin) return null;
  const score = (i: number, j: number) => {
    const known = matchScore(rows[i]!, officials[j]!, similarity[i]![j]!, tableBlocks.has(rows[i]!.block));
    return known === FORBIDDEN && isMisread(rows[i]!, labels[i]!, officials[j]!) ? UNLABELLED_SCORE : known;
  };
  const { path, total } = bestPath(rows, officials.length, score);
  const aligned: AlignedRow[] = path.map(([physical, official]) => ({
    physical,
    official,
    ...labelOf(rows[physical]!, similarity[physical]![official]!),
  }));
  const kept = settleTwins(dropStrays(aligned, rows), rows, officials, similarity, fold);
  if (!kept.some((row) => row.labelScore !== null)) return null;
  const extra = outOfOrderRows(kept, rows, officials, similarity);
  const all = [...kept, ...extra].sort((a, b) => a.official - b.official);
  const places = all.map((row) => row.physical);
  return {
    rows: all,
    score: total + extra.length * 0.5,
    first: Math.min(...places),
    last: Math.max(...places),
  };
}

/** A label that is exactly one row's is no misprint of another's: 二、上年结转… is not 一、本年新收…. */
function withoutRivalsOfExact(scores: number[]): number[] {
  return scores.includes(1) ? scores.map((score) => (score === 1 ? 1 : 0)) : scores;
}

/** A text that ends in 不同意公开答复数 ends in 同意公开答复数 too: only the longest label is the row's own. */
function withoutShorterTails(scores: number[], { tail }: RowLabel, officials: OfficialRow[]): number[] {
  const lengths = officials.map(({ cores }, j) =>
    scores[j] === TAIL_SCORE
      ? Math.max(0, ...cores.filter((core) => tail?.endsWith(core)).map((core) => core.length))
      : 0,
  );
  const longest = Math.max(...lengths);
  return scores.map((score, j) => (lengths[j]! > 0 && lengths[j]! < longest ? 0 : score));
}

/** A label that says nothing of its row is as good as none. */
function labelOf({ labels }: PhysicalRow, similarity: number): Pick<AlignedRow, 'labelScore' | 'isMisread'> {
  if (labels.length === 0) return { labelScore: null };
  return similarity >= LABEL_SCORE_MIN ? { labelScore: similarity } : { labelScore: null, isMisread: true };
}

/** A whole row of a scan whose label was misread beyond its likeness, but for a part of its characters: its neighbours place it. */
function isMisread(row: PhysicalRow, label: RowLabel, official: OfficialRow): boolean {
  const { width } = official;
  if (!row.isRecognised || row.form !== 'rectangle' || width < 2 || countWithin(row, width) !== width)
    return false;
  return holdsNumber(row) && echo(label, official) >= ECHO_MIN;
}

function canHold(row: PhysicalRow): boolean {
  return row.values.length > 0;
}

function matchScore(row: PhysicalRow, official: OfficialRow, similarity: number, inTable: boolean): number {
  const { width } = official;
  const count = countWithin(row, width);
  if (row.labels.length === 0) {
    return count === width && width > 1 && holdsNumber(row) ? UNLABELLED_SCORE : FORBIDDEN;
  }
  const isGlued = row.values.some((t) => t.kind === 'run') && count < width;
  const fits = count === width || isGlued;
  if (similarity < (row.form === 'running' ? RUNNING_SCORE_MIN : LABEL_SCORE_MIN)) return FORBIDDEN;
  if (row.form === 'running' && !fits && !inTable) return FORBIDDEN;
  const filled = fits ? 1 : count < width ? count / width : 0.2;
  return LABEL_WEIGHT * similarity + (1 - LABEL_WEIGHT) * filled;
}

/** Number of values, without blanks at the ends that the row has no room for. */
export function countWithin(row: PhysicalRow, width: number): number {
  const { values } = row;
  let from = 0;
  let to = values.length;
  while (to - from > width && values[to - 1]!.kind === 'blank') to--;
  while (to - from > width && values[from]!.kind === 'blank') from++;
  return to - from;
}

function gapCost(row: PhysicalRow): number {
  if (!holdsNumber(row)) return 0;
  if (row.form === 'running') return 0.02;
  return Math.min((row.labels.length > 0 ? 0.05 : 0) + 0.05 * row.values.length, 0.4);
}

function bestPath(rows: PhysicalRow[], width: number, score: (i: number, j: number) => number) {
  const height = rows.length;
  const best: Float64Array[] = [];
  const step: Uint8Array[] = [];
  for (let i = 0; i <= height; i++) {
    best.push(new Float64Array(width + 1));
    step.push(new Uint8Array(width + 1));
    for (let j = 1; j <= width; j++) {
      const skipOfficial = best[i]![j - 1]! - MISSING_ROW_COST;
      const skipRow = i > 0 ? best[i - 1]![j]! - (j < width ? gapCost(rows[i - 1]!) : 0) : FORBIDDEN;
      // Rows of the same label (被依法纠错数) belong to the neighbour that was just found.
      const adjacent = i > 0 && step[i - 1]![j - 1] === 1 ? ADJACENT_BONUS : 0;
      const match = i > 0 ? best[i - 1]![j - 1]! + score(i - 1, j - 1) + adjacent : FORBIDDEN;
      best[i]![j] = Math.max(match, skipRow, skipOfficial);
      step[i]![j] = match >= skipRow && match >= skipOfficial ? 1 : skipRow >= skipOfficial ? 2 : 3;
    }
  }
  const path: [number, number][] = [];
  let i = height;
  let j = width;
  while (i >= 0 && j > 0) {
    const move = step[i]![j]!;
    if (move === 1) path.unshift([--i, --j]);
    else if (move === 2) i--;
    else j--;
  }
  return { path, total: best[height]![width]! };
}

/** Unlabelled rows count only inside the table: next to, or between, rows that have their label. */
function dropStrays(rows: AlignedRow[], physical: PhysicalRow[]): AlignedRow[] {
  const labelled = rows.filter((row) => row.labelScore !== null);
  const first = labelled[0];
  const last = labelled.at(-1);
  if (!first || !last) return [];
  const sameBlock = (a: AlignedRow, b: AlignedRow) =>
    physical[a.physical]!.block === physical[b.physical]!.block;
  return rows.filter(
    (row) =>
      row.labelScore !== null ||
      (row.physical > first.physical && row.physical < last.physical) ||
      (physical[row.physical]!.form === 'rectangle' && (sameBlock(row, first) || sameBlock(row, last))),
  );
}

/** Groups printed in another order than the form's: found by their label alone, if it is unmistakable. */
function outOfOrderRows(
  aligned: AlignedRow[],
  rows: PhysicalRow[],
  officials: OfficialRow[],
  similarity: number[][],
): AlignedRow[] {
  const found: AlignedRow[] = [];
  const taken = new Set(aligned.map((row) => row.physical));
  const places = aligned.map((row) => row.physical);
  const near = { from: Math.min(...places) - 40, to: Math.max(...places) + 40 };
  officials.forEach((official, j) => {
    if (aligned.some((row) => row.official === j)) return;
    let best = -1;
    for (let i = Math.max(0, near.from); i < Math.min(rows.length, near.to); i++) {
      const row = rows[i]!;
      if (taken.has(i) || row.form === 'running' || similarity[i]![j]! < OUT_OF_ORDER_SCORE_MIN) continue;
      if (row.values.length !== official.width || !holdsNumber(row)) continue;
      if (best < 0 || similarity[i]![j]! > similarity[best]![j]!) best = i;
    }
    if (best < 0) return;
    taken.add(best);
    found.push({ official: j, physical: best, labelScore: similarity[best]![j]!, outOfOrder: true });
  });
  return found;
}
