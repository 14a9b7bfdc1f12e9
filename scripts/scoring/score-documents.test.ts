import { describe, expect, it } from 'vitest';
import type { Cell, Confidence, ReportRecord } from '../../src/model/report-record.js';
import type { Truth } from '../synthesise/truth.js';
import { emptyTally, judgeCell, rightPercent, scoreDocument } from './score-documents.js';

const cell = (value: number | null, confidence: Confidence): Cell => ({
  value,
  raw: null,
  confidence,
  flags: [],
  at: null,
});

describe('judgeCell', () => {
  it.each([
    [cell(3, 'verified'), 3, 'right'],
    [cell(3, 'read'), 3, 'right'],
    [cell(3, 'suspect'), 3, 'suspect-right'],
    [cell(4, 'suspect'), 3, 'doubt'],
    [cell(4, 'read'), 3, 'silent'],
    [cell(4, 'verified'), 3, 'silent'],
    [cell(0, 'read'), '', 'silent'],
    [cell(null, 'blank'), '', 'right'],
    [cell(null, 'missing'), '', 'lost'],
    [cell(null, 'blank'), 0, 'lost'],
    [undefined, 3, 'lost'],
    [undefined, null, 'right'],
    [cell(5215, 'suspect'), null, 'suspect-right'],
    [cell(5215, 'read'), null, 'silent'],
  ] as const)('%o for %o is %s', (got, want, verdict) => {
    expect(judgeCell(got, want)).toBe(verdict);
  });
});

const truth: Truth = {
  file: 'x.html',
  form: 'html',
  template: 'ogi-2021',
  kind: 'annual-report',
  year: 2023,
  issuer: ['青岚县司法局', '云川市青岚县司法局'],
  narrative: null,
  notes: [],
  inconsistent: [],
  damage: [{ table: 'review', row: 'reconsideration', column: 'upheld', was: 2 }],
  tables: { review: { reconsideration: { upheld: 9, total: 2 } } },
  statistics: null,
};

const record = (upheld: Cell): ReportRecord =>
  ({
    kind: 'annual-report',
    template: 'ogi-2021',
    year: { value: 2023 },
    issuer: { value: '青岚县司法局' },
    tables: { review: { reconsideration: { upheld, total: cell(2, 'read') } } },
    extras: [],
  }) as unknown as ReportRecord;

describe('scoreDocument', () => {
  it('counts a damaged cell as located and corrected when doubt and suggestion say so', () => {
    const tally = emptyTally();
    const suspect = { ...cell(9, 'suspect'), suggested: { value: 2, because: 'results-total' } };
    expect(scoreDocument(tally, truth, [record(suspect)])).toEqual([]);
    expect(tally).toMatchObject({ cells: 2, located: 1, corrected: 1, headersRight: 6 });
    expect(rightPercent(tally)).toBe(100);
  });

  it('names a silent error and a missing record', () => {
    const tally = emptyTally();
    const [bad] = scoreDocument(tally, truth, [record(cell(8, 'verified'))]);
    expect(bad).toMatchObject({ path: 'review.reconsideration.upheld', verdict: 'silent' });
    expect(scoreDocument(tally, truth, []).map(({ verdict }) => verdict)).not.toContain('silent');
    expect(tally.verdicts.silent).toBe(1);
  });

  it('calls a sure number silent where the source prints none, and a doubtful one not', () => {
    const withStatistics = (invented: Cell): ReportRecord => {
      const plain = record({ ...cell(9, 'suspect') });
      return { ...plain, tables: { ...plain.tables, statistics: { disclosed: { value: invented } } } };
    };
    const bad = scoreDocument(emptyTally(), truth, [withStatistics(cell(86, 'read'))]);
    expect(bad).toMatchObject([
      { path: 'tables', got: 'statistics', verdict: 'lost' },
      { path: 'statistics.disclosed.value', want: 'nothing', verdict: 'silent' },
    ]);
    for (const doubtful of [cell(86, 'suspect'), cell(null, 'blank')]) {
      const unsure = scoreDocument(emptyTally(), truth, [withStatistics(doubtful)]);
      expect(unsure).toMatchObject([{ path: 'tables', got: 'statistics' }]);
    }
    expect(scoreDocument(emptyTally(), truth, [withStatistics(cell(null, 'missing'))])).toEqual([]);
  });

  it('takes no number from a page that is no report', () => {
    const essays: Truth = { ...truth, kind: 'compilation', tables: {}, damage: [] };
    const verdicts = scoreDocument(emptyTally(), essays, [record(cell(9, 'read'))]).map(
      ({ verdict }) => verdict,
    );
    expect(verdicts.filter((verdict) => verdict === 'silent')).toHaveLength(2);
  });

  it('does not accept a second record of one report', () => {
    const one = record(cell(9, 'suspect'));
    expect(scoreDocument(emptyTally(), truth, [one, one])).toMatchObject([{ path: 'records', got: '2' }]);
  });
});
