import type { CellDraft } from '../cell-draft.js';
import type { Operand } from './evaluate-identities.js';

/** What the identities may know of a cell as it was read. */
export function operandOf(draft: CellDraft | undefined): Operand {
  if (!draft) return { kind: 'open' };
  if (draft.state === 'number') return { kind: 'number', value: draft.value! };
  return { kind: draft.state === 'blank' || draft.countsNothing ? 'blank' : 'open' };
}
