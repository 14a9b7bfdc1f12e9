import { sharedCells } from '../fit/table-copy.js';
import type { TableFit } from '../table-fit.js';

/**
 * Marks the cells on which two copies of a table in one source disagree: nothing says which of them is the report's. One of them
 * may be another year's table, so what the other copy does not print equally is in doubt, too.
 */
export function doubtCopies(fit: TableFit): void {
  if (!fit.copy) return;
  const shared = new Map(sharedCells(fit, fit.copy));
  if (![...shared].some(([own, other]) => own.value !== other.value)) return;
  for (const draft of fit.drafts) {
    const other = shared.get(draft);
    if (draft.state !== 'number' || other?.value === draft.value) continue;
    draft.doubts.push('copies-differ');
    draft.flags.push('copies-differ', ...(other ? [`rival:${other.value}` as const] : []));
  }
}
