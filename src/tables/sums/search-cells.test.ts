import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity } from '../../model/template.js';
import { explains, type ParitySystem, paritySystem, type Shift } from './parity-system.js';
import { STEPS_MAX, searchCells } from './search-cells.js';

fc.configureGlobal({ seed: 20_240_131 });

/** A table whose last row and last column hold the sums. */
function tableOf(values: number[][]): ParitySystem {
  const height = values.length;
  const width = values[0]!.length;
  const cell = (r: number, c: number): CellAddress => ({ row: `r${r}`, column: `c${c}` });
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  const identities: Identity[] = [
    ...range(height).map(
      (r): Identity => ({
        id: `row/${r}`,
        relation: 'equals',
        parts: range(width - 1).map((c) => cell(r, c)),
        whole: [cell(r, width - 1)],
      }),
    ),
    ...range(width).map(
      (c): Identity => ({
        id: `column/${c}`,
        relation: 'equals',
        parts: range(height - 1).map((r) => cell(r, c)),
        whole: [cell(height - 1, c)],
      }),
    ),
  ];
  return paritySystem(
    identities,
    ({ row, column }) => values[Number(row.slice(1))]![Number(column.slice(1))]!,
  );
}

/** Every way to mend the table by `size` cells, found by trying all cells and all numbers that occur as differences or sums of them. */
function byHand(system: ParitySystem, size: number): string[] {
  const deltas = new Set<number>();
  for (const one of system.syndrome) {
    for (const two of [0, ...system.syndrome]) {
      for (const delta of [one, one + two, one - two]) {
        deltas.add(delta);
        deltas.add(-delta);
      }
    }
  }
  deltas.delete(0);
  const found: string[] = [];
  const choose = (from: number, chosen: Shift[]): void => {
    if (chosen.length === size) {
      if (explains(system, chosen)) found.push(keyOf(chosen));
      return;
    }
    for (let cell = from; cell < system.cells.length; cell++) {
      for (const delta of deltas) {
        if (system.values[cell]! + delta >= 0) choose(cell + 1, [...chosen, { cell, delta }]);
      }
    }
  };
  choose(0, []);
  return found.sort();
}

const keyOf = (shifts: Shift[]): string => shifts.map(({ cell, delta }) => `${cell}:${delta}`).join();

const small = fc
  .record({
    parts: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 2,
    }),
    errors: fc.array(
      fc.record({
        r: fc.integer({ min: 0, max: 2 }),
        c: fc.integer({ min: 0, max: 2 }),
        by: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ parts, errors }) => {
    const rows = parts.map((row) => [...row, row[0]! + row[1]!]);
    const values = [...rows, [0, 1, 2].map((c) => rows[0]![c]! + rows[1]![c]!)];
    for (const { r, c, by } of errors) values[r]![c]! += by;
    return values;
  });

describe('searchCells', () => {
  it('finds every smallest set, and no other', () => {
    fc.assert(
      fc.property(small, (values) => {
        const system = tableOf(values);
        fc.pre(system.syndrome.some((difference) => difference !== 0));
        const { sets } = searchCells(system);
        const size = sets[0]!.length;
        for (let less = 1; less < size; less++) expect(byHand(system, less)).toEqual([]);
        expect(sets.map(keyOf).sort()).toEqual(byHand(system, size));
      }),
      { numRuns: 60 },
    );
  });

  it('stops within its bound, whatever is printed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 }), {
          minLength: 25,
          maxLength: 25,
        }),
        (values) => {
          const { steps } = searchCells(tableOf(values));
          expect(steps).toBeLessThanOrEqual(STEPS_MAX);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says so where the bound cut it short', () => {
    // Six rows are off by one each and the columns hold no clue: seven to the power of six ways to put it right.
    const rows = Array.from({ length: 24 }, (_, r) => [5, 5, 5, 5, 5, 5, r < 6 ? 31 : 30]);
    const values = [...rows, [120, 120, 120, 120, 120, 120, 720]];
    const { sets, isCut, steps } = searchCells(tableOf(values));
    expect(sets.length > 0 && !isCut ? 'decided' : 'cut').toBe('cut');
    expect(steps).toBe(STEPS_MAX);
  });

  it('decides nothing where four wrong cells of a rectangle may hide behind other sets', () => {
    // All four inner cells should be 0, and each is 2; with none below zero, no three cells could be put right instead.
    const values = [
      [2, 2, 1, 1],
      [2, 2, 0, 0],
      [0, 0, 5, 5],
      [0, 0, 6, 6],
    ];
    expect(searchCells(tableOf(values))).toMatchObject({ sets: [], nextSets: [] });
  });
});
