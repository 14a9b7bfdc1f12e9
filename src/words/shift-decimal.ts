/**
 * Multiplies a printed decimal by a power of ten without binary rounding: "4068.208", 4 -> 40682080.
 * @param digits an optional sign, digits, at most one point.
 */
export function shiftDecimal(digits: string, places: number): number {
  return Number(`${digits}e${places}`);
}
