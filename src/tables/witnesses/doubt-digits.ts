import { DIGITS_UNSURE } from '../../evidence/doubt-digits.js';
import type { TableFit } from '../table-fit.js';

/** The file may say wrongly which digits it prints: no number of its text is sure, and nothing is to be concluded from it. */
export function doubtDigits(fit: TableFit): void {
  fit.areDigitsUnsure = true;
  const extras = fit.extras.flatMap(({ cells }) => cells.map(({ draft }) => draft));
  for (const draft of [...fit.drafts, ...extras]) {
    if (draft.state !== 'number' || draft.flags.includes('ocr')) continue;
    draft.flags.push(DIGITS_UNSURE);
    draft.doubts.push(DIGITS_UNSURE);
  }
}
