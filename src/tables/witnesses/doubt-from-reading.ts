import { isFlag } from '../../model/codes/flag-codes.js';
import type { Issue } from '../../model/issue.js';
import type { TableFit } from '../table-fit.js';

interface Stretch {
  start: number;
  end: number;
}

/** The text of the file and the picture of its page say different numbers. */
const PRINT_DIFFERS = 'print-differs';

const overlaps = (a: Stretch, b: { start?: number | undefined; end?: number | undefined }): boolean =>
  b.start !== undefined && b.end !== undefined && a.start < b.end && b.start < a.end;

/**
 * Takes over what the carrier's reader said of single cells (digits joined by force, text that was recognised and not
 * printed): a warning that names a block, row and column makes that cell doubtful; one that names a page flags all of
 * its cells.
 */
export function doubtFromReading(fit: TableFit, issues: readonly Issue[]): void {
  for (const issue of issues) {
    if (issue.severity === 'info' || !issue.at) continue;
    const { block, row, column, page } = issue.at;
    for (const draft of fit.drafts) {
      const place = draft.place as (Stretch & { row?: number; column?: number; page?: number }) | null;
      if (!place || draft.state !== 'number') continue;
      const isOwn = row !== undefined && place.row === row && place.column === column;
      // Of a table that stands in running text.
      const isStretch = row === undefined && issue.code === PRINT_DIFFERS && overlaps(place, issue.at);
      const isCell = draft.block === block && (isOwn || isStretch);
      const isPage =
        row === undefined && page !== undefined && place.page === page && issue.code.includes('ocr');
      if (isCell) draft.doubts.push(issue.code);
      if (isCell && isFlag(issue.code)) draft.flags.push(issue.code);
      if (isPage && !draft.flags.includes('ocr')) draft.flags.push('ocr');
    }
  }
}
