import type { PhysicalRow } from '../token.js';

/** A page has more lines than these. */
const PAGE_ROWS_MIN = 8;
/** So many digits in one piece are a row without borders. */
const ROW_DIGITS_MIN = 7;
const NUMBER = /^\d{1,3}$/u;
/** What stands before a figure and is no longer than this may be its label. */
const LABEL_LENGTH_MAX = 25;

/**
 * Leaves out the numbers of pages, in text that a program took from pages: each alone on its line, behind a line that waits for no
 * figure, and one more than the one before. A table a cell a line has lone figures everywhere, which do not count up.
 */
export function withoutPageNumbers(rows: PhysicalRow[]): PhysicalRow[] {
  const places = rows.flatMap((row, at) => (isLone(row) && !isAwaited(rows, at) ? [at] : []));
  const first = numberOf(rows, places[0]);
  const counts = places.every(
    (at, i) =>
      numberOf(rows, at) === first + i && (i === 0 || rowsBetween(places[i - 1]!, at) >= PAGE_ROWS_MIN),
  );
  if (places.length < 2 || !counts) return rows;
  const numbers = new Set(places);
  return rows.filter((_, at) => !numbers.has(at));
}

const isLone = ({ form, labels, values }: PhysicalRow): boolean =>
  form === 'line' && labels.length === 0 && values.length === 1 && NUMBER.test(values[0]!.text.trim());

/** May what stands before be the label of this figure, or the rest of its row? Behind all of a text there is no table. */
function isAwaited(rows: readonly PhysicalRow[], at: number): boolean {
  const before = rows[at - 1];
  if (!before || at === rows.length - 1) return false;
  if (before.values.length > 0)
    return before.values.length === 1 && before.values[0]!.text.length < ROW_DIGITS_MIN;
  return before.form !== 'running' && (before.labels.at(-1)?.text.length ?? 0) <= LABEL_LENGTH_MAX;
}

const numberOf = (rows: readonly PhysicalRow[], at = -1): number => Number(rows[at]?.values[0]?.text);

const rowsBetween = (from: number, to: number): number => to - from - 1;
