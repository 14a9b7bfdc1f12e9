const COLUMNS_MAX = 16_384;

/** A number for each cell of a sheet. */
export const keyOf = (row: number, column: number): number => row * COLUMNS_MAX + column;

/** Row and column, from 0, of a reference such as B16. */
export function placeOf(reference: string): [row: number, column: number] | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/u.exec(reference);
  if (match === null) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(match[2]) - 1, column];
}
