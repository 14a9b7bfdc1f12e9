import { addressKey } from '../../model/address-key.js';
import type { CellAddress } from '../../model/template.js';
import type { Evaluation } from './evaluate-identities.js';

/**
 * Which unsure readings sums confirm. A sum that holds confirms the only unsure one in it; that one then counts as sure in the
 * other sums, and so on, as erasures of a code are filled. Two unsure readings in one sum may be wrong by the same amount: a
 * part and its total under one stain.
 *
 * @param unsure cells by address key
 * @param isSpent was the identity used to place values? then it confirms nothing
 * @param openIn the cells that would keep an identity with another reading that is known
 */
export function confirmUnsure(
  evaluations: readonly Evaluation[],
  unsure: ReadonlySet<string>,
  isSpent: (id: string) => boolean,
  openIn: (identity: Evaluation['identity']) => ReadonlySet<string>,
): Set<string> {
  const confirmed = new Set<string>();
  if (unsure.size === 0) return confirmed;
  const sums = evaluations
    .filter(({ identity, status }) => status === 'pass' && identity.relation === 'equals')
    .filter(({ identity }) => !isSpent(identity.id))
    .map(({ identity }) => ({
      keys: [...identity.parts, ...identity.whole].map((cell: CellAddress) => addressKey(cell)),
      open: openIn(identity),
    }));
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const { keys, open } of sums) {
      const [only, another] = keys.filter((key) => unsure.has(key) && !confirmed.has(key));
      if (only === undefined || another !== undefined || open.has(only)) continue;
      confirmed.add(only);
      goesOn = true;
    }
  }
  return confirmed;
}
