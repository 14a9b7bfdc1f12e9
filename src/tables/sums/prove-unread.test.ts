import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity } from '../../model/template.js';
import type { Operand } from './evaluate-identities.js';
import { proveUnread } from './prove-unread.js';

fc.configureGlobal({ seed: 20_240_131 });

const total = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** A table whose last row and last column hold the sums: `_` is a blank, `?` a cell of which nothing was read. */
function prove(table: string, spent: ReadonlySet<string> = new Set()): Record<string, number> {
  const rows = table.split(' / ').map((row) => row.split(' '));
  const cell = (r: number, c: number): CellAddress => ({ row: `r${r}`, column: `c${c}` });
  const sum = (id: string, cells: readonly CellAddress[]): Identity => ({
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
  return Object.fromEntries(
    [...proveUnread(identities, operand, spent)].map(([key, { value }]) => [key, value]),
  );
}

describe('proveUnread', () => {
  it('gives a cell the number on which its row and its column agree', () => {
    expect(prove('1 ? 3 / 4 5 9 / 5 7 12')).toEqual({ 'r0.c1': 2 });
  });

  it('gives a lost row all its numbers, of which its own sum is the test', () => {
    expect(prove('1 2 3 / ? ? ? / 5 7 12')).toEqual({ 'r1.c0': 4, 'r1.c1': 5, 'r1.c2': 9 });
  });

  it('goes on with what it has proved', () => {
    expect(prove('? ? 3 6 / 2 2 4 8 / 7 6 9 22 / 10 10 ? 36')).toEqual({
      'r0.c0': 1,
      'r0.c1': 2,
      'r3.c2': 16,
    });
  });

  it('takes no sum for a witness that has placed its cells', () => {
    const table = '1 ? 3 / 4 5 9 / 5 7 12';
    expect(prove(table, new Set(['row 0']))).toEqual({ 'r0.c1': 2 });
    expect(prove(table, new Set(['row 0', 'row 1']))).toEqual({});
    expect(prove(table, new Set(['row 0', 'column 1']))).toEqual({});
  });

  it('is sound: whichever one figure is wrong, no wrong number is proved', () => {
    const figure = fc.integer({ min: 0, max: 9 });
    const cells = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 6 });
    const parts = fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(parts, cells, figure, (rows, [wrong, ...unread], printed) => {
        const wide = rows.map((row) => [...row, total(row)]);
        const truth = [...wide, [0, 1, 2, 3].map((at) => total(wide.map((row) => row[at]!)))];
        const said = truth.map((row, r) =>
          row.map((number, c) => {
            const at = r * 4 + c;
            return unread.includes(at) ? '?' : String(at === wrong ? printed : number);
          }),
        );
        for (const [key, value] of Object.entries(prove(said.map((row) => row.join(' ')).join(' / ')))) {
          expect(value, key).toBe(truth[Number(key[1])]![Number(key[4])]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives all parts of nothing, as row and column say', () => {
    expect(prove('? ? 0 0 / ? ? 1 1 / 0 0 1 1')).toEqual({ 'r0.c0': 0, 'r0.c1': 0, 'r1.c0': 0, 'r1.c1': 0 });
    expect(prove('? ? 0 0 / ? ? 1 1 / 0 1 1 2')).toEqual({});
    expect(prove('? ? 0 0')).toEqual({});
  });

  it('counts blanks as nothing', () => {
    expect(prove('_ ? 2 / 4 5 9 / 4 7 11')).toEqual({ 'r0.c1': 2 });
  });

  it.each([
    ['row and column disagree', '1 ? 3 / 4 5 9 / 5 8 13'],
    ['another sum does not hold', '1 ? 3 / 4 5 8 / 5 7 12'],
    ['the number would be below zero', '5 ? 3 / 4 5 9 / 9 3 12'],
    ['one sum alone would have to vouch', '1 ? 3'],
    ['a wrong figure at the fourth corner would leave every sum', '? 2 3 / ? ? 9 / 5 7 12'],
    ['the other sum only gave another number', '? 2 3 6 / ? ? ? 9 / 7 ? ? 23 / 10 10 16 38'],
    ['a ring of cells leaves several numbers', '? ? 3 / ? ? 9 / 5 7 12'],
    ['everything was read', '1 2 3 / 4 5 9 / 5 7 12'],
  ])('proves nothing where %s', (_, table) => {
    expect(prove(table)).toEqual({});
  });
});
