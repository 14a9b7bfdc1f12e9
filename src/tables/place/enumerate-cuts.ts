import { halfWidthDigits } from '../../words/half-width-digits.js';
import { NO_TRACE, pieceOf, type Slot, slotOf } from '../slot.js';
import type { Token } from '../token.js';

/** A row is undecidable beyond this many placements; it is then left undecided as a whole. */
const PLACEMENTS_MAX = 20_000;

/** One cell in a run of digits: a sign only in front, no leading zero but the zero itself. */
const PIECE = /^[-+−]?(?:0|[1-9]\d*)$/u;
const DECIMAL_PIECE = /^[-+−]?(?:0|[1-9]\d*)(?:\.\d+)?$/u;

export interface CutRules {
  /** Cells of the row. */
  width: number;
  /** May empty cells have left no trace? */
  blanksLeaveNoTrace: boolean;
  /** Columns (by index) that may hold a decimal fraction. */
  decimals: ReadonlySet<number>;
}

/**
 * All ways to lay the printed pieces of a row into its cells, in order. Runs of digits are cut, separate values are not:
 *
 *   713000074 into 7 cells:  7|1|3|0|0|0|074 no (leading zero)   71|3|0|0|0|0|74 yes
 *   4 4       into 7 cells:  4|·|·|·|·|·|4   4|4|·|·|·|·|·  ... where blanks leave no trace
 *
 * Returns null when there are more than PLACEMENTS_MAX.
 */
export function enumerateCuts(tokens: Token[], rules: CutRules): Slot[][] | null {
  const found: Slot[][] = [];
  const row: Slot[] = [];
  let tooMany = false;

  const restMin = tokens.map((_, i) => tokens.length - i - 1);
  const place = (index: number, from: number): void => {
    if (tooMany) return;
    const token = tokens[index];
    if (!token) {
      finish(row.length);
      return;
    }
    const column = row.length;
    if (column >= rules.width || column + restMin[index]! >= rules.width) return;
    if (from === 0 && rules.blanksLeaveNoTrace) {
      row.push(NO_TRACE);
      place(index, 0);
      row.pop();
    }
    if (token.kind !== 'run') {
      row.push(slotOf(token));
      place(index + 1, 0);
      row.pop();
      return;
    }
    const digits = halfWidthDigits(token.text);
    const pattern = rules.decimals.has(column) ? DECIMAL_PIECE : PIECE;
    for (let to = from + 1; to <= token.text.length; to++) {
      if (!pattern.test(digits.slice(from, to)) || token.text[to] === '.') continue;
      row.push(pieceOf(token, from, to));
      if (to === token.text.length) place(index + 1, 0);
      else if (row.length < rules.width) {
        if (rules.blanksLeaveNoTrace) placeInside(index, to);
        else place(index, to);
      }
      row.pop();
    }
  };
  /** Blanks may also hide inside a run. */
  const placeInside = (index: number, from: number): void => {
    for (let blanks = 0; row.length + blanks < rules.width; blanks++) {
      for (let b = 0; b < blanks; b++) row.push(NO_TRACE);
      place(index, from);
      for (let b = 0; b < blanks; b++) row.pop();
    }
  };
  const finish = (length: number): void => {
    if (length < rules.width && !rules.blanksLeaveNoTrace) return;
    if (found.length >= PLACEMENTS_MAX) {
      tooMany = true;
      return;
    }
    found.push([...row, ...Array.from({ length: rules.width - length }, () => NO_TRACE)]);
  };

  place(0, 0);
  return tooMany ? null : found;
}
