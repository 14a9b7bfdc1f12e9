import { describe, expect, it } from 'vitest';
import { missingField } from '../model/missing-field.js';
import type { Cell, ReportRecord } from '../model/report-record.js';
import { applySuggestions } from './apply-suggestions.js';

const cell = (value: number | null, more: Partial<Cell> = {}): Cell => ({
  value,
  raw: value === null ? '' : String(value),
  confidence: value === null ? 'blank' : 'suspect',
  flags: [],
  at: null,
  ...more,
});

const suggested = { value: 0, because: 'applications/row-total/granted' };

const record = (cells: Record<string, Cell>): ReportRecord =>
  ({
    title: missingField(),
    tables: { applications: { granted: cells } },
    extras: [],
    summary: { cells: 1, verified: 0, read: 0, suspect: 1, blank: 0, missing: 0, checksFailed: 1 },
  }) as unknown as ReportRecord;

describe('applySuggestions', () => {
  it('puts the suggested number in place and says so; raw, suggested and confidence stay', () => {
    const before = record({ total: cell(8, { flags: ['identity-failed'], suggested }) });
    const after = applySuggestions(before);
    expect(after.tables.applications?.granted?.total).toEqual(
      cell(0, { raw: '8', flags: ['identity-failed', 'repaired'], suggested }),
    );
    expect(after.summary).toEqual(before.summary);
    expect(before.tables.applications?.granted?.total?.value).toBe(8);
  });

  it('fills a blank that the sums prove, and leaves it blank by confidence', () => {
    const after = applySuggestions(record({ total: cell(null, { suggested }) }));
    expect(after.tables.applications?.granted?.total).toMatchObject({ value: 0, confidence: 'blank' });
  });

  it('leaves cells without a suggestion, and says repaired once', () => {
    const plain = record({ total: cell(8), naturalPerson: cell(null) });
    expect(applySuggestions(plain)).toEqual(plain);
    const twice = applySuggestions(applySuggestions(record({ total: cell(8, { suggested }) })));
    expect(twice.tables.applications?.granted?.total?.flags).toEqual(['repaired']);
  });
});
