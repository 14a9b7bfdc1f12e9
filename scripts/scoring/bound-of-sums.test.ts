import { describe, expect, it } from 'vitest';
import type { TableSpec } from '../../src/model/template.js';
import { boundOfSums, printedCells } from './bound-of-sums.js';

const columns = ['a', 'b', 'total'].map((id) => ({ id, label: id }));
const rows = ['x', 'y', 'all'].map((id) => ({ id, labelPath: [id] }));
const sum = (id: string, parts: [string, string][], whole: [string, string]) => ({
  id,
  ...{ relation: 'equals' as const, table: 't' },
  parts: parts.map(([row, column]) => ({ row, column })),
  whole: [{ row: whole[0], column: whole[1] }],
});
const spec = {
  ...{ id: 't', layout: 'rows', ordered: true, sectionTitles: [], headingLabels: [] },
  groups: [{ columns, rows }],
  identities: [
    ...rows.map(({ id }) =>
      sum(
        `row ${id}`,
        [
          [id, 'a'],
          [id, 'b'],
        ],
        [id, 'total'],
      ),
    ),
    ...columns.map(({ id }) =>
      sum(
        `column ${id}`,
        [
          ['x', id],
          ['y', id],
        ],
        ['all', id],
      ),
    ),
  ],
} as unknown as TableSpec;

const table = (...figures: (number | '')[][]) =>
  Object.fromEntries(
    rows.map(({ id }, r) => [
      id,
      Object.fromEntries(columns.map((column, c) => [column.id, figures[r]![c]])),
    ]),
  );

describe('boundOfSums', () => {
  it('tells every number where none is left out', () => {
    expect(boundOfSums(spec, table([1, 2, 3], [4, 5, 9], [5, 7, 12]), false)).toBe(9);
  });

  it('tells where an empty cell was by the other sums', () => {
    // 3 3 of the second row may stand in a or in b: the sums of the columns say a.
    const printed = table([1, 2, 3], [3, '', 3], [4, 2, 6]);
    expect(printedCells(spec, printed)).toHaveLength(8);
    expect(boundOfSums(spec, printed, false)).toBe(8);
  });

  it('tells nothing of what may stand in two places', () => {
    // 3 3 in the second and in the last row: both in a, or both in b. Their totals stand in either case.
    expect(boundOfSums(spec, table(['', '', ''], [3, '', 3], [3, '', 3]), false)).toBe(2);
  });

  it('cuts glued figures by their sums', () => {
    // 112 is 1 1 2, and no other cut adds up; 12 3 15 may be nothing else either.
    expect(boundOfSums(spec, table([1, 1, 2], [12, 3, 15], [13, 4, 17]), true)).toBe(9);
  });
});
