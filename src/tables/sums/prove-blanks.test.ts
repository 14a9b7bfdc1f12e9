import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity } from '../../model/template.js';
import type { Operand } from './evaluate-identities.js';
import { proveBlanks } from './prove-blanks.js';

fc.configureGlobal({ seed: 20_240_131 });

const sum = (id: string, parts: readonly CellAddress[], whole: readonly CellAddress[]): Identity => ({
  id,
  relation: 'equals',
  parts,
  whole,
});

/** A table whose last row and last column hold the sums: `_` is a blank, `?` a cell that could not be read. */
function drawn(table: string) {
  const rows = table.split(' / ').map((row) => row.split(' '));
  const height = rows.length;
  const width = rows[0]!.length;
  const cell = (r: number, c: number): CellAddress => ({ row: `r${r}`, column: `c${c}` });
  const rowSums = rows.map((_, r) =>
    sum(
      `row ${r}`,
      Array.from({ length: width - 1 }, (_, c) => cell(r, c)),
      [cell(r, width - 1)],
    ),
  );
  const columnSums = rows[0]!.map((_, c) =>
    sum(
      `column ${c}`,
      Array.from({ length: height - 1 }, (_, r) => cell(r, c)),
      [cell(height - 1, c)],
    ),
  );
  const operand = ({ row, column }: CellAddress): Operand => {
    const text = rows[Number(row.slice(1))]![Number(column.slice(1))]!;
    if (text === '_') return { kind: 'blank' };
    return text === '?' ? { kind: 'open' } : { kind: 'number', value: Number(text) };
  };
  return { identities: height > 1 ? [...rowSums, ...columnSums] : rowSums, operand };
}

const prove = (table: string) => {
  const { identities, operand } = drawn(table);
  return Object.fromEntries([...proveBlanks(identities, operand)].map(([key, proof]) => [key, proof.value]));
};

describe('proveBlanks', () => {
  it('gives the one blank of a sum its number', () => {
    expect(prove('1 _ 4')).toEqual({ 'r0.c1': 3 });
    expect(prove('1 3 _')).toEqual({ 'r0.c2': 4 });
    expect(prove('1 _ 1')).toEqual({ 'r0.c1': 0 });
  });

  it('makes all blanks of a sum that holds zero', () => {
    expect(prove('4 _ _ 4')).toEqual({ 'r0.c1': 0, 'r0.c2': 0 });
  });

  it.each(['1 _ _ 4', '_ _ _', '4 _ 1', '4 _ ? 4', '_ 2 2 _'])('proves nothing of %s', (table) => {
    expect(prove(table)).toEqual({});
  });

  it('goes on with what it has proved, and says by which checks', () => {
    const { identities, operand } = drawn('2 _ 2 / 5 _ 9 / 7 _ 11');
    const proofs = proveBlanks(identities, operand);
    expect(Object.fromEntries([...proofs].map(([key, p]) => [key, p.value]))).toEqual({
      'r0.c1': 0,
      'r1.c1': 4,
      'r2.c1': 4,
    });
    for (const { because } of proofs.values()) expect(because.length).toBeGreaterThan(0);
  });

  it('is sound: the proved number stands in every table without negative numbers that adds up', () => {
    const number = fc.integer({ min: 0, max: 2 });
    const table = fc.record({
      parts: fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 2 }),
      blank: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(table, ({ parts, blank }) => {
        const rows = parts.map(([a, b]) => [a, b, a + b]);
        const full = [...rows, [0, 1, 2].map((c) => rows[0]![c]! + rows[1]![c]!)];
        const printed = full.map((row, r) => row.map((n, c) => (blank[r * 3 + c] ? '_' : String(n))));
        const proved = prove(printed.map((row) => row.join(' ')).join(' / '));
        for (const fit of completions(printed)) {
          for (const [key, value] of Object.entries(proved)) {
            expect(fit[Number(key[1])]![Number(key[4])]).toBe(value);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** All tables with numbers up to 8 that complete the printed one and add up. */
function completions(printed: string[][]): number[][][] {
  const [a, b] = printed;
  const options = (text: string, max: number) =>
    text === '_' ? Array.from({ length: max + 1 }, (_, n) => n) : [Number(text)];
  const found: number[][][] = [];
  for (const p of options(a![0]!, 4))
    for (const q of options(a![1]!, 4))
      for (const r of options(b![0]!, 4))
        for (const s of options(b![1]!, 4)) {
          const table = [
            [p, q, p + q],
            [r, s, r + s],
            [p + r, q + s, p + q + r + s],
          ];
          if (
            table.every((row, i) =>
              row.every((n, j) => printed[i]![j] === '_' || printed[i]![j] === String(n)),
            )
          )
            found.push(table);
        }
  return found;
}
