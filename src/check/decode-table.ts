import { addressKey } from '../model/cell-address.js';
import type { CellAddress, Identity } from '../model/template.js';

/** What is known of a cell: its number, a printed blank, or nothing. */
export type Known = number | 'blank' | null;

/** A cell that may be wrong and the number with which every identity would hold. A blank counts as 0. */
export interface Change {
  cell: CellAddress;
  from: number;
  to: number;
}

export interface Decoding {
  /** Cells that the smallest explanations change. */
  suspects: Set<string>;
  /** The changes, where the smallest explanation is the only one of its size. */
  corrections: Change[];
  /** Size of the smallest explanations; null where none of up to CHANGES_MAX cells was found within the bound. */
  size: number | null;
}

/** More wrong cells than this at once are named, not located. */
const CHANGES_MAX = 3;
/** Bound of the search: number of cell-and-difference pairs that are tried. */
const STEPS_MAX = 60_000;

interface Member {
  cell: CellAddress;
  value: number;
  /** Equation index and sign. */
  terms: { equation: number; sign: number }[];
}

/**
 * Finds the smallest sets of cells whose change makes every evaluable identity hold: the identities are the parity checks
 * of a linear code, the failed ones its syndrome. Exact search by depth; each step takes one unsatisfied identity,
 * one cell of it, and one of the differences that occur in the syndrome.
 *
 * @param identities those without unread cells, relation `equals`
 */
export function decodeTable(identities: Identity[], numberOf: (cell: CellAddress) => Known): Decoding {
  const system = systemOf(identities, numberOf);
  for (let size = 1; size <= CHANGES_MAX; size++) {
    const explanations = explain(system, size);
    if (explanations === null) break;
    if (explanations.length === 0) continue;
    const suspects = new Set(explanations.flat().map((change) => addressKey(change.cell)));
    return { suspects, corrections: explanations.length === 1 ? explanations[0]! : [], size };
  }
  const failing = identities.filter((_, i) => system.syndrome[i] !== 0);
  const suspects = new Set(
    failing.flatMap((identity) => [...identity.parts, ...identity.whole]).map(addressKey),
  );
  return { suspects, corrections: [], size: null };
}

interface System {
  byEquation: Member[][];
  /** Of each identity: the difference of its two sides. */
  syndrome: number[];
  /** Of each identity: the rule that it is one case of. Cases of one rule share no cell. */
  families: string[];
}

function systemOf(identities: Identity[], numberOf: (cell: CellAddress) => Known): System {
  const members = new Map<string, Member>();
  const byEquation: Member[][] = identities.map(() => []);
  const syndrome = identities.map(() => 0);
  identities.forEach((identity, equation) => {
    for (const [cells, sign] of [
      [identity.parts, 1],
      [identity.whole, -1],
    ] as const) {
      for (const cell of cells) {
        const known = numberOf(cell);
        if (known === null) continue;
        const value = known === 'blank' ? 0 : known;
        const member = members.get(addressKey(cell)) ?? { cell, value, terms: [] };
        members.set(addressKey(cell), member);
        member.terms.push({ equation, sign });
        byEquation[equation]!.push(member);
        syndrome[equation]! += sign * value;
      }
    }
  });
  return { byEquation, syndrome, families: identities.map((identity) => identity.id.split('/')[0]!) };
}

/**
 * All explanations of exactly `size` cells; null when the bound was reached.
 *
 * Identities of one family (all row sums, all column sums) share no cell, so each change mends at most one of them:
 * a branch with more of them failing than changes left is dead, and with as many, each change must mend one wholly.
 */
function explain(system: System, size: number): Change[][] | null {
  const { byEquation, families } = system;
  const found = new Map<string, Change[]>();
  const rest = [...system.syndrome];
  const changes: Change[] = [];
  let steps = 0;

  const descend = (depth: number): boolean => {
    const branch = chooseBranch(rest, byEquation, families, depth);
    if (branch === 'solved') {
      if (changes.length === size) remember();
      return true;
    }
    if (branch === 'dead') return true;
    const { equation, isForced } = branch;
    const residuals = isForced ? [] : [...new Set(rest.filter((r) => r !== 0).map(Math.abs))];
    for (const member of byEquation[equation]!) {
      if (changes.some((change) => change.cell === member.cell)) continue;
      const sign = member.terms.find((term) => term.equation === equation)!.sign;
      const options = isForced ? [-rest[equation]! * sign] : residuals.flatMap((r) => [r, -r]);
      for (const delta of options) {
        if (++steps > STEPS_MAX) return false;
        if (member.value + delta < 0) continue;
        apply(member, delta, 1);
        const goesOn = descend(depth - 1);
        apply(member, delta, -1);
        if (!goesOn) return false;
      }
    }
    return true;
  };
  const apply = (member: Member, delta: number, direction: 1 | -1): void => {
    for (const { equation, sign } of member.terms) rest[equation]! += direction * sign * delta;
    if (direction === 1) changes.push({ cell: member.cell, from: member.value, to: member.value + delta });
    else changes.pop();
  };
  const remember = (): void => {
    const sorted = [...changes].sort((a, b) => (addressKey(a.cell) < addressKey(b.cell) ? -1 : 1));
    found.set(sorted.map((change) => `${addressKey(change.cell)}=${change.to}`).join(), sorted);
  };

  return descend(size) ? [...found.values()] : null;
}

type Branch = 'solved' | 'dead' | { equation: number; isForced: boolean };

/** The failing identity to branch on: one that leaves no choice of the difference if there is one, else the shortest. */
function chooseBranch(rest: number[], byEquation: Member[][], families: string[], depth: number): Branch {
  const failing = new Map<string, number[]>();
  rest.forEach((r, i) => {
    if (r !== 0) failing.set(families[i]!, [...(failing.get(families[i]!) ?? []), i]);
  });
  if (failing.size === 0) return 'solved';
  const counts = [...failing.values()];
  if (depth === 0 || counts.some((equations) => equations.length > depth)) return 'dead';
  const forced = counts.filter((equations) => equations.length === depth);
  const candidates = (forced.length > 0 ? forced : counts).flat();
  const shortest = candidates.reduce((best, i) =>
    byEquation[i]!.length < byEquation[best]!.length ? i : best,
  );
  return { equation: shortest, isForced: forced.length > 0 };
}
