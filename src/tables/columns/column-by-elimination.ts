import { distance } from 'fastest-levenshtein';

/** Half of a name must be there. */
const LIKENESS_MIN = 0.5;

/**
 * The grid column of the one column that no heading cell names, where all others are found: the heading cell that stands between
 * its neighbours of the form and is not named itself, if it reads somewhat like it. Short names are no name any more with one
 * character lost (科机构), and a recognised heading loses some.
 *
 * @param found grid column -> column id
 * @param order ids of the form's columns
 * @param missing its id, and its names folded
 * @param textAt the folded heading cell of a grid column
 */
export function columnByElimination(
  found: ReadonlyMap<number, string>,
  order: readonly string[],
  missing: { id: string; cores: readonly string[] },
  textAt: (column: number) => string | undefined,
): number | null {
  const at = order.indexOf(missing.id);
  const columnsOf = (id: string | undefined) => [...found].filter(([, own]) => own === id).map(([c]) => c);
  const before = columnsOf(order[at - 1]);
  const after = columnsOf(order[at + 1]);
  const column = before.length > 0 ? Math.max(...before) + 1 : after.length > 0 ? Math.min(...after) - 1 : -1;
  const isBetween = after.length === 0 || Math.min(...after) === column + 1;
  const text = textAt(column);
  if (!isBetween || found.has(column) || !text) return null;
  const likeness = (core: string) => 1 - distance(text, core) / Math.max(text.length, core.length);
  return missing.cores.some((core) => likeness(core) >= LIKENESS_MIN) ? column : null;
}
