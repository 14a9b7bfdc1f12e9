import { describe, expect, it } from 'vitest';
import type { Identity } from '../../model/template.js';
import { lineFaults } from './line-faults.js';
import { paritySystem } from './parity-system.js';

const cell = (key: string) => ({ row: key[0]!, column: key[1]! });
/** p + q = t in every column, x + y = z in every row. */
const identities: Identity[] = [
  ...['x', 'y', 'z'].map(
    (c): Identity => ({
      id: `down/${c}`,
      relation: 'equals',
      parts: [cell(`p${c}`), cell(`q${c}`)],
      whole: [cell(`t${c}`)],
    }),
  ),
  ...['p', 'q', 't'].map(
    (r): Identity => ({
      id: `across/${r}`,
      relation: 'equals',
      parts: [cell(`${r}x`), cell(`${r}y`)],
      whole: [cell(`${r}z`)],
    }),
  ),
];
const [rows, columns] = ['pqt', 'xyz'];
const keys = [...rows].map((row) => [...columns].map((column) => `${row}.${column}`));
const down = keys[0]!.map((_, at) => keys.map((line) => line[at]!));

/** The faults that explain a drawn table, as the numbers that they would put into its cells. */
const faultsOf = (drawing: string) => {
  const values = drawing.split('\n').map((line) => line.trim().split(' '));
  const system = paritySystem(identities, ({ row, column }) => {
    const text = values[rows.indexOf(row)]![columns.indexOf(column)]!;
    return text === '_' ? 'blank' : Number(text);
  });
  const bundles = [keys, down].map((lines) =>
    lines.map((line) => line.map((key) => system.indexOf.get(key)!)),
  );
  return lineFaults(system, bundles).map(({ fault, shifts }) => [
    fault,
    ...shifts
      .map(({ cell, delta }) => {
        const { row, column } = system.cells[cell]!;
        return `${row}.${column} ${system.values[cell]! + delta}`;
      })
      .sort(),
  ]);
};

describe('lineFaults', () => {
  it('finds two rows that stand in each other’s place', () => {
    expect(faultsOf('1 2 3\n5 9 14\n4 7 11')).toEqual([
      ['lines-exchanged', 'q.x 4', 'q.y 7', 'q.z 11', 't.x 5', 't.y 9', 't.z 14'],
    ]);
  });
  it('finds two columns', () => {
    expect(faultsOf('1 3 2\n4 11 7\n5 14 9')).toEqual([
      ['lines-exchanged', 'p.y 2', 'p.z 3', 'q.y 7', 'q.z 11', 't.y 9', 't.z 14'],
    ]);
  });
  it('finds a row that stands one cell too far, and the figure that fell off', () => {
    expect(faultsOf('1 2 3\n_ 4 7\n5 9 14')).toEqual([['line-shifted', 'q.x 4', 'q.y 7', 'q.z 11']]);
  });
  it('finds a column that stands one cell too high', () => {
    expect(faultsOf('4 2 3\n5 7 11\n_ 9 14')).toEqual([['line-shifted', 'p.x 1', 'q.x 4', 't.x 5']]);
  });
  it('finds nothing where one cell is wrong', () => {
    expect(faultsOf('1 2 3\n4 8 11\n5 9 14')).toEqual([]);
  });
});
