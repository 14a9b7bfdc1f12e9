import { isUnitWord } from '../../words/is-unit-word.js';
import { type FoldCharacters, foldLabel } from '../../words/label-text.js';
import type { Alignment } from '../alignment.js';
import type { OfficialRow } from '../official-labels.js';
import type { PhysicalRow } from '../token.js';

/** Labels of a table's last rows stand at most this many rows behind its last value. */
const ROWS_BEHIND_MAX = 6;

/**
 * Rows of the form whose label is printed, in its place between the rows that were found, and whose cells left no trace:
 * all of them were empty. Returns indices of `officials`.
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
      if (!holdsMore(labels, place)) empty.add(official);
      at = place;
    }
    official = last + 1;
    from = to + 1;
  }
  return empty;
}

interface PrintedLabel {
  core: string;
  /** Something stands in the cells behind it. */
  isFollowed: boolean;
}

function labelsOf(rows: PhysicalRow[], fold: FoldCharacters): PrintedLabel[] {
  return rows.flatMap(({ form, labels, values }) => {
    const holdsValues = form === 'rectangle' && values.some(({ kind }) => kind !== 'blank');
    return labels.map((token, i) => {
      const isFollowed = form === 'rectangle' && labels.slice(i + 1).some(({ text }) => !isUnit(text));
      return { core: foldLabel(token.text, fold).core, isFollowed: holdsValues || isFollowed };
    });
  });
}

const isUnit = (text: string): boolean => isUnitWord(text.trim());

/** A figure that was not taken for one stands behind the label: the row is not empty. */
const HOLDS_DIGIT = /\p{N}$/u;

/** Whether something stands behind that place, in the same label or in the cells behind it. */
function holdsMore(labels: PrintedLabel[], place: number): boolean {
  let end = 0;
  for (const { core, isFollowed } of labels) {
    end += core.length;
    if (end >= place) return isFollowed || HOLDS_DIGIT.test(core.slice(core.length - (end - place)));
  }
  return false;
}

/** Where the first of the cores that occurs ends. */
function firstPlace(text: string, cores: string[], from: number): number | null {
  const ends = cores.flatMap((core) => {
    const at = text.indexOf(core, from);
    return at < 0 ? [] : [at + core.length];
  });
  return ends.length > 0 ? Math.min(...ends) : null;
}
