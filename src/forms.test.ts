import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type ColumnId, type FactId, type FormId, facts, forms, type RowId, type TableId } from './forms.js';
import type { Cell, ReportRecord, TableCells } from './index.js';
import type { ReportRecord as UntypedRecord } from './model/report-record.js';

const sample = '../samples/2020-chengtang-own-sums-wrong/record.json';
const record: ReportRecord = JSON.parse(readFileSync(new URL(sample, import.meta.url), 'utf8'));

describe('ids', () => {
  it('are those of the forms', () => {
    // Forms may come, and none may go; a name that is no form's is refused.
    expectTypeOf<'narrative' | 'statistics-2014' | 'ogi-2019' | 'ogi-2021'>().toExtend<FormId>();
    expectTypeOf<'ogi-2022'>().not.toExtend<FormId>();
    expectTypeOf<'proactive' | 'applications' | 'review' | 'statistics'>().toExtend<TableId>();
    expectTypeOf<'aplications'>().not.toExtend<TableId>();
    expectTypeOf<'granted' | 'feeOverdue' | 'otherHandling'>().toExtend<RowId<'applications'>>();
    expectTypeOf<'inForce'>().not.toExtend<RowId<'proactive'>>();
    expectTypeOf<ColumnId<'statistics'>>().toEqualTypeOf<'value' | 'cumulative'>();
    expectTypeOf<'itemsLastYear' | 'changeThisYear' | 'feesCollected'>().toExtend<
      ColumnId<'proactive', 'administrativeFees'>
    >();
    expectTypeOf<'inForce'>().not.toExtend<ColumnId<'proactive', 'administrativeFees'>>();
    expectTypeOf<'requests.received' | 'requests.online' | 'staff.total'>().toExtend<FactId>();
    expectTypeOf<'requests.recieved'>().not.toExtend<FactId>();
  });

  it('are checked where a record is read', () => {
    const cell = record.tables.applications?.granted?.total;
    expectTypeOf(cell).toEqualTypeOf<Cell | undefined>();
    expect(cell).toMatchObject({ confidence: expect.any(String) });
    expect(record.facts.some(({ id }) => id === 'requests.received')).toBe(true);
    // @ts-expect-error no such table
    expect(record.tables.aplications).toBeUndefined();
    // @ts-expect-error no such row
    expect(record.tables.applications?.grantd).toBeUndefined();
    // @ts-expect-error no such column
    expect(record.tables.applications?.granted?.totals).toBeUndefined();
    // @ts-expect-error no such fact
    expect(record.facts.some(({ id }) => id === 'requests.recieved')).toBe(false);
  });

  it('let a record be walked through, and be handed on', () => {
    const tables: Record<string, TableCells> = record.tables;
    const cells = Object.values(tables).flatMap((rows) => Object.values(rows).flatMap(Object.values<Cell>));
    expect(cells).toHaveLength(record.summary.cells);
    expectTypeOf<ReportRecord>().toExtend<UntypedRecord>();
  });
});

describe('forms', () => {
  it('have a label for every row and column', () => {
    for (const { tables } of forms)
      for (const { groups, sectionTitles } of tables) {
        expect(sectionTitles.length).toBeGreaterThan(0);
        for (const { rows, columns } of groups) {
          for (const { labelPath } of rows) expect(labelPath.at(-1)).toMatch(/\p{Script=Han}/u);
          for (const { label } of columns) expect(label).toMatch(/\p{Script=Han}/u);
        }
      }
  });

  it('name the cells of a record', () => {
    const form = forms.find(({ id }) => id === record.tableTemplates.applications);
    const spec = form?.tables.find(({ id }) => id === 'applications');
    const rows = spec?.groups.flatMap((group) => group.rows.map(({ id }) => id));
    expect(Object.keys(record.tables.applications ?? {})).toEqual(rows);
  });

  it('go with the facts of the prose', () => {
    expect(facts.find(({ id }) => id === 'requests.received')?.label).toBe('收到政府信息公开申请数');
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });
});
