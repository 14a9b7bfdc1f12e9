import { addFlags } from '../model/codes/add-flags.js';
import type { Flag } from '../model/codes/flag-codes.js';
import type { Issue } from '../model/issue.js';
import type { Confidence } from '../model/report-record.js';
import type { Span } from '../model/span.js';

/** The file may say wrongly which digits it prints. */
export const DIGITS_UNSURE = 'digits-unsure';

interface Found {
  raw: string | null;
  confidence: Confidence;
  flags: Flag[];
  at: Span | null;
}

/** A field or fact that can't be believed any more. */
const doubted = <T extends Found>(found: T, flag: Flag): T => ({
  ...found,
  flags: addFlags(found.flags, flag),
  ...(found.confidence === 'read' || found.confidence === 'verified' ? { confidence: 'suspect' } : {}),
});

/** A field or fact of which digits are printed, and were not recognised from a picture. */
export const withUnsureDigits = <T extends Found>(found: T): T =>
  found.raw !== null && /\d/u.test(found.raw.normalize('NFKC')) && !found.flags.includes('ocr')
    ? doubted(found, DIGITS_UNSURE)
    : found;

/** What a carrier's reader says of numbers in its prose, as it does of cells. */
const PRINT_DIFFERS = 'print-differs';

/** A field or fact in which the text of the file and the picture of its page say different numbers. */
export function withDifferentPrint<T extends Found>(found: T, issues: readonly Issue[]): T {
  const { start, end } = found.at ?? {};
  if (start === undefined || end === undefined) return found;
  const isDisputed = issues.some(
    ({ code, at }) => code === PRINT_DIFFERS && (at?.start ?? end) < end && (at?.end ?? start) > start,
  );
  return isDisputed ? doubted(found, PRINT_DIFFERS) : found;
}
