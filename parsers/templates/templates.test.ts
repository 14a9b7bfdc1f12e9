import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity, TableSpec, Template } from '../../src/model/template.js';
import { templates } from './index.js';

const tables = templates.flatMap((template) =>
  template.tables.map((table) => ({ name: `${template.id} ${table.id}`, template, table })),
);
const cellsOf = (table: TableSpec): string[] =>
  table.groups.flatMap((group) =>
    group.rows.flatMap((row) => group.columns.map((column) => key({ row: row.id, column: column.id }))),
  );
const key = ({ row, column }: CellAddress) => `${row}.${column}`;
const sidesOf = ({ parts, whole }: Identity) => [...parts, ...whole].map(key);
const repeated = (ids: string[]) => ids.filter((id, i) => ids.indexOf(id) !== i);

describe('templates', () => {
  it('have names of their own and stand oldest first', () => {
    expect(repeated(templates.map((t) => t.id))).toEqual([]);
    const firstYears = templates.map((t) => t.reportYears[0] ?? Number.NEGATIVE_INFINITY);
    expect(firstYears).toEqual([...firstYears].sort((a, b) => a - b));
  });

  it.each([
    ['ogi-2019', 'applications', 37],
    ['ogi-2021', 'applications', 39],
    ['ogi-2019', 'review', 3],
    ['ogi-2021', 'review', 3],
    ['ogi-2019', 'proactive', 0],
    ['ogi-2021', 'proactive', 0],
    ['statistics-2014', 'statistics', 10],
  ])('%s %s has %i identities', (id, table, count) => {
    expect(tables.find((t) => t.name === `${id} ${table}`)!.table.identities).toHaveLength(count);
  });

  it.each([
    ['ogi-2019', 198],
    ['ogi-2021', 200],
    ['statistics-2014', 58],
    ['narrative', 0],
  ])('%s has %i cells that every report must hold', (id, count) => {
    const required = templates
      .find((t) => t.id === id)!
      .tables.flatMap((table) => table.groups)
      .reduce((n, g) => n + g.rows.length * g.columns.filter((c) => !c.optional).length, 0);
    expect(required).toBe(count);
  });
});

describe.each(tables)('$name', ({ table }) => {
  it('has every id once', () => {
    expect(repeated(table.groups.flatMap((g) => g.rows.map((row) => row.id)))).toEqual([]);
    for (const group of table.groups) expect(repeated(group.columns.map((c) => c.id))).toEqual([]);
    expect(repeated(table.identities.map((i) => i.id))).toEqual([]);
  });

  it('has identities over cells that exist, none on both sides or twice', () => {
    const cells = new Set(cellsOf(table));
    for (const identity of table.identities) {
      expect(sidesOf(identity).filter((cell) => !cells.has(cell))).toEqual([]);
      expect(repeated(sidesOf(identity))).toEqual([]);
      expect(identity.parts.length).toBeGreaterThan(0);
      expect(identity.whole.length).toBeGreaterThan(0);
    }
  });

  it('has labels on everything', () => {
    for (const group of table.groups) {
      for (const column of group.columns) expect(column.label).not.toBe('');
      for (const row of group.rows) expect(row.labelPath.every((label) => label.trim() !== '')).toBe(true);
    }
    expect(table.sectionTitles.length).toBeGreaterThan(0);
  });

  it('has rows that their labels tell apart', () => {
    const paths = table.groups.flatMap((g) => g.rows.map((row) => row.labelPath.join('/')));
    // The form of 2014 prints （二）被依法纠错数 under reconsideration and litigation: only their order shows which is which.
    const known = ['（二）被依法纠错数', '（三）其他情形数'];
    expect(repeated(paths).filter((path) => !known.includes(path))).toEqual([]);
  });
});

describe.each(tables.filter(({ table }) => table.id === 'applications'))('table 三: $name', ({ table }) => {
  it('binds every cell by a row and a column', () => {
    for (const cell of cellsOf(table)) {
      const binding = table.identities.filter((identity) => sidesOf(identity).includes(cell));
      expect(binding.length, cell).toBeGreaterThanOrEqual(2);
      expect(binding.some((i) => i.id.startsWith('row-total/'))).toBe(true);
    }
  });

  it('lets two cells share one identity at most, so that one wrong cell is located', () => {
    const ofCell = new Map(cellsOf(table).map((cell) => [cell, new Set<string>()]));
    for (const identity of table.identities)
      for (const cell of sidesOf(identity)) ofCell.get(cell)!.add(identity.id);
    const cells = [...ofCell.entries()];
    const confusable = cells.flatMap(([a, ids], i) =>
      cells
        .slice(i + 1)
        .filter(([, others]) => [...ids].filter((check) => others.has(check)).length > 1)
        .map(([b]) => `${a} ${b}`),
    );
    // The closing sum and the intake share no more than their column's balance.
    expect(confusable).toEqual([]);
  });
});

/** A form in lines: what its tables, rows, columns and sums are called, and what is printed for them. */
function drawForm({ id, reportYears, tables }: Template): string[] {
  const words = (label: string, aliases: readonly string[] = []) => [label, ...aliases].join(' | ');
  return [
    `${id} ${reportYears.map((year) => year ?? '').join('-')}`,
    ...tables.flatMap((table) => [
      `  ${table.id}: ${table.sectionTitles.join(' | ')}`,
      ...table.groups.flatMap(({ title, columns, rows }) => [
        `    group ${title ?? ''}`.trimEnd(),
        ...columns.map(
          ({ id, label, aliases, unit, printedIn, optional }) =>
            `      column ${[id, unit, printedIn, optional && 'optional'].filter(Boolean).join(' ')}: ${words(label, aliases)}`,
        ),
        ...rows.map(
          ({ id, labelPath, aliases, unit }) =>
            `      row ${[id, unit].filter(Boolean).join(' ')}: ${words(labelPath.join(' / '), aliases)}`,
        ),
      ]),
      ...table.identities.map(
        ({ relation, parts, whole }) =>
          `    ${parts.map(key).join(' + ')} ${relation === 'equals' ? '=' : '<='} ${whole.map(key).join(' + ')}`,
      ),
    ]),
  ];
}

describe('what records are written in', () => {
  // Programs that read records know these names: names may be added, and no name may change.
  it('is as it was published', async () => {
    await expect(`${templates.flatMap(drawForm).join('\n')}\n`).toMatchFileSnapshot('fixtures/forms.txt');
  });
});
