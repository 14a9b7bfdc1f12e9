import { halfWidthDigits } from '../../words/half-width-digits.js';
import type { Alignment } from '../alignment.js';
import type { OfficialRow } from '../official-labels.js';
import type { PhysicalRow } from '../token.js';

/** A run with fewer digits than the row has cells proves that empty cells left no trace in this table. */
export function hasShortRun(alignment: Alignment, rows: PhysicalRow[], officials: OfficialRow[]): boolean {
  return alignment.rows.some(({ physical, official }) => {
    const values = rows[physical]!.values;
    const digits = values.reduce((n, t) => n + halfWidthDigits(t.text).replace(/\D/gu, '').length, 0);
    return values.some((t) => t.kind === 'run') && digits < officials[official]!.width;
  });
}
