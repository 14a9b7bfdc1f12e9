/**
 * The first of `count` places at which something holds, found by halving; `count` where it holds at none.
 * @param holds where it holds at a place, it holds at all behind it
 */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
