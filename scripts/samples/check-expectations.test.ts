import { describe, expect, it } from 'vitest';
import type { ReportRecord } from '../../src/model/report-record.js';
import { unmetExpectations } from './check-expectations.js';

const record = {
  kind: 'other',
  issues: [{ code: 'year-conflict' }],
  facts: [{ flags: ['stated-none'] }],
  tables: { review: { reconsideration: { total: { value: 2, confidence: 'suspect', flags: ['rivals'] } } } },
} as unknown as ReportRecord;
const path = 'tables.review.reconsideration.total';

describe('unmetExpectations', () => {
  it('is content with what is so', () => {
    expect(
      unmetExpectations(record, [
        { path: 'kind', value: 'other' },
        { path, value: 2, confidence: ['suspect', 'read'], flag: 'rivals' },
        { somewhere: 'stated-none' },
        { issue: 'year-conflict' },
      ]),
    ).toEqual([]);
  });

  it('names what is not', () => {
    expect(unmetExpectations(record, [{ path, value: 3, confidence: ['read'], flag: 'ocr' }])).toHaveLength(
      3,
    );
    expect(unmetExpectations(record, [{ somewhere: 'polluted-source' }])).toHaveLength(1);
    expect(unmetExpectations(record, [{ issue: 'polluted-source' }])).toHaveLength(1);
    expect(unmetExpectations(record, [{ path: 'tables.none.of.this', value: 1 }])).toHaveLength(1);
  });
});
