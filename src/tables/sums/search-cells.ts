import { isCrossed, type ParitySystem, type Shift } from './parity-system.js';

/** More wrong cells than this at once are named, not located; fewer where sums do not cross. */
const CELLS_MAX = 6;
const CELLS_MAX_UNCROSSED = 3;
/** Cells of two rows and two columns: as many as the smallest ring has. */
const RING = 4;
/** Bound of the whole search: shifts that are tried. Everything beyond it is undecided. */
export const STEPS_MAX = 60_000;

interface CellSearch {
  /** The smallest sets of cells whose change makes every sum hold, and what each is changed by. */
  sets: Shift[][];
  /** Sets of one cell more, of faults that cancel in a sum: less likely, yet no less possible. None beside a single cell. */
  nextSets: Shift[][];
  /** Was the bound reached before all of them were found? */
  isCut: boolean;
  /** Shifts that were tried, at most STEPS_MAX. */
  steps: number;
}

/**
 * The smallest sets of single cells that explain every failed check: exact, or none where the bounds are reached.
 *
 * It finds them all, because cells of a smallest set, seen as edges between their row's and their columns' checks, form
 * no ring: some check of the set is touched by one of its cells only, and that cell's shift is the whole difference of that
 * check. A ring could be emptied of one cell, unless a figure would go below zero: where what fails is so little that a
 * ring may be behind it, and no set smaller than a ring is found, nothing is decided.
 */
export function searchCells(system: ParitySystem): CellSearch {
  const budget = { steps: 0 };
  const isFailing = (check: number): boolean => system.syndrome[check] !== 0;
  const areCrossed = system.members.every((_, check) => !isFailing(check) || isCrossed(system, check));
  const most = areCrossed ? CELLS_MAX : CELLS_MAX_UNCROSSED;
  for (let size = Math.max(1, ...failingByFamily(system, system.syndrome)); size <= most; size++) {
    if (mayHideRing(system, size)) break;
    const sets = setsOf(system, size, budget);
    if (sets === null) break;
    if (sets.length === 0) continue;
    const nextSets = size === 1 ? [] : setsOf(system, size + 1, budget);
    const steps = Math.min(budget.steps, STEPS_MAX);
    return { sets, nextSets: nextSets ?? [], isCut: nextSets === null, steps };
  }
  return {
    sets: [],
    nextSets: [],
    isCut: budget.steps > STEPS_MAX,
    steps: Math.min(budget.steps, STEPS_MAX),
  };
}

/** May a set of so many cells hold a ring of four? It leaves two rows and two columns, each other cell its own checks. */
function mayHideRing(system: ParitySystem, size: number): boolean {
  if (size < RING) return false;
  const counts = failingByFamily(system, system.syndrome);
  const failing = counts.reduce((sum, count) => sum + count, 0);
  const mostTerms = Math.max(...system.terms.map((terms) => terms.length));
  return Math.max(...counts) <= size - RING / 2 && failing <= RING + mostTerms * (size - RING);
}

/** All sets of exactly `size` cells; null when the bound was reached. */
function setsOf(system: ParitySystem, size: number, budget: { steps: number }): Shift[][] | null {
  const { members, terms, values } = system;
  const rest = [...system.syndrome];
  const shifts: Shift[] = [];
  const found = new Map<string, Shift[]>();
  const seen = new Set<string>();

  const descend = (depth: number): boolean => {
    const branch = chooseBranch(system, rest, depth);
    if (branch === 'dead') return true;
    if (branch === 'solved') {
      if (depth === 0) found.set(keyOf(shifts), sorted(shifts));
      return true;
    }
    if (!branch.isForced) {
      const key = keyOf(shifts);
      if (seen.has(key)) return true;
      seen.add(key);
    }
    return branch.checks.every((check) => members[check]!.every((cell) => tryCell(cell, check, depth)));
  };
  const tryCell = (cell: number, check: number, depth: number): boolean => {
    if (shifts.some((shift) => shift.cell === cell)) return true;
    if (++budget.steps > STEPS_MAX) return false;
    const { sign } = terms[cell]!.find((term) => term.check === check)!;
    const delta = -rest[check]! * sign;
    // A count is never below zero.
    if (values[cell]! + delta < 0) return true;
    for (const term of terms[cell]!) rest[term.check]! += term.sign * delta;
    shifts.push({ cell, delta });
    const goesOn = descend(depth - 1);
    shifts.pop();
    for (const term of terms[cell]!) rest[term.check]! -= term.sign * delta;
    return goesOn;
  };
  return descend(size) ? [...found.values()] : null;
}

const sorted = (shifts: readonly Shift[]): Shift[] => [...shifts].sort((a, b) => a.cell - b.cell);

const keyOf = (shifts: readonly Shift[]): string =>
  sorted(shifts)
    .map(({ cell, delta }) => `${cell}:${delta}`)
    .join();

function failingByFamily({ families, familyCount }: ParitySystem, rest: readonly number[]): number[] {
  const counts = Array<number>(familyCount).fill(0);
  for (const [check, difference] of rest.entries()) if (difference !== 0) counts[families[check]!]!++;
  return counts;
}

type Branch = 'solved' | 'dead' | { checks: number[]; isForced: boolean };

/**
 * Checks of which one must be mended wholly by the next cell. A cell mends at most one check of a family, so more failing
 * ones than cells left end the branch; with as many, each cell mends one of them wholly, and any of them will do.
 */
function chooseBranch(system: ParitySystem, rest: readonly number[], depth: number): Branch {
  const counts = failingByFamily(system, rest);
  const most = Math.max(...counts);
  if (most === 0) return 'solved';
  if (most > depth) return 'dead';
  const failing = rest.flatMap((difference, check) => (difference === 0 ? [] : [check]));
  const forced = failing.filter((check) => counts[system.families[check]!] === depth);
  if (forced.length === 0) return { checks: failing, isForced: false };
  const sizeOf = (check: number): number => system.members[check]!.length;
  const shortest = forced.reduce((best, check) => (sizeOf(check) < sizeOf(best) ? check : best));
  return { checks: [shortest], isForced: true };
}
