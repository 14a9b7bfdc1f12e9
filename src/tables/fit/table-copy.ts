import { addressKey } from '../../model/address-key.js';
import { type Issue, issue } from '../../model/issue.js';
import type { CellDraft } from '../cell-draft.js';
import { rangeTest, type TableFit } from '../table-fit.js';
import type { PhysicalRow } from '../token.js';

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

/** Can these rows hold enough numbers to be the table again? A number takes a character at least. */
export function mayHoldCopy(fit: TableFit, rows: readonly PhysicalRow[]): boolean {
  const needed = Math.max(1, SHARE_MIN * numbersOf(fit).length);
  let characters = 0;
  for (const { values } of rows) {
    for (const { kind, text } of values) if (kind !== 'blank') characters += text.length;
    if (characters >= needed) return true;
  }
  return false;
}

/** Is it the same table again (page and print version)? Then enough of its numbers are. */
export function isCopy(fit: TableFit, copy: TableFit): boolean {
  const shared = sharedCells(fit, copy);
  return shared.length > 0 && shared.length >= SHARE_MIN * numbersOf(fit).length;
}

/** What a record says of a table that stands in the source twice. */
export function copyIssue(fit: TableFit, copy: TableFit): Issue {
  const path = `tables.${fit.spec.id}`;
  const different = sharedCells(fit, copy).filter(([own, other]) => own.value !== other.value).length;
  if (different === 0) {
    const message = `table ${fit.spec.id} stands in the source twice, with the same numbers`;
    return issue('table-repeated', message, { path });
  }
  const message = `table ${fit.spec.id} stands in the source twice, and ${different} cells differ`;
  return issue('copies-differ', message, { path });
}

/** Cells that hold a number in both. */
export function sharedCells(fit: TableFit, copy: TableFit): [CellDraft, CellDraft][] {
  const others = new Map(numbersOf(copy).map((draft) => [addressKey(draft), draft]));
  return numbersOf(fit).flatMap((draft) => {
    const other = others.get(addressKey(draft));
    return other ? [[draft, other]] : [];
  });
}

const numbersOf = ({ drafts }: TableFit): CellDraft[] => drafts.filter(({ state }) => state === 'number');
