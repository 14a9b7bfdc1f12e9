import type { Cell } from '../model/report-record.js';
import type { CellDraft } from '../tables/cell-draft.js';
import { isSure } from './rank-carriers.js';

/** One cell as one carrier has it, before and after it was graded there. */
export interface CellReading {
  carrier: number;
  draft: CellDraft;
  cell: Cell;
  /** Does its table follow another form than the one that the merged table has? Then it only contradicts. */
  isOtherForm: boolean;
}

export interface Choice {
  reading: CellReading;
  /** The numbers that other carriers have, and that nothing decides against: both are in doubt. */
  rivals: { carrier: number; value: number }[];
  /** Doubtful numbers of carriers, or the number that a blank means, beside a sure one. */
  overruled: { carrier: number; value: number | null }[];
}

/**
 * Which carrier's cell is taken. A sure number goes before all; then one that only sums speak against, for it is printed there; then a
 * printed blank, which says more than a number that may belong elsewhere; then such a number. Among equals the number of most carriers, then the carrier whose table has the most evidence. Two sure numbers that differ are rivals, and so are two doubtful ones where
 * there is no sure one.
 * @param readings in the order of the evidence of their tables; one at least that follows the table's form
 */
export function chooseReading(readings: readonly CellReading[]): Choice {
  const sure = readings.filter(({ cell }) => isSure(cell) && cell.value !== null);
  const own = (one: CellReading): boolean => !one.isOtherForm;
  const standing = mostNamed(sure.filter(own));
  if (standing) {
    const others = readings.filter(({ cell }) => cell.value !== standing.cell.value);
    return {
      reading: standing,
      rivals: [...numbersOf(others.filter((one) => sure.includes(one))), ...excluding(standing, readings)],
      overruled: others
        .filter((one) => own(one) && !sure.includes(one) && contradicts(one, standing.cell.value!))
        .map(({ carrier, cell }) => ({ carrier, value: cell.value })),
    };
  }
  const doubtful = readings.filter((one) => own(one) && one.cell.confidence === 'suspect');
  const numbers = doubtful.filter(({ cell }) => cell.value !== null);
  const plain = numbers.find(({ draft }) => draft.doubts.length === 0);
  const blank = readings.find((one) => own(one) && one.cell.confidence === 'blank');
  const reading = plain ?? blank ?? numbers[0] ?? doubtful[0] ?? readings.find(own)!;
  if (reading.cell.confidence !== 'suspect') {
    const overruled = numbers.map(({ carrier, cell }) => ({ carrier, value: cell.value }));
    return { reading, rivals: [], overruled: overruled.filter(({ value }) => value !== 0) };
  }
  // A sure number of another form's table says what is printed, if not where it belongs.
  const others = [...numbers, ...sure].filter(({ cell }) => cell.value !== reading.cell.value);
  return { reading, rivals: numbersOf(others), overruled: [] };
}

/**
 * The numbers that another carrier leaves open for the cell, if the one taken is not among them: whatever it prints there, it is
 * not that. A number that a sum or a second carrier confirms needs no such witness, and if units differ it is no witness.
 */
function excluding(standing: CellReading, readings: readonly CellReading[]): Choice['rivals'] {
  const value = standing.cell.value!;
  const agreeing = readings.filter(({ cell }) => isSure(cell) && cell.value === value);
  const isConfirmed = agreeing.length > 1 || standing.cell.confidence === 'verified';
  if (isConfirmed || value === 0 || standing.draft.unit !== null) return [];
  return readings
    .filter(
      ({ draft, isOtherForm }) => !isOtherForm && draft.state === 'undecided' && draft.rivals.length > 0,
    )
    .filter(({ draft }) => !draft.rivals.includes(value))
    .flatMap(({ carrier, draft }) => draft.rivals.map((rival) => ({ carrier, value: rival })));
}

/** Of sure readings the number that most carriers have, and of equals the first: a cell with rivals is in doubt anyway. */
function mostNamed(sure: readonly CellReading[]): CellReading | undefined {
  const countOf = (one: CellReading): number =>
    sure.filter(({ cell }) => cell.value === one.cell.value).length;
  return sure.reduce<CellReading | undefined>(
    (best, one) => (best && countOf(best) >= countOf(one) ? best : one),
    undefined,
  );
}

const numbersOf = (readings: readonly CellReading[]): Choice['rivals'] =>
  readings.flatMap(({ carrier, cell }) => (cell.value === null ? [] : [{ carrier, value: cell.value }]));

/** A blank means no more than nothing: it contradicts a number, and no zero. */
const contradicts = ({ cell }: CellReading, value: number): boolean =>
  cell.confidence === 'suspect' ? cell.value !== null : cell.confidence === 'blank' && value !== 0;
