import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../model/address-key.js';
import type { CellAddress, Identity } from '../../model/template.js';
import { type OpenUnit, settlePlacements } from './settle-placements.js';

fc.configureGlobal({ seed: 20_240_131 });

const cell = (name: string): CellAddress => ({ row: name[0]!, column: name[1]! });

/** `a1 + b1 = c1`, `a1 <= b1`. */
function identity(drawing: string): Identity {
  const [left, relation, right] = drawing.split(/ (=|<=) /u);
  const cells = (side: string) => side.split(' + ').map(cell);
  return {
    id: drawing,
    relation: relation === '=' ? 'equals' : 'at-most',
    parts: cells(left!),
    whole: cells(right!),
  };
}

const unit = (cells: string, ...placements: (number | null)[][]): OpenUnit => ({
  addresses: cells.split(' ').map(cell),
  placements,
});
const fixed = (values: Record<string, number | null>) =>
  new Map(Object.entries(values).map(([name, value]) => [addressKey(cell(name)), value]));

describe('settlePlacements', () => {
  it('keeps what the identities allow', () => {
    const settled = settlePlacements([unit('a1 a2', [1, 23], [12, 3])], fixed({ b1: 4, c1: 5 }), [
      identity('a1 + b1 = c1'),
    ]);
    expect(settled.kept).toEqual([[0]]);
    expect([...settled.spent]).toEqual(['a1 + b1 = c1']);
  });

  it('spends no identity that ruled nothing out', () => {
    const settled = settlePlacements([unit('a1 a2', [1, 2], [1, 3])], fixed({ b1: 4, c1: 5 }), [
      identity('a1 + b1 = c1'),
    ]);
    expect(settled.kept).toEqual([[0, 1]]);
    expect(settled.spent.size).toBe(0);
  });

  it('lets one decided row decide the next', () => {
    const settled = settlePlacements(
      [unit('a1 a2', [1, 23], [12, 3]), unit('b1 b2', [4, 56], [45, 6])],
      fixed({ c1: 5, d2: 79 }),
      [identity('a1 + b1 = c1'), identity('a2 + b2 = d2')],
    );
    expect(settled.kept).toEqual([[0], [0]]);
  });

  it('decides nothing by an identity that no placement keeps', () => {
    const settled = settlePlacements([unit('a1 a2', [1, 23], [12, 3])], fixed({ c1: 7 }), [
      identity('a1 = c1'),
    ]);
    expect(settled.kept).toEqual([[0, 1]]);
    expect(settled.spent.size).toBe(0);
  });

  it.each([
    ['an unknown cell', fixed({})],
    ['an unreadable cell', fixed({ c1: null })],
  ])('decides nothing by an identity with %s', (_, known) => {
    const settled = settlePlacements([unit('a1', [1], [2])], known, [identity('a1 = c1')]);
    expect(settled.kept).toEqual([[0, 1]]);
  });

  it('decides nothing where a placement holds no number', () => {
    const settled = settlePlacements([unit('a1', [null], [2])], fixed({ c1: 2 }), [identity('a1 = c1')]);
    expect(settled.kept).toEqual([[0, 1]]);
  });

  it('does not decide by an inequality', () => {
    const settled = settlePlacements([unit('a1', [9], [2])], fixed({ c1: 5 }), [identity('a1 <= c1')]);
    expect(settled.kept).toEqual([[0, 1]]);
  });

  it('has nothing to do without units', () => {
    expect(settlePlacements([], fixed({ a1: 1, b1: 1 }), [identity('a1 = b1')]).kept).toEqual([]);
  });
});

/** A small table of open rows; the last row holds the fixed sums of the columns, with or without an error of its own. */
const system = fc
  .record({
    width: fc.integer({ min: 2, max: 3 }),
    height: fc.integer({ min: 1, max: 3 }),
    error: fc.integer({ min: 0, max: 1 }),
    seeds: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 40, maxLength: 40 }),
    rivals: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ width, height, error, seeds, rivals }) => {
    let at = 0;
    const next = () => seeds[at++ % seeds.length]!;
    const names = ['a', 'b', 'c'].slice(0, height);
    const columns = ['1', '2', '3'].slice(0, width);
    const units = names.map((row) => ({
      addresses: columns.map((column) => ({ row, column })),
      placements: Array.from({ length: rivals }, () => columns.map(next)),
    }));
    const known = new Map(
      columns.map((column, i) => [
        addressKey({ row: 's', column }),
        units.reduce((sum, u) => sum + u.placements[0]![i]!, i === 0 ? error : 0),
      ]),
    );
    const identities: Identity[] = columns.map((column) => ({
      id: column,
      relation: 'equals',
      parts: names.map((row) => ({ row, column })),
      whole: [{ row: 's', column }],
    }));
    return { units, known, identities };
  });

/** All choices of one placement a unit with which every identity holds. */
function solutions(
  units: OpenUnit[],
  known: Map<string, number>,
  identities: readonly Identity[],
): number[][] {
  const choices = units.reduce<number[][]>(
    (all, u) => all.flatMap((choice) => u.placements.map((_, p) => [...choice, p])),
    [[]],
  );
  return choices.filter((choice) => {
    const values = new Map(known);
    units.forEach((u, i) => {
      u.addresses.forEach((address, k) => {
        values.set(addressKey(address), u.placements[choice[i]!]![k]!);
      });
    });
    const sum = (cells: readonly CellAddress[]) => cells.reduce((s, c) => s + values.get(addressKey(c))!, 0);
    return identities.every(({ parts, whole }) => sum(parts) === sum(whole));
  });
}

describe('settlePlacements against brute force', () => {
  it('never strikes a placement that a solution needs', () => {
    fc.assert(
      fc.property(system, ({ units, known, identities }) => {
        const { kept } = settlePlacements(units, known, identities);
        for (const choice of solutions(units, known, identities)) {
          choice.forEach((p, u) => {
            expect(kept[u]).toContain(p);
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('always leaves a placement, and spends an identity for each that goes', () => {
    fc.assert(
      fc.property(system, ({ units, known, identities }) => {
        const { kept, spent } = settlePlacements(units, known, identities);
        expect(kept.every((placements) => placements.length > 0)).toBe(true);
        const struck = kept.some((placements, u) => placements.length < units[u]!.placements.length);
        expect(spent.size > 0).toBe(struck);
      }),
      { numRuns: 500 },
    );
  });
});
