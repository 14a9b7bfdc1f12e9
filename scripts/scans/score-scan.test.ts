import { beforeAll, describe, expect, it } from 'vitest';
import { convert } from '../../src/index.js';
import type { Cell, ReportRecord } from '../../src/model/report-record.js';
import { makeDocument } from '../synthesise/document.js';
import { sayFaults, sayResults } from './say-results.js';
import { type ScanTruth, scoreScan } from './score-scan.js';

const zeros = { zero: '0', blankShare: 0, thousands: false, fullWidth: false, minus: '-' } as const;

let wanted: ScanTruth;
let record: ReportRecord;

beforeAll(async () => {
  const recipe = { form: 'ogi-2021', year: 2023, seed: 5, scale: 'some', style: zeros } as const;
  const { bytes, truth, report } = await makeDocument({ ...recipe, carrier: 'html-clean' }, 'report');
  wanted = { truth, title: report.title, pages: 2, kind: 'scan', dpi: 150 };
  [record] = (await convert({ uri: 'report.html', bytes })).records as [ReportRecord];
});

/** The score of the record with one cell changed. */
const scoreWith = (change: Partial<Cell>) => {
  const altered = structuredClone(record);
  Object.assign(altered.tables.applications!.granted!.naturalPerson!, change);
  return scoreScan(wanted, [altered], null, 3);
};

describe('scoreScan', () => {
  it('finds nothing wrong with a record that is right', () => {
    const result = scoreScan(wanted, [record], null, 3);
    expect(result.faults).toEqual([]);
    expect([result.before, result.after]).toEqual([result.cells, result.cells]);
    expect(result.headers).toEqual({ title: true, issuer: true, year: true, record: true });
  });

  it.each([
    ['silent', { value: 99991 }, [1, 1]],
    ['doubt', { value: 99991, confidence: 'suspect' }, [1, 1]],
    ['false-blank', { value: null, raw: '', confidence: 'blank' }, [1, 1]],
    ['lost', { value: null, raw: null, confidence: 'missing' }, [1, 1]],
    ['misled', { confidence: 'suspect', suggested: { value: 99991, because: 'x' } }, [0, 1]],
  ] as const)('calls a cell %s', (fault, change, [lostBefore, lostAfter]) => {
    const result = scoreWith(change as Partial<Cell>);
    expect(result.faults.map((one) => [one.fault, one.path])).toEqual([
      [fault, 'applications.granted.naturalPerson'],
    ]);
    expect([result.cells - result.before, result.cells - result.after]).toEqual([lostBefore, lostAfter]);
  });

  it('counts a wrong number that is rightly undone as right afterwards', () => {
    const value = record.tables.applications!.granted!.naturalPerson!.value!;
    const result = scoreWith({
      value: value + 7,
      confidence: 'suspect',
      suggested: { value, because: 'x' },
    });
    expect([result.cells - result.before, result.cells - result.after]).toEqual([1, 0]);
    expect(result.levels.suspect).toEqual({ right: 0, wrong: 1 });
  });

  it('says the sums by resolution and kind, and the worst first', () => {
    const results = [scoreWith({ confidence: 'suspect', value: 3333 }), scoreWith({ value: 99991 })];
    const rows = sayResults(results);
    expect(rows.map((row) => row.split(/\s/u)[0])).toEqual(['', '150', 'scan', 'ogi-2021', 'all']);
    expect(rows.at(-1)).toContain('1.50');
    expect(sayFaults(results).map((line) => line.split(':')[0])).toEqual(['silent', 'doubt']);
  });

  it('tells that a document gave nothing', () => {
    const result = scoreScan(wanted, [], 'ocr-failed: x', 1);
    expect(result.before).toBe(0);
    expect(result.levels.missing.wrong).toBe(result.cells);
  });
});
