import { isUnitWord } from '../../words/is-unit-word.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { Alignment } from '../alignment.js';
import type { OfficialRow } from '../official-labels.js';
import type { PhysicalRow } from '../token.js';

/** Labels of a table's last rows stand at most this many rows behind its last value. */
const ROWS_BEHIND_MAX = 6;

/**
 * Rows of the form whose label is printed, in its place between the rows that were found, beside cells that are all empty.
 * Where the source draws no cells, a row without figures is not empty but missing: its figures may stand elsewhere. Returns
 * indices of `officials`.
 */
export function emptyRows(
  rows: PhysicalRow[],
  alignment: Alignment,
  officials: OfficialRow[],
  fold: FoldCharacters,
): Set<number> {
  const empty = new Set<number>();
  const inOrder = alignment.rows.filter((row) => !row.outOfOrder);
  let official = 0;
  let from = Math.max(0, (inOrder[0]?.physical ?? 0) - 1);
  for (const row of [...inOrder, null]) {
    const to = row ? row.physical : Math.min(rows.length - 1, from + ROWS_BEHIND_MAX);
    const last = row ? row.official : officials.length;
    const labels = labelsOf(rows.slice(from, to + 1), fold);
    const text = labels.map(({ core }) => core).join('');
    let at = 0;
    for (; official < last; official++) {
      const place = firstPlace(text, officials[official]!.cores, at);
      if (place === null) continue;
      if (isEmptyBehind(labels, place) && !isBesideFigures(labels, place)) empty.add(official);
      at = place.end;
    }
    official = last + 1;
    from = to + 1;
  }
  return empty;
}

interface PrintedLabel {
  core: string;
  /** Cells are drawn behind it, and nothing stands in them. */
  isBeforeEmptyCells: boolean;
  isBesideFigures: boolean;
}

/** Where a label stands in the joined text of all. */
interface Place {
  start: number;
  end: number;
}

function labelsOf(rows: PhysicalRow[], fold: FoldCharacters): PrintedLabel[] {
  return rows.flatMap(({ form, labels, values, cellCount = 0 }) => {
    // A label alone among cells that are no columns may be the beginning of one that goes on below, with its figures.
    const hasCells = form === 'rectangle' || (cellCount > labels.length && values.length > 0);
    const isEmpty = hasCells && values.every(({ kind }) => kind === 'blank');
    const isBesideFigures = values.some(({ kind }) => kind !== 'blank');
    return labels.map((token, i) => {
      const isLast = form !== 'rectangle' || labels.slice(i + 1).every(({ text }) => isUnit(text));
      return {
        core: foldLabel(token.text, fold).core,
        isBeforeEmptyCells: isEmpty && isLast,
        isBesideFigures,
      };
    });
  });
}

const isUnit = (text: string): boolean => isUnitWord(text.trim());

/** A figure that was not taken for one stands behind the label: the row is not empty. */
const HOLDS_DIGIT = /\p{N}$/u;

/** Whether the label that reaches beyond that place ends there, before empty cells. */
function isEmptyBehind(labels: PrintedLabel[], { end: place }: Place): boolean {
  let end = 0;
  for (const { core, isBeforeEmptyCells } of labels) {
    end += core.length;
    if (end >= place) return isBeforeEmptyCells && !HOLDS_DIGIT.test(core.slice(core.length - (end - place)));
  }
  return false;
}

/** A label that goes on below its figures: the cells behind its end are none of the row's. */
function isBesideFigures(labels: PrintedLabel[], { start, end }: Place): boolean {
  let at = 0;
  for (const { core, isBesideFigures } of labels) {
    if (isBesideFigures && at < end && at + core.length > start) return true;
    at += core.length;
  }
  return false;
}

/** Where the first of the cores that occurs stands. */
function firstPlace(text: string, cores: string[], from: number): Place | null {
  const places = cores.flatMap((core) => {
    const start = text.indexOf(core, from);
    return start < 0 ? [] : [{ start, end: start + core.length }];
  });
  return places.sort((a, b) => a.end - b.end)[0] ?? null;
}
