import { parseCell } from '../../words/parse-cell.js';
import type { Placement } from '../place/place-values.js';
import type { PhysicalRow, Token } from '../token.js';

/** Where two figures stand in one cell of a row, an empty cell of it may have lost its own. */
export function emptyBesideTwo({ values }: PhysicalRow, { placements }: Placement): (i: number) => boolean {
  const holdsTwo = ({ text }: Token) => TWO_FIGURES.test(text) && parseCell(text).kind !== 'number';
  return values.some(holdsTwo) ? (i) => placements.some((slots) => slots[i]?.text === '') : () => false;
}

const TWO_FIGURES = /^\s*\d[\d,.]*\s+\d[\d,.]*\s*$/u;
