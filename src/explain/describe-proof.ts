import type { Cell } from '../model/report-record.js';
import type { CellAddress } from '../model/template.js';
import { printable } from '../printing/printable.js';
import { balanceWords } from './balance-words.js';
import type { FormLabels } from './form-labels.js';
import type { Placed } from './name-cells.js';
import { joinWords, nameSum, type SumName } from './name-sum.js';
import { loneExplanations } from './rival-explanations.js';
import {
  failedSums,
  isSame,
  reasonsOf,
  signIn,
  type TableSum,
  type TableSums,
  uniqueOf,
} from './table-sums.js';

/**
 * Why the number of a suggestion is the only one, sum by sum:
 * `row （二）部分公开 is 1 short of its total and column 自然人 is 1 short of （七）总计: this cell must be 3, the source prints 2`.
 *
 * Every number in the words is computed anew from the record. @returns null if they do not add up to the suggestion, or the form is not known
 */
export function describeProof(
  place: Placed,
  table: string,
  labels: FormLabels,
  book: TableSums,
): string | null {
  const { cell } = place;
  if (!cell.suggested) return null;
  const reasons = reasonsOf(cell, table);
  const own = book.sums.filter((sum) => reasons.includes(sum.id) && signIn(sum, place) !== 0);
  const clauses = own.map((sum) => clauseOf(sum, place, labels, book));
  if (clauses.length === 0 || clauses.includes(null)) return null;
  const told = joinWords(clauses as string[]);
  const { value } = cell.suggested;
  const isOneOfSeveral = hasRivals(place, book);
  if (cell.confidence === 'blank') {
    return `${told}: this blank ${isOneOfSeveral ? 'is most likely' : 'can only be'} ${value}`;
  }
  const must = isOneOfSeveral ? 'is most likely' : 'must be';
  if (cell.confidence === 'missing') return `${told}: were it there, it could only be ${value}`;
  // A total that only its own parts speak against is printed beside them: "make 9, its total prints 8".
  const [only, ...more] = own;
  if (more.length === 0 && isTotalOf(only!, place) && movedIn(only!, place, book).length === 0) {
    return `${told}, ${nameSum(only!, labels).whole} ${printsWords(cell)}: this cell ${must} ${value}`;
  }
  return `${told}: this cell ${must} ${value}, the source ${printsWords(cell)}`;
}

/**
 * Is the suggestion the likeliest of several explanations? So it is where a failed sum of its cells counts others that are
 * in doubt without a number of their own, or where changing another cell alone would do as well.
 */
function hasRivals(place: Placed, book: TableSums): boolean {
  const counted = countedWith(place, book);
  const isAccused = (address: CellAddress): boolean => {
    const other = book.cell(address);
    return other?.confidence === 'suspect' && !other.suggested && other.flags.includes('identity-failed');
  };
  return counted.some(isAccused) || loneExplanations(counted, book).length > 1;
}

/** All cells of the failed sums that count the cell, or count one that is corrected together with it. */
function countedWith(place: CellAddress, book: TableSums): CellAddress[] {
  const together = [place];
  // The list grows while it is walked.
  for (const address of together) {
    for (const sum of failedSums(book, [address])) {
      const more = movedIn(sum, address, book);
      together.push(...more.filter((one) => !together.some((other) => isSame(one, other))));
    }
  }
  return uniqueOf(failedSums(book, together).flatMap(({ parts, whole }) => [...parts, ...whole]));
}

/** `prints 2`; what is printed otherwise than the number is read, in quotes. */
function printsWords({ raw, value }: Cell): string {
  if (raw === null || raw.trim() === '') return 'prints nothing certain';
  if (value === null) return `prints "${printable(raw)}"`;
  return raw === String(value) ? `prints ${raw}` : `prints "${printable(raw)}", read as ${value}`;
}

/** What one sum says of the cell. Null if what is suggested does not make it hold. */
function clauseOf(sum: TableSum, place: CellAddress, labels: FormLabels, book: TableSums): string | null {
  const name = nameSum(sum, labels);
  const addresses = [...sum.parts, ...sum.whole];
  const unread = addresses.filter((address) => book.printed(address) === null);
  if (unread.some((address) => !book.cell(address)?.suggested)) return null;
  const moved = movedIn(sum, place, book);
  const own = signIn(sum, place) * book.change(place);
  const others = moved.reduce((total, address) => total + signIn(sum, address) * book.change(address), 0);
  const printed = addresses.reduce(
    (t, address) => t + signIn(sum, address) * (book.printed(address) ?? 0),
    0,
  );
  if (printed + own + others !== 0) return null;
  // Without a number of its own that the source prints, there is no gap to speak of: only what is left for the cell.
  if (unread.length > 0) {
    const isAlone = moved.length === 0 && unread.every((address) => isSame(address, place));
    return `${name.subject}${isAlone ? '' : ' with its other cells as suggested'} ${leaves(name)} ${book.change(place)} for it`;
  }
  const isBlank = (address: CellAddress) => book.cell(address)?.confidence === 'blank';
  if (isBlank(place) && (own === 0 || moved.every(isBlank))) {
    const corrected = moved.every(isBlank) ? 'blanks filled' : 'cells corrected';
    const note = moved.length > 0 ? `, its other ${corrected},` : '';
    return gapWords(sum, place, name, printed + others, note, book);
  }
  if (moved.length === 0) return gapWords(sum, place, name, printed, '', book);
  return jointWords(sum, place, moved, name, { gap: printed, book });
}

/** The other cells of the sum that suggestions change. */
const movedIn = ({ parts, whole }: TableSum, place: CellAddress, book: TableSums): CellAddress[] =>
  [...parts, ...whole].filter((address) => !isSame(address, place) && book.change(address) !== 0);

const leaves = ({ isPlural }: SumName): string => (isPlural ? 'leave' : 'leaves');

/** A gap that the cell closes alone. */
function gapWords(
  sum: TableSum,
  place: CellAddress,
  name: SumName,
  gap: number,
  note: string,
  book: TableSums,
): string {
  if (gap === 0) return `${name.subject}${note} already ${name.isPlural ? 'add' : 'adds'} up without it`;
  if (sum.whole.length > 1) return balanceClause(sum, name, gap, note, []);
  if (signIn(sum, place) === 1) return `${name.subject}${note} ${distance(name, gap)}`;
  const made = gap + (book.printed(place) ?? 0);
  return `${name.parts}${note} make ${made}`;
}

const isTotalOf = (sum: TableSum, place: CellAddress): boolean =>
  sum.whole.length === 1 && signIn(sum, place) === -1;

const distance = ({ isPlural, whole }: SumName, gap: number): string =>
  `${isPlural ? 'are' : 'is'} ${Math.abs(gap)} ${gap < 0 ? 'short of' : 'over'} ${whole}`;

/** The gap that several corrections share, if they share one: what each of them takes. */
function jointWords(
  sum: TableSum,
  place: CellAddress,
  moved: readonly CellAddress[],
  name: SumName,
  { gap, book }: { gap: number; book: TableSums },
): string {
  const shares = [
    `${signed(book.change(place))} here`,
    ...moved.map((address) => `${signed(book.change(address))} in ${name.member(address)}`),
  ];
  if (gap === 0) {
    const does = name.isPlural ? 'do' : 'does';
    const adds = sum.whole.length > 1 ? 'balances (勾稽关系)' : name.isPlural ? 'add up' : 'adds up';
    return `${name.subject} ${adds} as printed and still ${does} (${joinWords(shares)})`;
  }
  if (sum.whole.length > 1) return balanceClause(sum, name, gap, '', shares);
  return `${name.subject} ${distance(name, gap)} (${joinWords(shares)})`;
}

/** Two sums that must be equal, as 勾稽关系 asks of what comes in and what is done with it. */
function balanceClause(sum: TableSum, name: SumName, gap: number, note: string, shares: string[]): string {
  const words = balanceWords[sum.id.split('/', 1)[0]!];
  const apart = Math.abs(gap);
  const told = words
    ? `${gap > 0 ? words.more(apart) : words.fewer(apart)}`
    : `differs by ${apart} between its two sides`;
  const notes = [...(words ? [words.name] : []), ...(shares.length > 0 ? [joinWords(shares)] : [])];
  return `${name.subject}${note} ${told}${notes.length > 0 ? ` (${notes.join(': ')})` : ''}`;
}

const signed = (change: number): string => (change > 0 ? `+${change}` : String(change));
