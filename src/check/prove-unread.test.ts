import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity } from '../model/template.js';
import type { Operand } from './evaluate-identities.js';
import { proveUnread } from './prove-unread.js';

/** A table whose last row and last column hold the sums: `_` is a blank, `?` a cell of which nothing was read. */
function prove(table: string): Record<string, number> {
  const rows = table.split(' / ').map((row) => row.split(' '));
  const cell = (r: number, c: number): CellAddress => ({ row: `r${r}`, column: `c${c}` });
  const sum = (id: string, cells: CellAddress[]): Identity => ({
    id,
    relation: 'equals',
    parts: cells.slice(0, -1),
    whole: cells.slice(-1),
  });
  const identities = [
    ...rows.map((row, r) =>
      sum(
        `row ${r}`,
        row.map((_, c) => cell(r, c)),
      ),
    ),
    ...(rows.length > 1
      ? rows[0]!.map((_, c) =>
          sum(
            `column ${c}`,
            rows.map((_, r) => cell(r, c)),
          ),
        )
      : []),
  ];
  const operand = ({ row, column }: CellAddress): Operand => {
    const text = rows[Number(row.slice(1))]![Number(column.slice(1))]!;
    if (text === '?') return { kind: 'open' };
    return text === '_' ? { kind: 'blank' } : { kind: 'number', value: Number(text) };
  };
  return Object.fromEntries([...proveUnread(identities, operand)].map(([key, { value }]) => [key, value]));
}

describe('proveUnread', () => {
  it('gives a cell the number on which its row and its column agree', () => {
    expect(prove('1 ? 3 / 4 5 9 / 5 7 12')).toEqual({ 'r0.c1': 2 });
  });

  it('gives a lost row all its numbers, of which its own sum is the test', () => {
    expect(prove('1 2 3 / ? ? ? / 5 7 12')).toEqual({ 'r1.c0': 4, 'r1.c1': 5, 'r1.c2': 9 });
  });

  it('goes on with what it has proved', () => {
    expect(prove('? 2 3 / ? ? 9 / 5 7 12')).toEqual({ 'r0.c0': 1, 'r1.c0': 4, 'r1.c1': 5 });
  });

  it('counts blanks as nothing', () => {
    expect(prove('_ ? 2 / 4 5 9 / 4 7 11')).toEqual({ 'r0.c1': 2 });
  });

  it.each([
    ['row and column disagree', '1 ? 3 / 4 5 9 / 5 8 13'],
    ['another sum does not hold', '1 ? 3 / 4 5 8 / 5 7 12'],
    ['the number would be below zero', '5 ? 3 / 4 5 9 / 9 3 12'],
    ['one sum alone would have to vouch', '1 ? 3'],
    ['a ring of cells leaves several numbers', '? ? 3 / ? ? 9 / 5 7 12'],
    ['everything was read', '1 2 3 / 4 5 9 / 5 7 12'],
  ])('proves nothing where %s', (_, table) => {
    expect(prove(table)).toEqual({});
  });
});
