import type { AlignedRow } from '../alignment.js';
import type { PrintedTable } from '../table-fit.js';

/**
 * Rows that lost their label were placed by their neighbours. One row in a gap of one is certain. Where several stand
 * in a gap of as many, only their order speaks for them: cells that are alike in all of them are certain, the others are
 * not. Where fewer stand than the gap has room for, or where something else stands in a figure's place, none is certain.
 * Marks the doubtful drafts.
 */
export function doubtUnlabelled({ drafts, alignment, officials }: PrintedTable): void {
  for (const gap of gaps(alignment.rows, officials.length)) {
    // What is left of a misread label may be another row's, which the form does not know.
    const isMisread = gap.rows.some((row) => row.isMisread);
    const ids = new Set(gap.rows.map((row) => officials[row.official]!.spec.id));
    const cells = drafts.filter((draft) => ids.has(draft.row));
    const isCertain = !isMisread && cells.every(({ state }) => state !== 'unreadable');
    if (gap.rows.length === 1 && gap.room === 1 && isCertain) continue;
    for (const draft of cells) {
      const alike = cells.every(
        (other) =>
          other.column !== draft.column || (other.value === draft.value && other.state === draft.state),
      );
      if (gap.rows.length === gap.room && alike && isCertain) continue;
      if (!draft.doubts.includes('label-missing')) draft.doubts.push('label-missing');
    }
  }
}

/** Runs of unlabelled rows between labelled ones, and how many rows of the form have no labelled row there. */
function gaps(rows: AlignedRow[], officialCount: number): { rows: AlignedRow[]; room: number }[] {
  const ordered = rows.filter((row) => !row.outOfOrder);
  const found: { rows: AlignedRow[]; room: number }[] = [];
  let open: AlignedRow[] = [];
  let before = -1;
  const close = (after: number) => {
    if (open.length > 0) found.push({ rows: open, room: after - before - 1 });
    open = [];
    before = after;
  };
  for (const row of ordered) {
    if (row.labelScore === null) open.push(row);
    else close(row.official);
  }
  close(officialCount);
  return found;
}
