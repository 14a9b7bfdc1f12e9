import { describe, expect, it } from 'vitest';
import type { Identity } from '../model/template.js';
import { swappedLines } from './swapped-lines.js';

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
const table = (drawing: string) => {
  const values = drawing.split('\n').map((line) => line.trim().split(' ').map(Number));
  return ({ row, column }: { row: string; column: string }) =>
    values['pqt'.indexOf(row)]!['xyz'.indexOf(column)]!;
};

describe('swappedLines', () => {
  it('finds two rows that stand in each other’s place', () => {
    expect(swappedLines(identities, table('1 2 3\n5 9 14\n4 7 11'))).toEqual([
      new Set(['q.x', 'q.y', 'q.z', 't.x', 't.y', 't.z']),
    ]);
  });
  it('finds two columns', () => {
    expect(swappedLines(identities, table('1 3 2\n4 11 7\n5 14 9'))).toEqual([
      new Set(['p.y', 'p.z', 'q.y', 'q.z', 't.y', 't.z']),
    ]);
  });
  it('finds nothing where one cell is wrong', () => {
    expect(swappedLines(identities, table('1 2 3\n4 8 11\n5 9 14'))).toEqual([]);
  });
});
