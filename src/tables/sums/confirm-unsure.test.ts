import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity } from '../../model/template.js';
import { confirmUnsure } from './confirm-unsure.js';
import { evaluateIdentity } from './evaluate-identities.js';

const cell = (name: string): CellAddress => ({ row: name[0]!, column: name[1]! });
const sum = (parts: string[], whole: string): Identity => ({
  id: `${parts.join('+')}=${whole}`,
  ...{ parts: parts.map(cell), whole: [cell(whole)], relation: 'equals' },
});
/** a1 + a2 = a3, and the same below, and downwards. */
const sums = [
  sum(['a1', 'a2'], 'a3'),
  sum(['b1', 'b2'], 'b3'),
  sum(['a1', 'b1'], 'c1'),
  sum(['a2', 'b2'], 'c2'),
];
const numbers: Record<string, number> = { a1: 1, a2: 0, a3: 1, b1: 4, b2: 2, b3: 6, c1: 5, c2: 2 };

const confirmed = (unsure: string[], figures = numbers, spent: string[] = [], open: string[] = []) => {
  const evaluations = sums.map((identity) =>
    evaluateIdentity(identity, ({ row, column }) => ({ kind: 'number', value: figures[row + column]! })),
  );
  const keys = (names: string[]) => new Set(names.map((name) => `${name[0]}.${name[1]}`));
  const found = confirmUnsure(
    evaluations,
    keys(unsure),
    (id) => spent.includes(id),
    () => keys(open),
  );
  return [...found].map((key) => key.replace('.', '')).sort();
};

describe('confirmUnsure', () => {
  it('takes one unsure reading in a sum that holds', () => {
    expect(confirmed(['b2'])).toEqual(['b2']);
  });

  it('takes neither of two that stand in the same sums', () => {
    expect(confirmed(['a1', 'b1', 'a3', 'b3', 'c1'])).toEqual([]);
  });

  it('goes on from what it has confirmed', () => {
    expect(confirmed(['a1', 'a3'])).toEqual(['a1', 'a3']);
    expect(confirmed(['a1', 'a2', 'b2', 'b3'])).toEqual(['a1', 'a2', 'b2', 'b3']);
  });

  it('takes nothing from a sum that fails, was spent, or holds with another reading', () => {
    expect(confirmed(['b3'], { ...numbers, b3: 7 })).toEqual([]);
    expect(confirmed(['b3'], numbers, ['b1+b2=b3'])).toEqual([]);
    expect(confirmed(['b3'], numbers, [], ['b3'])).toEqual([]);
  });
});
