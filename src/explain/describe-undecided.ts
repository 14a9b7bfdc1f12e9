import { printable } from '../printing/printable.js';
import { explainFlags, rivalsOf } from './explain-flags.js';
import type { FormLabels } from './form-labels.js';
import type { Placed } from './name-cells.js';

/** Are the cells of one row read from one stretch of text, without a number for any? */
export const isUndecided = ({ cell }: Placed): boolean =>
  cell.value === null && cell.raw !== null && !cell.suggested && rivalsOf(cell.flags).length > 0;

/** What must be the same for undecided cells to be described together: the row, the text, and all but their numbers. */
export const undecidedKey = ({ row, cell: { raw, flags } }: Placed): string =>
  JSON.stringify([row, raw, flags.filter((flag) => !flag.startsWith('rival:'))]);

/**
 * Cells among which the same printed text may be dealt in several ways:
 * `（一）予以公开: "4 4" is printed for 3 of its cells, and no number was taken`, and below it the numbers that each may have.
 */
export function describeUndecided(
  members: Placed[],
  labels: FormLabels,
): { text: string; details: string[] } {
  const { row, cell } = members[0]!;
  // One number alone is rivalled by an empty cell: were it the same in all readings, it would have been taken.
  const numbers = members.map((member) => {
    const rivals = rivalsOf(member.cell.flags);
    return rivals.length === 1 ? `${rivals[0]} or empty` : rivals.join(' or ');
  });
  const isOne = numbers.every((number) => number === numbers[0]);
  const names = members.map(({ column }) => labels.column(row, column));
  const told = isOne
    ? `${names.join(', ')}: each ${numbers[0]}`
    : names.map((name, index) => `${name} ${numbers[index]}`).join(', ');
  const others = cell.flags.filter((flag) => !flag.startsWith('rival:'));
  return {
    text: `${labels.row(row)}: "${printable(cell.raw ?? '')}" is printed for ${members.length} of its cells, and no number was taken`,
    details: [...explainFlags(others), `what they may be: ${told}`],
  };
}
