import { addressKey } from '../../model/address-key.js';
import type { CellAddress, ColumnSpec, Identity } from '../../model/template.js';
import { readValue } from '../../words/read-value.js';
import { NO_TRACE, type Slot } from '../slot.js';

/** The sums of cells that are printed together, asked of one way to lay the printed values after another. */
export interface RowSums {
  areKept: (slots: readonly Slot[]) => boolean;
  /** The empty one of the cells is gone, and may have held whatever the sums ask for. */
  mayBeKept: (slots: readonly Slot[]) => boolean;
  /** One figure is missing, and all sums hold but the one whose total it would be: the total may be what was lost. */
  lackOnlyTotal: (slots: readonly Slot[]) => boolean;
}

interface SummedCells {
  addresses: readonly CellAddress[];
  columns: readonly ColumnSpec[];
  identities: readonly Identity[];
}

const ELSEWHERE = -1;

/** A row has thousands of ways to be laid: what does not change with them is worked out once. */
export function rowSums({ addresses, columns, identities }: SummedCells): RowSums {
  const places = new Map(addresses.map((address, i) => [addressKey(address), i]));
  const placesOf = (cells: readonly CellAddress[]) =>
    cells.map((cell) => places.get(addressKey(cell)) ?? ELSEWHERE);
  const sums = identities.map(({ whole, parts }) => ({ whole: placesOf(whole), parts: placesOf(parts) }));
  const numberAt = slotReader(columns);
  // A cell that these do not hold has no number, and no sum with it holds.
  const numberIn = (slots: readonly Slot[], at: number): number =>
    (at === ELSEWHERE ? null : numberAt(slots[at]!, at)) ?? Number.NaN;
  /** What the whole is more than its parts. @param lost a cell that counts nothing */
  const restOf = ({ whole, parts }: (typeof sums)[number], slots: readonly Slot[], lost?: number): number => {
    const total = (cells: readonly number[]) => {
      let sum = 0;
      for (const at of cells) if (at !== lost) sum += numberIn(slots, at);
      return sum;
    };
    return total(whole) - total(parts);
  };
  const areKept = (slots: readonly Slot[]) => sums.every((sum) => restOf(sum, slots) === 0);
  return {
    areKept,
    mayBeKept: (slots) => {
      const lost = slots.indexOf(NO_TRACE);
      if (lost < 0) return areKept(slots);
      return sums.every((sum) => {
        const rest = restOf(sum, slots, lost);
        if (sum.parts.includes(lost)) return rest >= 0;
        return sum.whole.includes(lost) ? rest <= 0 : rest === 0;
      });
    },
    lackOnlyTotal: (slots) => {
      const lost = slots.findIndex((slot) => slot.text === null);
      const others = sums.filter(({ whole }) => !whole.includes(lost));
      return others.length < sums.length && others.every((sum) => restOf(sum, slots) === 0);
    },
  };
}

/** The number in each slot: a blank counts 0, words count null. */
export function slotNumbers(slots: readonly Slot[], columns: readonly ColumnSpec[]): (number | null)[] {
  return slots.map(slotReader(columns));
}

/** Reads slots of a row. The same texts stand at a place again and again, and are read once. */
function slotReader(columns: readonly ColumnSpec[]): (slot: Slot, at: number) => number | null {
  const known = columns.map(() => new Map<string, number | null>());
  return ({ isShared, text }, at) => {
    if (isShared) return null;
    if (text === null) return 0;
    let number = known[at]!.get(text);
    if (number === undefined) {
      const reading = readValue(text, columns[at]!, null);
      number = reading.state === 'blank' ? 0 : reading.value;
      known[at]!.set(text, number);
    }
    return number;
  };
}
