import { addressKey } from '../model/cell-address.js';
import type { CellAddress, Identity } from '../model/template.js';
import type { Known } from './decode-table.js';

type Exchange = (cell: CellAddress) => CellAddress;

/**
 * Explanations of a failure that no small set of single cells comes near: the figures of two rows, or of two columns,
 * stand in each other's place. Returns, for every pair whose exchange makes all identities hold, the cells that differ.
 */
export function swappedLines(identities: Identity[], numberOf: (cell: CellAddress) => Known): Set<string>[] {
  const cells = identities.flatMap((identity) => [...identity.parts, ...identity.whole]);
  const known = new Map(cells.map((cell) => [addressKey(cell), cell]));
  const number = (cell: CellAddress): number | null => {
    const found = numberOf(cell);
    return found === 'blank' ? 0 : found;
  };
  const explanations: Set<string>[] = [];
  for (const exchange of exchanges([...known.values()])) {
    const changed = [...known.values()].filter((cell) => number(cell) !== number(exchange(cell)));
    const after = (cell: CellAddress) => number(exchange(cell));
    if (changed.length === 0 || !identities.every((identity) => holds(identity, after))) continue;
    explanations.push(new Set(changed.map(addressKey)));
  }
  return explanations;
}

/** One exchange for every two rows and every two columns. */
function* exchanges(cells: CellAddress[]): Generator<Exchange> {
  for (const axis of ['row', 'column'] as const) {
    const lines = [...new Set(cells.map((cell) => cell[axis]))];
    for (const [i, a] of lines.entries()) {
      for (const b of lines.slice(i + 1)) {
        yield (cell) =>
          cell[axis] === a ? { ...cell, [axis]: b } : cell[axis] === b ? { ...cell, [axis]: a } : cell;
      }
    }
  }
}

function holds(identity: Identity, number: (cell: CellAddress) => number | null): boolean {
  const sum = (cells: CellAddress[]) =>
    cells.reduce((total, cell) => total + (number(cell) ?? Number.NaN), 0);
  return sum(identity.parts) === sum(identity.whole);
}
