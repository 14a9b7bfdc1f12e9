import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity } from '../../model/template.js';

/** Cells that were laid together and can be laid in several ways: the number in each cell (a blank counts 0, null is no number). */
export interface OpenUnit {
  addresses: readonly CellAddress[];
  placements: (number | null)[][];
}

interface Settled {
  /** Indices of the placements that every identity still allows, per unit. */
  kept: number[][];
  /** Identities that ruled a placement out: they can't confirm anything any more. */
  spent: Set<string>;
  /** Identities that no choice can keep: something that they add up is wrong. */
  broken: Set<string>;
}

/** Sums of one identity beyond this many are not followed: the identity is then left out, which only keeps doubts. */
const SUMS_MAX = 20_000;
const ROUNDS_MAX = 12;

/**
 * Strikes out the placements that no choice of the others can reconcile with an identity (arc consistency over the
 * sums each identity can reach). What is struck is impossible; what is left need not be possible, so a value on which
 * all that is left agrees is certain given the identities.
 */
export function settlePlacements(
  units: OpenUnit[],
  fixed: ReadonlyMap<string, number | null>,
  identities: readonly Identity[],
): Settled {
  const kept = units.map((unit) => unit.placements.map((_, i) => i));
  const spent = new Set<string>();
  const broken = new Set<string>();
  const owner = new Map<string, { unit: number; at: number }>();
  units.forEach((unit, u) => {
    unit.addresses.forEach((address, at) => {
      owner.set(addressKey(address), { unit: u, at });
    });
  });
  const equations = identities
    .filter((identity) => identity.relation === 'equals')
    .map((identity) => equationOf(identity, owner, fixed))
    .filter((equation) => equation !== null);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    let changed = false;
    for (const equation of equations) {
      const outcome = prune(equation, units, kept);
      if (outcome === 'struck') spent.add(equation.id);
      if (outcome === 'struck') changed = true;
      if (outcome === 'broken') broken.add(equation.id);
    }
    if (!changed) break;
  }
  return { kept, spent, broken };
}

interface Equation {
  id: string;
  constant: number;
  /** Per unit: which of its cells take part, with their sign. */
  members: Map<number, { at: number; sign: number }[]>;
}

/** Null where a fixed cell of the identity holds no number, or no open unit takes part. */
function equationOf(
  identity: Identity,
  owner: ReadonlyMap<string, { unit: number; at: number }>,
  fixed: ReadonlyMap<string, number | null>,
): Equation | null {
  const members: Equation['members'] = new Map();
  let constant = 0;
  for (const [cells, sign] of [
    [identity.parts, 1],
    [identity.whole, -1],
  ] as const) {
    for (const cell of cells) {
      const open = owner.get(addressKey(cell));
      if (open) {
        const list = members.get(open.unit) ?? [];
        list.push({ at: open.at, sign });
        members.set(open.unit, list);
        continue;
      }
      const value = fixed.get(addressKey(cell));
      if (value === null || value === undefined) return null;
      constant += sign * value;
    }
  }
  return members.size > 0 ? { id: identity.id, constant, members } : null;
}

/** Strikes every placement with which the equation can't reach zero. */
function prune(equation: Equation, units: OpenUnit[], kept: number[][]): 'unchanged' | 'struck' | 'broken' {
  const rows = [...equation.members.keys()];
  const options = rows.map((u) => {
    const cells = equation.members.get(u)!;
    return kept[u]!.map((p) =>
      cells.reduce((sum, c) => sum + c.sign * (units[u]!.placements[p]![c.at] ?? Number.NaN), 0),
    );
  });
  if (options.some((values) => values.some(Number.isNaN))) return 'unchanged';
  const ahead = reachable(options);
  if (!ahead) return 'unchanged';
  let before = new Set([equation.constant]);
  const left: number[][] = [];
  for (const [k, values] of options.entries()) {
    const allowed = new Map<number, boolean>();
    for (const value of new Set(values)) {
      allowed.set(
        value,
        [...before].some((sum) => ahead[k + 1]!.has(-(sum + value))),
      );
    }
    left.push(kept[rows[k]!]!.filter((_, i) => allowed.get(values[i]!)));
    const next = new Set<number>();
    for (const sum of before) for (const value of allowed.keys()) next.add(sum + value);
    if (next.size > SUMS_MAX) return 'unchanged';
    before = next;
  }
  if (left.some((placements) => placements.length === 0)) return 'broken';
  let changed = false;
  left.forEach((placements, k) => {
    if (placements.length < kept[rows[k]!]!.length) changed = true;
    kept[rows[k]!] = placements;
  });
  return changed ? 'struck' : 'unchanged';
}

/** ahead[k]: the sums that the options from k on can reach. Null when there are too many. */
function reachable(options: number[][]): Set<number>[] | null {
  const ahead: Set<number>[] = [new Set([0])];
  for (const values of [...options].reverse()) {
    const next = new Set<number>();
    for (const sum of ahead[0]!) for (const value of new Set(values)) next.add(sum + value);
    if (next.size > SUMS_MAX) return null;
    ahead.unshift(next);
  }
  return ahead;
}
