import { explains, type ParitySystem, residualAfter, type Shift } from './parity-system.js';

/** One fault that moves many figures at once. */
export interface LineFault {
  fault: 'lines-exchanged' | 'line-shifted';
  shifts: Shift[];
  /** Cells that hold a zero where a blank belongs, or the other way round: no sum tells the two apart. */
  restated: number[];
}

/** Shorter lines have no neighbour to move to that would tell a move from two single faults. */
const SHIFTED_MIN = 3;

/**
 * Explanations that no small set of single cells comes near: the figures of two rows, or of two columns, stand in each
 * other's place; the figures of one line stand one place too far, and the last has fallen off. Each alone makes every
 * sum hold.
 *
 * @param bundles lines (cells by index, in the order of the form) of which any two may have been exchanged; lines with a
 * cell that no sum knows are left out by the caller
 */
export function lineFaults(system: ParitySystem, bundles: readonly number[][][]): LineFault[] {
  const faults: LineFault[] = [];
  for (const lines of bundles) {
    for (const [i, line] of lines.entries()) {
      for (const other of lines.slice(i + 1)) faults.push(...exchanged(system, line, other));
      faults.push(...shifted(system, line), ...shifted(system, [...line].reverse()));
    }
  }
  return faults;
}

function exchanged(system: ParitySystem, line: readonly number[], other: readonly number[]): LineFault[] {
  if (line.length !== other.length) return [];
  const pairs = line.flatMap((cell, i): [number, number][] => [
    [cell, other[i]!],
    [other[i]!, cell],
  ]);
  return faultOf(system, 'lines-exchanged', pairs, []);
}

/** Every figure belongs one place earlier, where the first left a blank; the last one is gone and follows from its sums. */
function shifted(system: ParitySystem, line: readonly number[]): LineFault[] {
  const { values, terms, isBlank } = system;
  if (line.length < SHIFTED_MIN || !isBlank[line[0]!]) return [];
  const pairs = line.slice(0, -1).map((cell, i): [number, number] => [cell, line[i + 1]!]);
  const last = line.at(-1)!;
  const [term] = terms[last]!;
  const rest = term ? residualAfter(system, shiftsOf(system, pairs))[term.check]! : 0;
  const delta = term ? -rest * term.sign : 0;
  if (values[last]! + delta < 0) return [];
  return faultOf(system, 'line-shifted', pairs, delta === 0 ? [] : [{ cell: last, delta }]);
}

/** @param pairs a cell, and the one that holds its figure now */
function faultOf(
  system: ParitySystem,
  fault: LineFault['fault'],
  pairs: readonly [number, number][],
  more: readonly Shift[],
): LineFault[] {
  const shifts = [...shiftsOf(system, pairs), ...more];
  if (shifts.length === 0 || !explains(system, shifts)) return [];
  const restated = pairs.flatMap(([cell, from]) =>
    system.isBlank[cell] !== system.isBlank[from] && system.values[cell] === system.values[from]
      ? [cell]
      : [],
  );
  return [{ fault, shifts, restated }];
}

const shiftsOf = ({ values }: ParitySystem, pairs: readonly [number, number][]): Shift[] =>
  pairs.flatMap(([cell, from]) => {
    const delta = values[from]! - values[cell]!;
    return delta === 0 ? [] : [{ cell, delta }];
  });
