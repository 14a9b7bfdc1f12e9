/** The largest of any number of numbers; `Math.max(...numbers)` fails where they are too many for the stack. */
export function largest(numbers: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
