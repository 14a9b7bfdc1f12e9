import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity } from '../../model/template.js';
import type { Operand } from './evaluate-identities.js';

/** A blank cell's number, and the identities that leave no other. */
export interface Proof {
  value: number;
  because: string[];
}

/** A chain of proofs is cut here; tables have fewer levels than this. */
const ROUNDS_MAX = 30;

/**
 * What the identities prove of blank cells: counts can't be negative, so a sum that already holds makes its blanks zero,
 * and a sum with one blank gives that blank its number. What is proved helps to prove more.
 */
export function proveBlanks(
  identities: readonly Identity[],
  operand: (cell: CellAddress) => Operand,
): Map<string, Proof> {
  const proofs = new Map<string, Proof>();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    let found = false;
    for (const identity of identities) {
      if (identity.relation === 'equals' && prove(identity, operand, proofs)) found = true;
    }
    if (!found) break;
  }
  return proofs;
}

function prove(
  identity: Identity,
  operand: (cell: CellAddress) => Operand,
  proofs: Map<string, Proof>,
): boolean {
  const blanks: { cell: CellAddress; sign: number }[] = [];
  const premises = new Set<string>();
  let sum = 0;
  for (const [cells, sign] of [
    [identity.parts, 1],
    [identity.whole, -1],
  ] as const) {
    for (const cell of cells) {
      const found = operand(cell);
      const proof = proofs.get(addressKey(cell));
      if (found.kind === 'open') return false;
      if (found.kind === 'number') sum += sign * found.value;
      else if (proof) {
        sum += sign * proof.value;
        for (const id of proof.because) premises.add(id);
      } else blanks.push({ cell, sign });
    }
  }
  const [first] = blanks;
  if (!first) return false;
  const sameSide = blanks.every((blank) => blank.sign === first.sign);
  const value = -sum * first.sign;
  if (!sameSide || value < 0 || (blanks.length > 1 && value !== 0)) return false;
  for (const { cell } of blanks) {
    proofs.set(addressKey(cell), { value: value + 0, because: [...premises, identity.id] });
  }
  return true;
}
