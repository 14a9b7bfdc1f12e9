import type { CellAddress, Identity } from '../../model/template.js';

/** What a check may know of a cell. `open` is anything that is no number and no printed blank. */
export type Operand = { kind: 'number'; value: number } | { kind: 'blank' } | { kind: 'open' };

export interface Evaluation {
  identity: Identity;
  status: 'pass' | 'fail' | 'not-evaluable';
  /** Sums of the printed numbers on both sides; null where nothing is printed. */
  left: number | null;
  right: number | null;
}

interface Side {
  sum: number;
  numbers: number;
  blanks: number;
  open: number;
}

/**
 * Evaluates one identity. A printed blank counts as nothing, which is what bodies mean by it; where a whole side is
 * blank there is nothing to compare with.
 */
export function evaluateIdentity(identity: Identity, operand: (cell: CellAddress) => Operand): Evaluation {
  const left = side(identity.parts, operand);
  const right = side(identity.whole, operand);
  const sums = { left: left.numbers > 0 ? left.sum : null, right: right.numbers > 0 ? right.sum : null };
  return { identity, status: statusOf(identity, left, right), ...sums };
}

function side(cells: readonly CellAddress[], operand: (cell: CellAddress) => Operand): Side {
  const result: Side = { sum: 0, numbers: 0, blanks: 0, open: 0 };
  for (const cell of cells) {
    const found = operand(cell);
    if (found.kind === 'number') {
      result.sum += found.value;
      result.numbers++;
    } else if (found.kind === 'blank') result.blanks++;
    else result.open++;
  }
  return result;
}

function statusOf(identity: Identity, left: Side, right: Side): Evaluation['status'] {
  if (left.open > 0 || right.open > 0) return 'not-evaluable';
  if (left.numbers === 0 || right.numbers === 0) return 'not-evaluable';
  if (identity.relation === 'at-most') {
    if (left.blanks > 0 || right.blanks > 0) return 'not-evaluable';
    return left.sum <= right.sum ? 'pass' : 'fail';
  }
  return left.sum === right.sum ? 'pass' : 'fail';
}
