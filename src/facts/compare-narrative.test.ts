import { describe, expect, it } from 'vitest';
import { templates } from '../../parsers/templates/index.js';
import type { Flag } from '../model/codes/flag-codes.js';
import type { Cell, Confidence, Fact, TableCells } from '../model/report-record.js';
import { compareNarrative } from './compare-narrative.js';
import { linksOfForms } from './links-of-forms.js';

const narrativeLinks = linksOfForms(templates, {
  applications: 'ogi-2019',
  review: 'ogi-2019',
  proactive: 'ogi-2019',
  statistics: 'statistics-2014',
});

const fact = (id: string, value: number, flags: Flag[] = [], confidence: Confidence = 'read'): Fact => ({
  id,
  label: id,
  value,
  unit: '件',
  raw: `${value}件`,
  confidence,
  flags,
  at: { block: 0, start: 4, end: 7 },
});
const cell = (value: number | null, confidence: Confidence = 'verified'): Cell => ({
  value,
  raw: value === null ? '' : String(value),
  confidence: value === null ? 'blank' : confidence,
  flags: [],
  at: null,
});
const table = (cells: Record<string, Cell>, column: string): TableCells =>
  Object.fromEntries(Object.entries(cells).map(([row, one]) => [row, { [column]: one }]));

const tables: Record<string, TableCells> = {
  applications: table({ newlyReceived: cell(31), carriedOver: cell(2), totalProcessed: cell(30) }, 'total'),
  review: table(
    { reconsideration: cell(4), litigationDirect: cell(1), litigationAfterReconsideration: cell(2) },
    'total',
  ),
  proactive: { normativeDocuments: { madeThisYear: cell(6) } },
  statistics: table({ trainings: cell(3), disclosed: cell(null) }, 'value'),
};

describe('compareNarrative agrees', () => {
  it.each([
    ['newly received', fact('requests.received', 31)],
    ['newly received and carried over', fact('requests.received', 33)],
    ['carried over', fact('requests.carriedOver', 2)],
    ['closed', fact('requests.closed', 30)],
    ['both kinds of litigation', fact('litigations', 3)],
    ['documents of the 2019 form', fact('normativeDocuments.issued', 6)],
    ['an indicator', fact('trainings', 3)],
    ['an estimate', fact('requests.received', 30, ['approximate'])],
    ['a blank cell', fact('disclosed.total', 900)],
    ['a cell that is not there', fact('staff.total', 9)],
    ['a fact without a link', fact('readingVisits', 9)],
  ])('%s', (_, one) => {
    expect(compareNarrative([one], tables, narrativeLinks)).toEqual({ value: [one], issues: [] });
  });
});

describe('compareNarrative differs', () => {
  it('says where the failed sums ask for the number of the prose', () => {
    const messageOf = (more: Partial<Cell>) => {
      const received = { newlyReceived: { ...cell(81, 'suspect'), ...more } };
      const printed = { applications: table(received, 'total') };
      return compareNarrative([fact('requests.received', 80)], printed, narrativeLinks).issues[0]!.message;
    };
    const support = 'With the number of the prose the sums of the table would hold.';
    expect(
      messageOf({ suggested: { value: 80, because: 'applications/row-total/newlyReceived' } }),
    ).toContain(support);
    expect(messageOf({ flags: ['rivals', 'rival:7', 'rival:80'] })).toContain(support);
    expect(messageOf({ suggested: { value: 79, because: '' } })).not.toContain(support);
  });

  it('names cell and numbers, flags the fact, changes no value', () => {
    const one = fact('reconsiderations', 7);
    const { value, issues } = compareNarrative([one], tables, narrativeLinks);
    expect(value).toEqual([{ ...one, flags: ['narrative-differs'] }]);
    expect(issues).toEqual([
      {
        code: 'narrative-differs',
        severity: 'warning',
        message: 'The prose gives 7 for reconsiderations, the table 4 (review.reconsideration.total).',
        path: 'tables.review.reconsideration.total',
        at: one.at,
      },
    ]);
  });

  it('names every reading', () => {
    const { issues } = compareNarrative([fact('requests.received', 32)], tables, narrativeLinks);
    expect(issues).toHaveLength(1);
    expect(issues[0]!.message).toContain('31 (applications.newlyReceived.total)');
    expect(issues[0]!.message).toContain('33 (');
  });

  it.each([
    ['a stated zero', fact('reconsiderations', 0, ['stated-none']), 'warning'],
    ['a far estimate', fact('requests.received', 20, ['approximate']), 'warning'],
    ['a suspect fact', fact('reconsiderations', 7, [], 'suspect'), 'info'],
    ['documents, whose scopes differ', fact('normativeDocuments.issued', 2), 'info'],
  ])('on %s', (_, one, severity) => {
    const { value, issues } = compareNarrative([one], tables, narrativeLinks);
    expect(value[0]!.flags).toContain('narrative-differs');
    expect(value[0]).toMatchObject({ value: one.value, confidence: one.confidence });
    expect(issues.map((issue) => issue.severity)).toEqual([severity]);
  });

  it('is mild where the cell itself is in doubt', () => {
    const doubted = { ...tables, review: table({ reconsideration: cell(4, 'suspect') }, 'total') };
    expect(compareNarrative([fact('reconsiderations', 5)], doubted, narrativeLinks).issues[0]!.severity).toBe(
      'info',
    );
  });

  it('needs all cells of a sum', () => {
    const half = {
      review: table({ litigationDirect: cell(1), litigationAfterReconsideration: cell(null) }, 'total'),
    };
    expect(compareNarrative([fact('litigations', 9)], half, narrativeLinks).issues).toEqual([]);
  });
});
