import { describe, expect, it } from 'vitest';
import type { Flag } from '../model/codes/flag-codes.js';
import type { Cell, Check, Confidence, TableCells } from '../model/report-record.js';
import type { CellReading, Choice } from './choose-reading.js';
import type { MergedTable } from './merge-table.js';
import { settleCells } from './settle-cells.js';

const cell = (value: number, confidence: Confidence, flags: Flag[] = []): Cell => ({
  ...{ value, raw: String(value), confidence, flags },
  at: { block: 1 },
});

/** Cells of one row: how the merged table grades each, and how the carriers had it. */
type Drawn = Record<string, { graded: Cell; own: Cell[]; rivals?: number[] }>;

function settle(drawn: Drawn, checks: [status: Check['status'], ...columns: string[]][]) {
  const choices = new Map<string, Choice>();
  const readings = new Map<string, CellReading[]>();
  for (const [column, { own, rivals = [] }] of Object.entries(drawn)) {
    const found = own.map((each, carrier) => ({ carrier, cell: each, isOtherForm: false }) as CellReading);
    const standing = found.find((one) => one.cell.value === drawn[column]!.graded.value)!;
    readings.set(`r.${column}`, found);
    choices.set(`r.${column}`, {
      reading: standing,
      rivals: rivals.map((value) => ({ carrier: 1, value })),
      overruled: [],
    });
  }
  const cells: TableCells = {
    r: Object.fromEntries(Object.entries(drawn).map(([c, { graded }]) => [c, graded])),
  };
  const all = checks.map(
    ([status, ...columns], n): Check => ({
      ...{ id: `t/sum/${n}`, status, left: 1, right: 1 },
      cells: columns.map((column) => `t.r.${column}`),
    }),
  );
  const settled = settleCells(cells, all, 't', { choices, readings } as MergedTable).r!;
  return (column: string) => settled[column]!;
}

describe('settleCells', () => {
  it('keeps what a carrier confirmed by its own sums, where none of the merged table fails with it', () => {
    const own = [cell(3, 'verified'), cell(3, 'read')];
    expect(settle({ a: { graded: cell(3, 'read'), own } }, [['not-evaluable', 'a']])('a').confidence).toBe(
      'verified',
    );
    expect(settle({ a: { graded: cell(3, 'read'), own } }, [['fail', 'a']])('a').confidence).toBe('read');
  });

  it('names the carrier of a cell, and leaves the first one without', () => {
    const settled = settle(
      {
        a: { graded: cell(3, 'verified'), own: [cell(3, 'verified')] },
        b: { graded: cell(4, 'read'), own: [cell(9, 'suspect'), cell(4, 'read')] },
      },
      [],
    );
    expect([settled('a').at, settled('b').at]).toEqual([{ block: 1 }, { block: 1, carrier: 1 }]);
  });

  it('does not accuse the neighbours of a number on which the carriers differ', () => {
    const accused: Flag[] = ['identity-failed'];
    const settled = settle(
      {
        a: { graded: cell(3, 'suspect', accused), own: [cell(3, 'verified'), cell(3, 'verified')] },
        b: {
          graded: cell(5, 'suspect', ['carriers-differ', ...accused]),
          own: [cell(5, 'read')],
          rivals: [8],
        },
      },
      [['fail', 'a', 'b']],
    );
    expect(settled('a')).toMatchObject({ confidence: 'read', flags: [] });
    expect(settled('b').confidence).toBe('suspect');
  });

  it('accuses a cell that a sum without such a number accuses', () => {
    const graded = cell(3, 'suspect', ['identity-failed']);
    const settled = settle({ a: { graded, own: [cell(3, 'read')] } }, [['fail', 'a']]);
    expect(settled('a')).toEqual(graded);
  });

  it('believes what no carrier was sure of only where a sum confirms it', () => {
    const own = [cell(3, 'suspect', ['identity-failed'])];
    expect(settle({ a: { graded: cell(3, 'read'), own } }, [])('a')).toEqual(own[0]);
    expect(settle({ a: { graded: cell(3, 'verified'), own } }, [['pass', 'a']])('a').confidence).toBe(
      'verified',
    );
  });

  it('does not say of two printed numbers that one was misread', () => {
    const graded = cell(5, 'suspect', ['carriers-differ', 'rival:8', 'fault:misread']);
    const drawn = { a: { graded, own: [cell(5, 'read'), cell(8, 'read')], rivals: [8] } };
    expect(settle(drawn, [])('a').flags).toEqual(['carriers-differ', 'rival:8']);
  });
});
