import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity } from '../../model/template.js';

/** What is known of a cell: its number, a printed blank, or nothing. */
export type Known = number | 'blank' | null;

/** A cell, by its index, and how much is added to its number. */
export interface Shift {
  cell: number;
  delta: number;
}

/**
 * The identities of a table as the parity checks of a linear code, all by index, because the search asks them a million
 * times. A blank counts as 0.
 */
export interface ParitySystem {
  cells: CellAddress[];
  indexOf: ReadonlyMap<string, number>;
  values: number[];
  isBlank: boolean[];
  /** Of each cell: the checks that it takes part in, and its sign there. */
  terms: { check: number; sign: 1 | -1 }[][];
  /** Of each check: its cells. */
  members: number[][];
  /** Of each check: parts less whole. All 0 where every sum holds. */
  syndrome: number[];
  /** Of each check: the rule that it is one case of. Cases of one rule share no cell. */
  families: number[];
  familyCount: number;
}

/**
 * @param identities relation `equals`, none with a cell of which nothing is known
 * @param others cells that no identity holds; those of which something is known get an index too
 */
export function paritySystem(
  identities: readonly Identity[],
  numberOf: (cell: CellAddress) => Known,
  others: readonly CellAddress[] = [],
): ParitySystem {
  const indexOf = new Map<string, number>();
  const families = [...new Set(identities.map(familyOf))];
  const system: ParitySystem = {
    cells: [],
    indexOf,
    values: [],
    isBlank: [],
    terms: [],
    members: identities.map(() => []),
    syndrome: identities.map(() => 0),
    families: identities.map((identity) => families.indexOf(familyOf(identity))),
    familyCount: families.length,
  };
  const indexed = (cell: CellAddress): number => {
    const key = addressKey(cell);
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    const number = numberOf(cell);
    indexOf.set(key, system.cells.length);
    system.cells.push(cell);
    system.isBlank.push(number === 'blank');
    system.values.push(typeof number === 'number' ? number : 0);
    system.terms.push([]);
    return system.cells.length - 1;
  };
  const addTerm = (check: number, address: CellAddress, sign: 1 | -1): void => {
    const cell = indexed(address);
    system.terms[cell]!.push({ check, sign });
    system.members[check]!.push(cell);
    system.syndrome[check]! += sign * system.values[cell]!;
  };
  identities.forEach(({ parts, whole }, check) => {
    for (const cell of parts) addTerm(check, cell, 1);
    for (const cell of whole) addTerm(check, cell, -1);
  });
  for (const cell of others) if (numberOf(cell) !== null) indexed(cell);
  return system;
}

const familyOf = ({ id }: Identity): string => id.split('/')[0]!;

/** Would every sum hold with these shifts? */
export function explains(system: ParitySystem, shifts: readonly Shift[]): boolean {
  return residualAfter(system, shifts).every((rest) => rest === 0);
}

/** Of each check, what is left of its difference. */
export function residualAfter({ syndrome, terms }: ParitySystem, shifts: readonly Shift[]): number[] {
  const rest = [...syndrome];
  for (const { cell, delta } of shifts) {
    for (const { check, sign } of terms[cell]!) rest[check]! += sign * delta;
  }
  return rest;
}

/**
 * Do other sums tell the cells of this one apart? They do where rows and columns are summed. Where most of its figures
 * stand in no other sum, a sum that fails says no more than that one of its cells is wrong.
 */
export function isCrossed({ members, terms, isBlank }: ParitySystem, check: number): boolean {
  const figures = members[check]!.filter((cell) => !isBlank[cell]);
  return figures.filter((cell) => terms[cell]!.length > 1).length * 2 > figures.length;
}
