import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity } from '../../model/template.js';

/** Sums of other readings that are followed; beyond it nothing is taken as confirmed. */
const SUMS_MAX = 5_000;

/**
 * The cells, by address key, that an identity which holds does not confirm: with other readings of the same print, theirs
 * among them, it would hold as well. One `1` misread for `11` fails its sum; where every 11 of a row is misread, none does.
 *
 * @param readingsOf the numbers that the print of a cell may say, the one that was read first
 */
export function openToOtherReadings(
  { parts, whole }: Identity,
  readingsOf: (cell: CellAddress) => readonly number[],
): Set<string> {
  const terms = [
    ...parts.map((cell) => ({ cell, numbers: readingsOf(cell) })),
    ...whole.map((cell) => ({ cell, numbers: readingsOf(cell).map((number) => -number) })),
  ];
  const open = new Set<string>();
  const doubtful = terms.filter(({ numbers }) => numbers.length > 1);
  if (doubtful.length < 2) return open;
  const fixed = terms.reduce((sum, { numbers }) => sum + (numbers.length === 1 ? numbers[0]! : 0), 0);
  for (const [at, { cell, numbers }] of doubtful.entries()) {
    const sums = reachable(doubtful.toSpliced(at, 1).map((term) => term.numbers));
    const isOpen = (number: number) => sums === null || sums.has(-(fixed + number));
    if (numbers.slice(1).some(isOpen)) open.add(addressKey(cell));
  }
  return open;
}

/** Every sum of one number from each list; null where there are too many. -0 and 0 are one. */
function reachable(lists: readonly (readonly number[])[]): Set<number> | null {
  let sums = new Set([0]);
  for (const list of lists) {
    const next = new Set<number>();
    for (const sum of sums) for (const number of list) next.add(sum + number);
    if (next.size > SUMS_MAX) return null;
    sums = next;
  }
  return sums;
}
