import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CellAddress, Identity, TableSpec, Template } from '../../src/model/template.js';
import { templates } from './index.js';

const contractFile = new URL('../../../shared/contract/fields.json', import.meta.url);

/** What fields.json says; only what is asked here. */
interface ContractColumn {
  id: string;
  label: string;
  aliases?: string[];
  unit?: string;
}
interface ContractRow {
  id: string;
  label?: string;
  labelPath?: string[];
  aliases?: string[];
  unit?: string;
}
interface ContractTable {
  id: string;
  sectionTitles?: string[];
  title?: string;
  groups?: { article: string; columns: ContractColumn[]; rows: ContractRow[] }[];
  columns?: ContractColumn[];
  rows?: ContractRow[];
  identities?: { id: string; for?: string; equation: string }[];
}
interface Contract {
  templates: {
    id: string;
    reportYears: [number | null, number | null];
    tables?: ContractTable[];
  }[];
}

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
    // The form of 2014 prints （二）被依法纠错数 under reconsideration and litigation: only the order tells.
    const known = ['（二）被依法纠错数', '（三）其他情形数'];
    expect(repeated(paths).filter((path) => !known.includes(path))).toEqual([]);
  });
});

describe.each(['ogi-2019', 'ogi-2021'])('table 三 of %s', (id) => {
  const { table } = tables.find((t) => t.name === `${id} applications`)!;

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

describe.skipIf(!existsSync(contractFile))('templates and the contract', () => {
  const contract: Contract = existsSync(contractFile)
    ? JSON.parse(readFileSync(contractFile, 'utf8'))
    : { templates: [] };

  it('know the same forms and years', () => {
    const shape = (t: { id: string; reportYears: unknown }) => [t.id, t.reportYears];
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect([...templates].sort(byId).map(shape)).toEqual([...contract.templates].sort(byId).map(shape));
  });

  const pairs = contract.templates.flatMap((theirs) =>
    (theirs.tables ?? []).map((table) => ({
      name: `${theirs.id} ${table.id}`,
      theirs: table,
      ours: requireTable(theirs.id, table.id),
    })),
  );

  it.each(pairs)('$name has the rows of the contract', ({ theirs, ours }) => {
    const rows = (theirs.groups ?? [{ rows: theirs.rows ?? [] }]).flatMap((g) => g.rows);
    const path = (row: ContractRow) =>
      row.labelPath ?? (row.label ?? '').split('/').map((label) => label.trim());
    expect(
      ours.groups.flatMap((g) => g.rows).map((r) => ({ id: r.id, path: r.labelPath, unit: r.unit })),
    ).toEqual(rows.map((r) => ({ id: r.id, path: path(r), unit: r.unit })));
    for (const row of rows) {
      const own = ours.groups.flatMap((g) => g.rows).find((r) => r.id === row.id)!;
      expect(own.aliases ?? []).toEqual(expect.arrayContaining(row.aliases ?? []));
    }
  });

  it.each(pairs)('$name has the columns of the contract', ({ theirs, ours }) => {
    const groups = theirs.groups ?? [{ columns: theirs.columns ?? [], article: undefined }];
    expect(ours.groups).toHaveLength(groups.length);
    groups.forEach((group, i) => {
      const own = ours.groups[i]!;
      if (group.article) expect(own.title).toBe(group.article);
      const required = own.columns.filter((c) => !c.optional);
      expect(required.map((c) => [c.id, c.label])).toEqual(group.columns.map((c) => [c.id, c.label]));
      group.columns.forEach((column, at) => {
        expect(required[at]!.aliases ?? []).toEqual(expect.arrayContaining(column.aliases ?? []));
        expect(required[at]!.unit ?? '').toBe(column.unit?.startsWith('CNY') ? 'CNY' : '');
        expect(required[at]!.printedIn).toBe(/printed in (\S+),/u.exec(column.unit ?? '')?.[1]);
      });
    });
  });

  it.each(pairs)('$name has the section titles of the contract', ({ theirs, ours }) => {
    const titles = theirs.sectionTitles ?? [theirs.title!];
    expect(ours.sectionTitles).toEqual(expect.arrayContaining(titles));
  });

  it.each(pairs)('$name has the identities of the contract', ({ theirs, ours }) => {
    const wanted = (theirs.identities ?? []).flatMap((identity) => {
      const rows = ours.groups.flatMap((g) => g.rows.map((r) => r.id));
      const columns = ours.groups[0]!.columns.map((c) => c.id);
      return identity.equation.split(';').flatMap((equation) => {
        const draw = (place: (name: string) => CellAddress) => drawEquation(equation, place);
        if (identity.for === 'every row') return rows.map((row) => draw((column) => ({ row, column })));
        if (identity.for === 'every column') return columns.map((column) => draw((row) => ({ row, column })));
        const isColumn = columns.includes(equation.trim().split(' ')[0]!);
        return [
          draw((name) => (isColumn ? { row: rows[0]!, column: name } : { row: name, column: 'value' })),
        ];
      });
    });
    const own = ours.identities.map(
      ({ relation, parts, whole }) => side(parts) + sign(relation) + side(whole),
    );
    expect(own.sort()).toEqual(wanted.sort());
  });
});

const side = (cells: readonly CellAddress[]) => cells.map(key).sort().join(' + ');
const sign = (relation: Identity['relation']) => (relation === 'equals' ? ' = ' : ' <= ');

function drawEquation(equation: string, place: (name: string) => CellAddress): string {
  const [left, relation, right] = equation.trim().split(/ (<=|=) /u);
  const cells = (text: string) => side(text.split('+').map((name) => place(name.trim())));
  return `${cells(left!)} ${relation} ${cells(right!)}`;
}

function requireTable(template: string, table: string): TableSpec {
  const found = templates.find((t: Template) => t.id === template)?.tables.find((t) => t.id === table);
  if (!found) throw new Error(`no table ${table} in ${template}`);
  return found;
}
