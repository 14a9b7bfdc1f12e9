import type { CellAddress } from '../model/template.js';
import { clip } from '../printing/fit-width.js';
import { faultOf, isFault, rivalsOf } from './explain-flags.js';
import { cellName, type FormLabels } from './form-labels.js';
import { namesOf, type Placed } from './name-cells.js';
import { joinWords } from './name-sum.js';
import { rivalExplanations } from './rival-explanations.js';
import { failedSums, isSame, signIn, type TableSums, uniqueOf } from './table-sums.js';

/** Explanations that are described one by one; of more, only the cells. */
const PAIRS_MAX = 3;
/** Cells named one by one. */
const CELLS_MAX = 6;
/** Of more cells than this, only the rows are named. */
const LISTED_MAX = 24;
const ROW_WIDTH_MAX = 36;

/**
 * The sums say that some of these cells are wrong, and not which: what each would have to be.
 *
 * @param members suspects that share failed sums; nothing else speaks against them
 */
export function describeRivals(members: Placed[], labels: FormLabels, book: TableSums): string {
  const name = (address: CellAddress): string => cellName(labels, address);
  const limit = describeLimit(members, name, book);
  if (limit) return limit;
  const rivals = rivalExplanations([...members, ...blanksBeside(members, book)], book);
  const uncovered = members.filter((member) => !rivals.flat().some(({ address }) => isSame(address, member)));
  const note = uncovered.length > 0 ? `; ${namesOf(uncovered, labels)} only if more are wrong` : '';
  const size = rivals[0]?.length;
  if (size === 1 && rivals.length > 1) {
    const told = rivals.map(([rival]) => {
      const { value, flags } = book.cell(rival!.address)!;
      const fault = flags.find(isFault);
      const printed = value === null ? 'printed empty' : `printed ${value}`;
      return `${name(rival!.address)} ${rival!.to} (${printed}${fault ? `: ${faultOf(fault)}` : ''})`;
    });
    return `any one of these cells could be the wrong one, and would have to be: ${someOf(told)}${note}`;
  }
  if (size === 2 && rivals.length > 1 && rivals.length <= PAIRS_MAX) {
    const told = rivals.map(
      ([one, other]) => `${name(one!.address)} must be ${one!.to} and ${name(other!.address)} ${other!.to}`,
    );
    return `two cells are wrong, and the sums do not tell which: either ${told.join(', or ')}${note}`;
  }
  if (failedSums(book, members).length === 0) {
    return `in doubt, though every sum that can be made up holds: ${namesOf(members, labels)}`;
  }
  if (members.length > LISTED_MAX) {
    return `of ${members.length} cells some are wrong, and the sums do not tell which: ${namesOf(members, labels)}`;
  }
  const hasNumbers = members.some(({ cell }) => rivalsOf(cell.flags).length > 0);
  const legend = hasNumbers ? ' (printed → what it would have to be, if it is)' : '';
  const named = describePlaces(members, labels);
  return `of these ${members.length} cells some are wrong${legend}, and the sums do not tell which: ${named}`;
}

/** A blank counts as nothing in the failed sums: it may as well be the number that is not there. */
function blanksBeside(members: Placed[], book: TableSums): CellAddress[] {
  const failed = failedSums(book, members).filter(({ relation }) => relation === 'equals');
  const cells = uniqueOf(failed.flatMap(({ parts, whole }) => [...parts, ...whole]));
  return cells.filter((address) => book.cell(address)?.confidence === 'blank');
}

const someOf = (told: string[]): string =>
  told.length > CELLS_MAX
    ? `${told.slice(0, CELLS_MAX).join(', ')} or one of ${told.length - CELLS_MAX} more`
    : `${told.slice(0, -1).join(', ')} or ${told.at(-1)}`;

/** A part that is larger than its whole: either is too much or the other too little. */
function describeLimit(
  members: Placed[],
  name: (address: CellAddress) => string,
  book: TableSums,
): string | null {
  const failed = failedSums(book, members);
  const [sum] = failed;
  if (failed.length !== 1 || sum?.relation !== 'at-most' || members.length !== 2) return null;
  const part = members.find((member) => signIn(sum, member) === 1);
  const whole = members.find((member) => signIn(sum, member) === -1);
  if (!part || !whole) return null;
  return (
    `one of two cells is wrong: either ${name(part)} (printed ${part.cell.value}) is at most ${whole.cell.value}, ` +
    `or ${name(whole)} (printed ${whole.cell.value}) at least ${part.cell.value}`
  );
}

/** Cells by their rows: `（一）予以公开 (自然人 2, 总计 3)`. */
function describePlaces(members: Placed[], labels: FormLabels): string {
  const rows = [...new Set(members.map(({ row }) => row))];
  const told = rows.map((row) => {
    const label = clip(labels.row(row), ROW_WIDTH_MAX);
    const own = members.filter((member) => member.row === row);
    const numbers = own.map(({ column, cell: { value, flags } }) => {
      const number = [value, ...rivalsOf(flags).slice(0, 1)].join(' → ');
      return labels.hasOneColumn ? number : `${labels.column(row, column)} ${number}`;
    });
    return labels.hasOneColumn ? `${label} ${numbers[0]}` : `${label} (${numbers.join(' · ')})`;
  });
  if (told.length <= CELLS_MAX) return joinWords(told);
  return `${told.slice(0, CELLS_MAX).join(', ')} and cells of ${told.length - CELLS_MAX} more rows`;
}
