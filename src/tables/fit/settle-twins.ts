import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { OfficialRow } from '../official-labels.js';
import type { PhysicalRow } from '../token.js';

interface Settled {
  official: number;
  physical: number;
  /** Another row of the form has the same label, could stand here, and nothing printed tells which of them it is. */
  isTwin?: boolean;
}

/** Labels of a table's last rows stand at most this many rows behind its last value. */
const ROWS_BEHIND_MAX = 6;

/**
 * Rows of the form that carry one label (被依法纠错数 of 行政复议 and of 行政诉讼) are told apart by the labels of the empty rows around
 * them: what is printed between two rows with values must fit between them in the form, too. Rows in the form's order go in and come out.
 */
export function settleTwins<Row extends Settled>(
  aligned: readonly Row[],
  rows: readonly PhysicalRow[],
  officials: readonly OfficialRow[],
  similarity: readonly (readonly number[])[],
  fold: FoldCharacters,
): Row[] {
  const settled: Row[] = [];
  for (const [at, row] of aligned.entries()) {
    const before = settled.at(-1) ?? null;
    const after = aligned[at + 1] ?? null;
    const own = similarity[row.physical]!;
    const low = (before?.official ?? -1) + 1;
    const high = after?.official ?? officials.length;
    const score = own[row.official]!;
    const candidates: number[] = [];
    for (let official = low; official < high; official++)
      if (score > 0 && own[official] === score) candidates.push(official);
    if (candidates.length < 2) {
      settled.push(row);
      continue;
    }
    const textBefore = labelsOf(
      rows.slice((before?.physical ?? row.physical - 1) + 1, row.physical + 1),
      fold,
    );
    const end = after?.physical ?? row.physical + ROWS_BEHIND_MAX;
    const textAfter = labelsOf(rows.slice(row.physical + 1, end + 1), fold);
    const evidence = candidates.map(
      (official) =>
        countInOrder(textBefore, officials.slice(low, official + 1)) +
        countInOrder(textAfter, officials.slice(official + 1, high)),
    );
    const most = Math.max(...evidence);
    const best = candidates.filter((_, i) => evidence[i] === most);
    // Undecided, it stays where it was, in doubt.
    settled.push(best.length === 1 ? { ...row, official: best[0]! } : { ...row, isTwin: true });
  }
  return settled;
}

const labelsOf = (rows: readonly PhysicalRow[], fold: FoldCharacters): string =>
  rows.flatMap((row) => row.labels.map((token) => foldLabel(token.text, fold).core)).join('');

/** How many of the rows' labels stand in the text, one behind the other. */
function countInOrder(text: string, officials: readonly OfficialRow[]): number {
  let at = 0;
  let count = 0;
  for (const { cores } of officials) {
    const ends = cores.flatMap((core) => {
      const start = text.indexOf(core, at);
      return start < 0 ? [] : [start + core.length];
    });
    if (ends.length === 0) continue;
    at = Math.min(...ends);
    count++;
  }
  return count;
}
