import { addressKey } from '../model/cell-address.js';
import type { CellAddress, Identity } from '../model/template.js';
import type { Operand } from './evaluate-identities.js';
import type { Proof } from './prove-blanks.js';

interface Term {
  key: string;
  sign: 1 | -1;
  /** Null while nothing is known of the cell. */
  value: number | null;
}

/**
 * What the sums prove of cells of which no number was read: unreadable, undecided, or gone with their row. A sum with one
 * such cell gives its number; what is proved helps to prove more. A number is proved only where a second sum, full by
 * then, holds with it, and none does not: in the first alone, every error of another cell would be its own.
 */
export function proveUnread(
  identities: Identity[],
  operand: (cell: CellAddress) => Operand,
): Map<string, Proof> {
  const solved = new Map<string, number>();
  const equations = identities.filter(({ relation }) => relation === 'equals');
  const termsOf = (identity: Identity): Term[] =>
    [...identity.parts, ...identity.whole].map((cell, at) => {
      const key = addressKey(cell);
      const found = operand(cell);
      const sign = at < identity.parts.length ? 1 : -1;
      if (found.kind === 'open') return { key, sign, value: solved.get(key) ?? null };
      return { key, sign, value: found.kind === 'number' ? found.value : 0 };
    });
  for (let before = -1; before < solved.size; ) {
    before = solved.size;
    for (const identity of equations) {
      const terms = termsOf(identity);
      const [unknown, another] = terms.filter(({ value }) => value === null);
      if (!unknown || another) continue;
      const value = -unknown.sign * balance(terms);
      if (value < 0) return new Map();
      solved.set(unknown.key, value);
    }
  }
  return confirmed(
    solved,
    equations.map((identity) => ({ id: identity.id, terms: termsOf(identity) })),
  );
}

const balance = (terms: readonly Term[]): number =>
  terms.reduce((sum, { sign, value }) => sum + sign * (value ?? 0), 0);

/** Of the solved cells those that a second sum holds with; none at all where a full sum does not hold. */
function confirmed(
  solved: ReadonlyMap<string, number>,
  equations: readonly { id: string; terms: Term[] }[],
): Map<string, Proof> {
  const full = equations.filter(({ terms }) => terms.every(({ value }) => value !== null));
  if (full.some(({ terms }) => balance(terms) !== 0)) return new Map();
  const proofs = new Map<string, Proof>();
  for (const [key, value] of solved) {
    const because = full.filter(({ terms }) => terms.some((term) => term.key === key)).map(({ id }) => id);
    if (because.length > 1) proofs.set(key, { value: value + 0, because });
  }
  return proofs;
}
