import type { AlignedTable, TableFit } from '../table-fit.js';

/** Labels less alike may be another row's. */
const LABEL_SCORE_MIN = 0.93;

/**
 * Marks the rows that only the form of the fit knows where a row that only another form knows stands among them:
 *
 *     （六）其他处理 0 0 15 0 0 0 15      the row of 2019, or the first of three rows under this parent,
 *     3.其他 0 0 0 0 0 0 0                which lost its label
 */
export function doubtMixedForms(fit: TableFit): void {
  const own = rowsByPlace(fit.printed);
  const [first, last] = [Math.min(...own.keys()), Math.max(...own.keys())];
  for (const others of (fit.rivals ?? []).map(({ aligned }) => rowsByPlace(aligned))) {
    const isForeign = (place: number): boolean => !own.has(place) && place > first && place < last;
    if (![...others.keys()].some(isForeign)) continue;
    const lonely = new Set([...own].flatMap(([place, row]) => (others.has(place) ? [] : [row])));
    for (const draft of fit.drafts) {
      if (!lonely.has(draft.row) || draft.doubts.includes('readings-differ')) continue;
      draft.doubts.push('readings-differ');
      draft.flags.push('readings-differ');
    }
  }
}

/** Ids of the rows that were found by their label, by where their first value stands in the parsed text. */
function rowsByPlace(table: AlignedTable | undefined): Map<number, string> {
  if (!table) return new Map();
  const { rows, officials, alignment } = table;
  return new Map(
    alignment.rows
      .filter(({ labelScore }) => labelScore !== null && labelScore >= LABEL_SCORE_MIN)
      .map(({ physical, official }) => [
        rows[physical]!.values[0]!.place.start,
        officials[official]!.spec.id,
      ]),
  );
}
