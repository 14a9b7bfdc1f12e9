import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ogi2019 } from '../../../parsers/templates/2019/index.js';
import { ogi2021 } from '../../../parsers/templates/2021/index.js';
import { type Numbers, tableNumbers } from '../../../scripts/synthesise/numbers.js';
import { seededRandom } from '../../../scripts/synthesise/random.js';
import type { CellAddress, Identity, Template } from '../../model/template.js';
import { decodeTable as decode } from './decode-table.js';
import type { Known } from './parity-system.js';

/** The changes of the one explanation, where there is one. */
const decodeTable = (identities: readonly Identity[], numberOf: (cell: CellAddress) => Known) => {
  const decoding = decode(identities, numberOf);
  return { ...decoding, corrections: decoding.verdict === 'explained' ? decoding.explanations[0]! : [] };
};

fc.configureGlobal({ seed: 20_240_131 });

const tableOf = (template: Template) => template.tables.find((t) => t.id === 'applications')!;
const forms = [
  ['ogi-2019', tableOf(ogi2019)],
  ['ogi-2021', tableOf(ogi2021)],
] as const;
const at = (numbers: Numbers) => (cell: CellAddress) => numbers[cell.row]![cell.column]!;
const key = ({ row, column }: CellAddress) => `${row}.${column}`;

interface Wrong {
  row: string;
  column: string;
  value: number;
}

/** A table with other numbers in some cells. */
function withWrong(numbers: Numbers, wrong: Wrong[]): Numbers {
  const copy = structuredClone(numbers);
  for (const { row, column, value } of wrong) copy[row]![column] = value;
  return copy;
}

const applied = (numbers: Numbers, changes: { cell: CellAddress; to: number | 'blank' }[]) =>
  withWrong(
    numbers,
    changes.map(({ cell, to }) => ({ ...cell, value: to === 'blank' ? 0 : to })),
  );

describe.each(forms)('decodeTable on table 三 of %s', (_, spec) => {
  const truth = (seed: number) =>
    tableNumbers(seededRandom(seed), spec, (['none', 'few', 'some', 'many'] as const)[seed % 4]!);
  const cells = spec.groups[0]!.rows.flatMap((row) =>
    spec.groups[0]!.columns.map((column) => ({ row: row.id, column: column.id })),
  );
  const failures = (numbers: Numbers) =>
    spec.identities.filter(({ parts, whole }) => {
      const sum = (side: readonly CellAddress[]) => side.reduce((s, c) => s + at(numbers)(c), 0);
      return sum(parts) !== sum(whole);
    });

  it('doubts nothing of a truthful table', () => {
    for (let seed = 0; seed < 8; seed++) {
      const numbers = truth(seed);
      expect(failures(numbers)).toEqual([]);
      expect(decodeTable(spec.identities, at(numbers)).suspects.size).toBe(0);
    }
  });

  it('locates and corrects every single wrong cell', () => {
    for (const seed of [1, 2, 3]) {
      const numbers = truth(seed);
      for (const cell of cells) {
        const printed = at(numbers)(cell);
        for (const value of [printed + 1, printed + 90, printed * 10 + 3, Math.max(0, printed - 1)]) {
          if (value === printed) continue;
          const decoding = decodeTable(spec.identities, at(withWrong(numbers, [{ ...cell, value }])));
          expect([...decoding.suspects], key(cell)).toEqual([key(cell)]);
          expect(decoding.corrections).toMatchObject([{ cell, from: value, to: printed }]);
        }
      }
    }
  });

  /** Wrong numbers in so many different cells. */
  const wrongCells = (count: number) =>
    fc.record({
      seed: fc.integer({ min: 0, max: 40 }),
      places: fc.uniqueArray(fc.integer({ min: 0, max: cells.length - 1 }), {
        minLength: count,
        maxLength: count,
      }),
      shifts: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: count, maxLength: count }),
      down: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    });
  const damage = (numbers: Numbers, places: number[], shifts: number[], down: boolean[]): Wrong[] =>
    places.map((place, i) => {
      const cell = cells[place]!;
      const printed = at(numbers)(cell);
      const value = down[i] && printed >= shifts[i]! ? printed - shifts[i]! : printed + shifts[i]!;
      return { ...cell, value };
    });

  it('holds two wrong cells among its suspects, and corrects both or nothing', () => {
    fc.assert(
      fc.property(wrongCells(2), ({ seed, places, shifts, down }) => {
        const numbers = truth(seed);
        const wrong = damage(numbers, places, shifts, down);
        const printed = withWrong(numbers, wrong);
        const { suspects, corrections } = decodeTable(spec.identities, at(printed));
        for (const cell of wrong) expect([...suspects]).toContain(key(cell));
        if (corrections.length > 0) expect(applied(printed, corrections)).toEqual(numbers);
      }),
      { numRuns: 300 },
    );
  });

  it('notices three wrong cells, and never corrects into a table that does not add up', () => {
    fc.assert(
      fc.property(wrongCells(3), ({ seed, places, shifts, down }) => {
        const numbers = truth(seed);
        const printed = withWrong(numbers, damage(numbers, places, shifts, down));
        const { suspects, corrections } = decodeTable(spec.identities, at(printed));
        expect(suspects.size).toBeGreaterThan(0);
        if (corrections.length > 0) expect(failures(applied(printed, corrections))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('names two numbers of a row that changed places', () => {
    const numbers = truth(3);
    const row = numbers.granted!;
    [row.naturalPerson, row.commercialEnterprise] = [7, 2];
    const balanced = rebalance(numbers);
    const swapped = withWrong(balanced, [
      { row: 'granted', column: 'naturalPerson', value: 2 },
      { row: 'granted', column: 'commercialEnterprise', value: 7 },
    ]);
    const { suspects, corrections } = decodeTable(spec.identities, at(swapped));
    expect([...suspects]).toEqual(
      expect.arrayContaining(['granted.naturalPerson', 'granted.commercialEnterprise']),
    );
    if (corrections.length > 0) expect(applied(swapped, corrections)).toEqual(balanced);
  });

  /** Makes all sums hold again after parts were set by hand. */
  function rebalance(numbers: Numbers): Numbers {
    const copy = structuredClone(numbers);
    for (const identity of spec.identities.filter((i) => i.id.startsWith('outcomes-total'))) {
      const [whole] = identity.whole;
      const sum = identity.parts.reduce((s, c) => s + copy[c.row]![c.column]!, 0);
      copy.totalProcessed![whole!.column] = sum;
      copy.carriedOver![whole!.column] = 0;
      copy.newlyReceived![whole!.column] = sum + copy.carriedForward![whole!.column]!;
    }
    for (const { parts, whole } of spec.identities.filter((i) => i.id.startsWith('row-total'))) {
      copy[whole[0]!.row]!.total = parts.reduce((s, c) => s + copy[c.row]![c.column]!, 0);
    }
    return copy;
  }
});

describe('decodeTable on sums that only detect', () => {
  const cell = (column: string): CellAddress => ({ row: 'r', column });
  const sum: Identity = {
    id: 'sum',
    relation: 'equals',
    parts: [cell('a'), cell('b')],
    whole: [cell('c')],
  };
  const decode = (a: number | null, b: number | null, c: number | null) =>
    decodeTable([sum], ({ column }) => ({ a, b, c })[column as 'a' | 'b' | 'c']);

  it('suspects all cells that one change could mend', () => {
    const { suspects, corrections, explanations } = decode(1, 2, 9);
    expect([...suspects].sort()).toEqual(['r.a', 'r.b', 'r.c']);
    expect(corrections).toEqual([]);
    expect(explanations.map(([change]) => [change!.cell.column, change!.to])).toEqual([
      ['a', 7],
      ['b', 8],
      ['c', 3],
    ]);
  });

  it('proposes no number below zero, and yet trusts no cell of the sum', () => {
    const { suspects, explanations } = decode(1, 9, 2);
    expect(explanations.map(([change]) => change!.cell.column)).toEqual(['b', 'c']);
    expect([...suspects].sort()).toEqual(['r.a', 'r.b', 'r.c']);
  });

  it('doubts nothing that holds', () => {
    expect(decode(1, 2, 3)).toMatchObject({ suspects: new Set(), corrections: [] });
  });
});
