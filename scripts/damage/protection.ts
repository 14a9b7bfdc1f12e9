import type { CellAddress, Identity } from '../../src/model/template.js';
import type { TableName } from '../synthesise/printed.js';

/** What a person reads in a cell: a number, nothing, or something that is no number. */
export type Reading = number | 'blank' | 'unreadable';

/** @param text as printed; null if the cell is gone */
export const readingOf = (text: string | null): Reading => {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/gu, '');
  if (/^(|\/|—+|无|-)$/u.test(plain)) return 'blank';
  const digits = plain.replace(/^减/u, '-').replace(/(?<=\d),(?=\d{3}(\D|$))/gu, '');
  const amount = digits.replace(/(?<=\d)万?元$/u, '');
  return /^[+-]{0,2}\d+(\.\d+)?$/u.test(amount) ? Number(amount.replace(/^\+|^-(?=-)/u, '')) : 'unreadable';
};

type ReadingAt = (key: string) => Reading;

const keyOf = ({ row, column }: CellAddress): string => `${row}.${column}`;

const keysOf = ({ parts, whole }: Identity): string[] => [...parts, ...whole].map(keyOf);

/** Does it hold if a blank counts as nothing? A text that is no number could be any number. */
const holdsStrictly = (identity: Identity, readingAt: ReadingAt): boolean => {
  const sumOf = (cells: Identity['parts']): number =>
    cells.reduce((sum, cell) => {
      const reading = readingAt(keyOf(cell));
      return sum + (reading === 'blank' ? 0 : reading === 'unreadable' ? Number.NaN : reading);
    }, 0);
  const [left, right] = [sumOf(identity.parts), sumOf(identity.whole)];
  if (Number.isNaN(left) || Number.isNaN(right)) return true;
  return identity.relation === 'equals' ? left === right : left <= right;
};

const hasBlankSide = ({ parts, whole }: Identity, readingAt: ReadingAt): boolean =>
  [parts, whole].some((cells) => cells.every((cell) => readingAt(keyOf(cell)) === 'blank'));

/** Of a side that is wholly blank nothing can be said: bodies leave out totals. */
const holds = (identity: Identity, readingAt: ReadingAt): boolean =>
  hasBlankSide(identity, readingAt) || holdsStrictly(identity, readingAt);

/** Do most sums of the same rule print both their sides? */
const isUsuallyPrinted = (identity: Identity, all: readonly Identity[], readingAt: ReadingAt): boolean => {
  const ruleOf = ({ id }: Identity): string => id.split('/')[0]!;
  const alike = all.filter((other) => ruleOf(other) === ruleOf(identity));
  return 2 * alike.filter((other) => !hasBlankSide(other, readingAt)).length > alike.length;
};

const readingsIn = (texts: ReadonlyMap<string, string | null>): ReadingAt => {
  const readings = new Map([...texts].map(([key, text]) => [key, readingOf(text)]));
  return (key) => readings.get(key) ?? 'blank';
};

/**
 * Figures that something in the printed table speaks against: an identity of theirs fails, or they are no number.
 * Of a wrong figure without such a sign nobody can know. The arithmetic is the harness's own.
 */
export const contradicted = (
  identities: readonly Identity[],
  texts: ReadonlyMap<string, string | null>,
): Set<string> => {
  const readingAt = readingsIn(texts);
  const found = new Set([...texts.keys()].filter((key) => readingAt(key) === 'unreadable'));
  for (const identity of identities) {
    if (!holds(identity, readingAt)) for (const key of keysOf(identity)) found.add(key);
  }
  return found;
};

/**
 * Why nothing that is printed speaks against a wrong figure:
 *
 *     no-sum           the form has no sum that it takes part in
 *     sum-left-out     one of its sums prints no total (or nothing but a total), and so do most sums of that kind
 *     sum-blank        the same, but most sums of that kind are printed: a careful reader could doubt it
 *     other-sum-fails  its own sums hold; another sum of the same table fails
 *     sums-hold        every sum of the table holds: what moved together still adds up
 *     paper            on paper a cell that is gone looks like an empty one, and no sum fails
 *     no-spans         without spans a cell that reaches over two looks like two (one empty), and no sum fails
 *     same-print       an undamaged table prints the very same text, and every such table says the wrong number there
 */
export const excuses = [
  'no-sum',
  'sum-left-out',
  'sum-blank',
  'other-sum-fails',
  'sums-hold',
  'paper',
  'no-spans',
  'same-print',
] as const;
export type Excuse = (typeof excuses)[number];

/** Why nobody can know of some wrong figures, by their keys; figures that something speaks against are not there. */
export const excusesOf = (
  keys: Iterable<string>,
  identities: readonly Identity[],
  texts: ReadonlyMap<string, string | null>,
): Map<string, Excuse> => {
  const readingAt = readingsIn(texts);
  const known = contradicted(identities, texts);
  const excuseOf = (key: string): Excuse => {
    const own = identities.filter((identity) => keysOf(identity).includes(key));
    // A part that is far below its whole may be anything: that is no sum.
    if (!own.some(({ relation }) => relation === 'equals')) return 'no-sum';
    const blank = own.filter((identity) => !holdsStrictly(identity, readingAt));
    if (blank.some((identity) => isUsuallyPrinted(identity, identities, readingAt))) return 'sum-blank';
    if (blank.length > 0) return 'sum-left-out';
    return known.size > 0 ? 'other-sum-fails' : 'sums-hold';
  };
  return new Map([...keys].filter((key) => !known.has(key)).map((key) => [key, excuseOf(key)]));
};

/**
 * Figures that are in at least two printed sums, one of them without the other: only these can be kept apart from their totals. Of a figure in
 * one sum nobody can say whether it is wrong or its total is.
 */
export const crossedOf = (
  keys: Iterable<string>,
  identities: readonly Identity[],
  texts: ReadonlyMap<string, string | null>,
): Set<string> => {
  const readingAt = readingsIn(texts);
  const isSum = (identity: Identity): boolean =>
    identity.relation === 'equals' && !hasBlankSide(identity, readingAt);
  const sums = identities.filter(isSum).map((identity) => new Set(keysOf(identity)));
  return new Set([...keys].filter((key) => sums.filter((sum) => sum.has(key)).length >= 2));
};

/** Does the form itself bind the figures of this table? */
export const hasIdentities = (table: TableName): boolean => table !== 'proactive';
