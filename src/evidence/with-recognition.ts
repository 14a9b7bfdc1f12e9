import type { Flag } from '../model/codes/flag-codes.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Recognition } from '../model/recognition.js';
import type { Confidence } from '../model/report-record.js';
import type { Span } from '../model/span.js';

/**
 * Below this a reading may be wrong: see scripts/recogniser/score-recogniser.ts, which draws figures and counts how many of them are
 * misread at which score.
 */
const UNSURE_BELOW = 0.98;
/** Below this not even a sum makes a reading sure: several such readings may be wrong in the same way. */
const POOR_BELOW = 0.6;

export const isUnsure = ({ score }: Recognition): boolean => score < UNSURE_BELOW;
export const isPoor = ({ score }: Recognition): boolean => score < POOR_BELOW;

interface Found {
  confidence: Confidence;
  flags: Flag[];
  at: Span | null;
}

/** A field or fact of prose with what its recognition says of it: nothing there confirms an unsure reading. */
export function withRecognition<T extends Found>(found: T, { recognition }: ParsedDocument): T {
  const { start, end } = found.at ?? {};
  if (start === undefined || end === undefined) return found;
  const seen = recognition?.(start, end);
  if (!seen) return found;
  const isDoubtful = isUnsure(seen) && (found.confidence === 'read' || found.confidence === 'verified');
  return {
    ...found,
    flags: [...found.flags, 'ocr', ...(isUnsure(seen) ? ['ocr-unsure'] : [])],
    ...(isDoubtful ? { confidence: 'suspect' } : {}),
  };
}
