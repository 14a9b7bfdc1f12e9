import type { Identity } from '../../src/model/template.js';
import type { TableName } from '../synthesise/printed.js';

/** What a person reads in a cell: a number, nothing, or something that is no number. */
export type Reading = number | 'blank' | 'unreadable';

/** @param text as printed; null where the cell is gone */
export const readingOf = (text: string | null): Reading => {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/gu, '');
  if (/^(|\/|—+|无|-)$/u.test(plain)) return 'blank';
  const digits = plain.replace(/^减/u, '-').replace(/(?<=\d),(?=\d{3}(\D|$))/gu, '');
  const amount = digits.replace(/(?<=\d)万?元$/u, '');
  return /^[+-]{0,2}\d+(\.\d+)?$/u.test(amount) ? Number(amount.replace(/^\+|^-(?=-)/u, '')) : 'unreadable';
};

const keysOf = ({ parts, whole }: Identity): string[] =>
  [...parts, ...whole].map(({ row, column }) => `${row}.${column}`);

const holds = (identity: Identity, readingAt: (key: string) => Reading): boolean => {
  const sumOf = (cells: Identity['parts']): number =>
    cells.reduce((sum, { row, column }) => {
      const reading = readingAt(`${row}.${column}`);
      return sum + (reading === 'blank' ? 0 : reading === 'unreadable' ? Number.NaN : reading);
    }, 0);
  // Of a side that is wholly blank nothing can be said: bodies leave out totals.
  const isBlank = (cells: Identity['parts']): boolean =>
    cells.every(({ row, column }) => readingAt(`${row}.${column}`) === 'blank');
  if (isBlank(identity.parts) || isBlank(identity.whole)) return true;
  const [left, right] = [sumOf(identity.parts), sumOf(identity.whole)];
  if (Number.isNaN(left) || Number.isNaN(right)) return true;
  return identity.relation === 'equals' ? left === right : left <= right;
};

/**
 * Figures that something in the printed table speaks against: an identity of theirs fails, or they are no number.
 * Of a wrong figure without such a sign nobody can know. The arithmetic is the harness's own.
 */
export const contradicted = (
  identities: readonly Identity[],
  texts: ReadonlyMap<string, string | null>,
): Set<string> => {
  const readings = new Map([...texts].map(([key, text]) => [key, readingOf(text)]));
  const readingAt = (key: string): Reading => readings.get(key) ?? 'blank';
  const found = new Set([...readings].flatMap(([key, reading]) => (reading === 'unreadable' ? [key] : [])));
  for (const identity of identities) {
    if (!holds(identity, readingAt)) for (const key of keysOf(identity)) found.add(key);
  }
  return found;
};

/** Does the form itself bind the figures of this table? */
export const hasIdentities = (table: TableName): boolean => table !== 'proactive';
