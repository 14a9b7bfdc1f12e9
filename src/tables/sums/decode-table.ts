import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity } from '../../model/template.js';
import { type LineFault, lineFaults } from './line-faults.js';
import { type CellFault, isTelling, nameFault, namePairFault } from './name-fault.js';
import { isCrossed, type Known, type ParitySystem, paritySystem, type Shift } from './parity-system.js';
import { searchCells } from './search-cells.js';

/** A cell that may be wrong and the number with which every identity would hold. A blank counts as 0. */
export interface Change {
  cell: CellAddress;
  from: number | 'blank';
  /** Blank where only that is in question: a zero stands for it. */
  to: number | 'blank';
  /** What may have turned the one into the other; null where no single fault does. */
  fault: CellFault | LineFault['fault'] | null;
  /** Do crossing sums pin it down? Where only one sum fails, two cells may be wrong as well as one. */
  isPinned: boolean;
}

/** Faults that together make every identity hold: single cells, or one line as a whole. */
type Explanation = Change[];

export interface Decoding {
  /**
   * consistent: nothing fails. explained: there is one simplest explanation. several: there are more.
   * undecided: none was found within the bounds, so every cell of a failed identity is suspect.
   */
  verdict: 'consistent' | 'explained' | 'several' | 'undecided';
  /** The simplest explanations. */
  explanations: Explanation[];
  /** The one explanation, or of several the only one that is made of faults that really happen. */
  likeliest: Explanation | null;
  /** Cells that may be wrong, by address key. */
  suspects: Set<string>;
  /** Shifts of single cells that the search tried, bounded by STEPS_MAX. */
  steps: number;
}

interface DecodingOptions {
  /** Lines of the form that may change places, cells in order. */
  bundles?: readonly CellAddress[][][];
  /** Numbers that the print of a recognised cell may be as well. */
  misreadings?: (cell: CellAddress) => readonly number[];
}

/** From so many wrong cells on, one fault of a whole line is the simpler explanation. */
const MANY_CELLS = 4;

/**
 * Finds the simplest explanations of what fails: the identities are the parity checks of a linear code, the failed ones
 * its syndrome. One wrong cell is the plainest there is; before two or more are believed, faults of whole lines are tried
 * too. Deterministic and bounded.
 *
 * @param identities those without unread cells, relation `equals`
 */
export function decodeTable(
  identities: readonly Identity[],
  numberOf: (cell: CellAddress) => Known,
  { bundles = [], misreadings = () => [] }: DecodingOptions = {},
): Decoding {
  const system = paritySystem(identities, numberOf, bundles.flat(2));
  if (system.syndrome.every((difference) => difference === 0)) {
    return { verdict: 'consistent', explanations: [], likeliest: null, suspects: new Set(), steps: 0 };
  }
  const { sets, nextSets, isCut, steps } = searchCells(system);
  const size = sets[0]?.length ?? null;
  const toCells = (shifts: readonly Shift[]) =>
    changesOf(system, shifts, cellFaults(system, shifts, { bundles, misreadings }));
  const asCells = sets.map(toCells);
  const moves = lineFaults(system, indexed(system, bundles)).map((line) => movesOf(system, line));
  // One wrong cell is simpler than a line in another's place, and no simpler than one that took the cell along.
  const isSimple = (line: Explanation) => size !== 1 || asCells.some((cells) => keyOf(cells) === keyOf(line));
  const asLines = distinct(moves.filter(isSimple));
  const asNext = nextSets.map(toCells).filter((changes) => changes.every(({ fault }) => fault !== null));
  const all = distinct([...asLines, ...asCells]);
  if (all.length === 0) {
    return { verdict: 'undecided', explanations: [], likeliest: null, suspects: failingCells(system), steps };
  }
  const isLine = asLines.length > 0 && (size === null || size >= MANY_CELLS);
  const plainest = isLine ? asLines : size === 1 ? distinct([...asCells, ...asLines]) : all;
  const explanations = plainest.some(isMisread)
    ? plainest
    : distinct([...plainest, ...nextSets.map(toCells).filter(isMisread)]);
  const verdict = explanations.length === 1 ? 'explained' : 'several';
  const suspects = new Set([...all, ...asNext].flat().map(({ cell }) => addressKey(cell)));
  for (const cell of bystanders(system)) suspects.add(addressKey(system.cells[cell]!));
  if (isCut) for (const key of failingCells(system)) suspects.add(key);
  return { verdict, explanations, likeliest: likeliestOf(explanations), suspects, steps };
}

/** Cells of failed sums in which no other sum tells the cells apart: any of them may be wrong, whatever explains it best. */
function bystanders(system: ParitySystem): number[] {
  return system.members.flatMap((cells, check) =>
    system.syndrome[check] !== 0 && !isCrossed(system, check) ? cells : [],
  );
}

/** Lines by index. A line with a cell that no identity knows can't be judged. */
function indexed({ indexOf }: ParitySystem, bundles: readonly CellAddress[][][]): number[][][] {
  return bundles.map((lines) =>
    lines
      .map((line) => line.map((cell) => indexOf.get(addressKey(cell))))
      .filter((line): line is number[] => line.every((cell) => cell !== undefined)),
  );
}

type FaultOf = (shift: Shift, at: number) => Change['fault'];

function changesOf(system: ParitySystem, shifts: readonly Shift[], faultOf: FaultOf): Explanation {
  return shifts.map((shift, at) => {
    const cell = system.cells[shift.cell]!;
    const isPinned = isPinnedDown(system, shift.cell);
    return { cell, ...figureOf(system, shift), fault: faultOf(shift, at), isPinned };
  });
}

/** The changes of a line, and the cells in which a zero and a blank changed places. */
function movesOf(system: ParitySystem, { fault, shifts, restated }: LineFault): Explanation {
  const blanks = restated.map((cell): Change => {
    const isBlank = system.isBlank[cell]!;
    const [from, to] = isBlank ? (['blank', 0] as const) : ([0, 'blank'] as const);
    return { cell: system.cells[cell]!, from, to, fault, isPinned: false };
  });
  return [...changesOf(system, shifts, () => fault), ...blanks];
}

const isPinnedDown = (system: ParitySystem, cell: number): boolean =>
  system.terms[cell]!.every(({ check }) => system.syndrome[check] === 0 || isCrossed(system, check));

function figureOf({ values, isBlank }: ParitySystem, { cell, delta }: Shift) {
  const from = values[cell]!;
  return { from: isBlank[cell] ? ('blank' as const) : from, to: from + delta };
}

/** The fault of each of the single cells of a set; two neighbours of a row may share one. */
function cellFaults(
  system: ParitySystem,
  shifts: readonly Shift[],
  { bundles, misreadings }: Required<DecodingOptions>,
): FaultOf {
  const own: FaultOf = (shift) => {
    const { from, to } = figureOf(system, shift);
    if (misreadings(system.cells[shift.cell]!).includes(to)) return 'misread';
    return nameFault(
      from,
      to,
      system.terms[shift.cell]!.some(({ sign }) => sign < 0),
    );
  };
  const [one, two] = shifts;
  if (!one || !two || shifts.length !== 2) return own;
  const pairs = [
    [one, two],
    [two, one],
  ] as const;
  for (const [left, right] of pairs) {
    if (!areNeighbours(system.cells[left.cell]!, system.cells[right.cell]!, bundles)) continue;
    const fault = namePairFault(figureOf(system, left), figureOf(system, right));
    if (fault) return () => fault;
  }
  return own;
}

/** Does the second cell stand right behind the first, in one printed row? */
function areNeighbours(left: CellAddress, right: CellAddress, bundles: readonly CellAddress[][][]): boolean {
  if (left.row !== right.row) return false;
  const line = bundles.flat().find((cells) => cells.every(({ row }) => row === left.row));
  const at = line?.findIndex(({ column }) => column === left.column) ?? -1;
  return at >= 0 && line![at + 1]?.column === right.column;
}

/** The same figures may be reached in more than one way; the first, a fault of a line, names it. */
function distinct(explanations: readonly Explanation[]): Explanation[] {
  const byChanges = new Map<string, Explanation>();
  for (const explanation of explanations) {
    const key = keyOf(explanation);
    if (!byChanges.has(key)) byChanges.set(key, explanation);
  }
  return [...byChanges.values()];
}

/** The figures that an explanation changes; that a blank takes the place of a zero changes none. */
const keyOf = (explanation: Explanation): string =>
  explanation
    .filter(({ from, to }) => (from === 'blank' ? 0 : from) !== (to === 'blank' ? 0 : to))
    .map(({ cell, to }) => `${addressKey(cell)}=${to}`)
    .sort()
    .join();

function likeliestOf(explanations: readonly Explanation[]): Explanation | null {
  if (explanations.length === 1) return explanations[0]!;
  const misread = explanations.filter(isMisread);
  if (misread.length > 0) return theOnly(misread);
  return theOnly(explanations.filter((changes) => changes.every(({ fault }) => isTelling(fault))));
}

const theOnly = ([first, second]: readonly Explanation[]): Explanation | null =>
  first && !second ? first : null;

/** Does it ask for nothing but other readings of the same print? Then the reading speaks for it beside the sums. */
export const isMisread = (changes: Explanation): boolean => changes.every(({ fault }) => fault === 'misread');

function failingCells({ syndrome, members, cells }: ParitySystem): Set<string> {
  const failing = members.filter((_, check) => syndrome[check] !== 0).flat();
  return new Set(failing.map((cell) => addressKey(cells[cell]!)));
}
