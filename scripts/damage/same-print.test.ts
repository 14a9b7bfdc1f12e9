import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/model/template.js';
import type { PrintedTable } from '../synthesise/printed.js';
import { NO_EFFECT } from './cases.js';
import { samePrints, withSamePrints } from './same-print.js';
import type { Sheet } from './sheet.js';

/** One row of a, b and their sum t under a label, as `甲 3 4 7`; `_` is a blank. */
const tableOf = (drawing: string): PrintedTable => ({
  id: 'applications',
  widths: [],
  headRows: 0,
  rows: [
    drawing.split(' ').map((text) => ({ text: text === '_' ? '' : text, rowSpan: 1, colSpan: 1 })),
  ] as PrintedTable['rows'],
});

const cell = (column: string) => ({ row: 'r', column });
const identities: Identity[] = [
  { id: 'row-total/r', relation: 'equals', parts: [cell('a'), cell('b')], whole: [cell('t')] },
];

const sheetOf = (drawing: string): Sheet => ({
  table: tableOf(drawing),
  lines: [
    {
      index: 0,
      label: 0,
      places: ['a', 'b', 't'].map((id, at) => ({ key: `r.${id}`, line: 0, cell: at + 1 })),
    },
  ],
});

/** The figures of each undamaged row that prints what the damaged one does. */
const found = (truth: string, damaged: string, isGlued = false): string[] =>
  samePrints(sheetOf(truth), tableOf(damaged), identities, isGlued).map(({ figures }) =>
    [...figures.values()].map((text) => text || '_').join(' '),
  );

describe('undamaged tables that print the same', () => {
  it('print a cell that is there twice in the place of an empty one', () => {
    expect(found('甲 0 _ 0', '甲 0 0 _ 0')).toEqual(['0 0 0']);
    expect(found('甲 3 _ 3', '甲 3 3 _ 3')).toEqual([]);
  });

  it('print the digits of a wrong figure as other figures', () => {
    expect(found('甲 1 21 22', '甲 1 12 22', true)).toEqual([]);
    expect(found('甲 1 32 33', '甲 1 23 33', true)).toEqual([]);
    expect(found('甲 12 1 13', '甲 21 1 13', true)).toEqual(['2 11 13']);
  });

  it('are none where another row, a label or the number of rows shows it', () => {
    expect(found('甲 0 _ 0', '乙 0 0 _ 0')).toEqual([]);
    expect(found('甲 0 _ 0', '甲 0 0 0 0')).toEqual([]);
    const damaged = tableOf('甲 0 0 _ 0');
    const longer = { ...damaged, rows: [...damaged.rows, ...damaged.rows] };
    expect(samePrints(sheetOf('甲 0 _ 0'), longer, identities, false)).toEqual([]);
  });
});

describe('what nobody can know', () => {
  const keysExcused = (truth: string, damaged: string): string[] => {
    const sheet = sheetOf(truth);
    const same = samePrints(sheet, tableOf(damaged), identities, false);
    return [...withSamePrints(NO_EFFECT, sheet, same).excuses.keys()];
  };

  it('is what all of them say', () => {
    expect(keysExcused('甲 0 _ 0', '甲 0 0 _ 0')).toEqual(['r.b']);
  });

  it('is nothing where they differ, and nothing where there is none', () => {
    expect(keysExcused('甲 _ _ 0', '甲 _ _ 0 0')).toEqual([]);
    expect(keysExcused('甲 3 _ 3', '甲 3 3 _ 3')).toEqual([]);
    expect(NO_EFFECT.excuses.size).toBe(0);
  });
});
