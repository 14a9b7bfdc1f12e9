import { addressKey } from '../model/cell-address.js';
import type { Issue } from '../model/issue.js';
import { rangeTest, type TableFit } from './table-fit.js';
import type { PhysicalRow } from './token.js';

/** A second copy must hold this share of the first one's numbers to be the same table again. */
const SHARE_MIN = 0.5;

/** Rows that a fit has not taken. */
export function rowsOutside(rows: PhysicalRow[], fit: TableFit): PhysicalRow[] {
  const isTaken = rangeTest(fit.region);
  return rows.filter((row) => {
    const first = row.values[0] ?? row.labels[0];
    return !first || !isTaken(first.place.start, Math.max(first.place.end, first.place.start + 1));
  });
}

/**
 * Compares a table with another copy of it in the same source (page and print version). Cells on which the copies
 * disagree become doubtful: nothing says which of them is the report's.
 */
export function compareCopies(fit: TableFit, copy: TableFit): Issue[] {
  const others = new Map(copy.drafts.map((draft) => [addressKey(draft), draft]));
  const numbers = fit.drafts.filter((draft) => draft.state === 'number');
  const shared = numbers.filter((draft) => others.get(addressKey(draft))?.state === 'number');
  if (shared.length === 0 || shared.length < SHARE_MIN * numbers.length) return [];
  const path = `tables.${fit.spec.id}`;
  const different = shared.filter((draft) => others.get(addressKey(draft))!.value !== draft.value);
  if (different.length === 0) {
    return [
      {
        code: 'table-repeated',
        severity: 'info',
        message: `table ${fit.spec.id} stands in the source twice, with the same numbers`,
        path,
      },
    ];
  }
  // One of them may be another year's table: what the other copy does not print equally is in doubt.
  for (const draft of numbers) {
    const other = others.get(addressKey(draft))!;
    if (other.state === 'number' && other.value === draft.value) continue;
    draft.doubts.push('copies-differ');
    draft.flags.push('copies-differ', ...(other.state === 'number' ? [`rival:${other.value}`] : []));
  }
  const message = `table ${fit.spec.id} stands in the source twice, and ${different.length} cells differ`;
  return [{ code: 'copies-differ', severity: 'warning', message, path }];
}
